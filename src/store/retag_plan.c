#include "store/retag_plan.h"

#include "base/tr.h"
#include "store/alias.h"
#include "store/store_impl.h"
#include "text/tag.h"

/* ---- which tags */

/* What stands behind so many parts of a name, with the "/". */
static struct str
behind(struct str name, size_t parts)
{
	size_t at = 0;

	for (; at < name.n; at++)
		if (name.p[at] == '/' && !--parts)
			break;
	return str_sub(name, at, name.n);
}

static size_t
count_parts(struct str name)
{
	size_t n = 1;

	for (size_t i = 0; i < name.n; i++)
		n += name.p[i] == '/';
	return n;
}

/* An alias is the name of its tag. */
static int
resolve(struct retag_plan *p, struct store *s, struct str *name, struct err *err)
{
	struct buf meant = { 0 };
	int rc = alias_resolve(s, *name, &meant, err);

	*name = arena_dup(&p->a, buf_str(&meant));
	buf_free(&meant);
	return rc;
}

bool
retag_plan_moves(const struct retag_plan *p, struct str key)
{
	for (size_t i = 0; i < p->tags.n; i++)
		if (str_eq(p->tags.v[i].key, key))
			return true;
	return false;
}

/* The tag and all under it that a post has, beside those that are there already. */
static int
read_family(struct retag_plan *p, struct store *s, struct str from, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TAG_FAMILY, err);
	struct str key = tag_key_in(&p->a, from);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	stmt_bind_str(st, 2, arena_printf(&p->a, "%.*s/", STR(key)));
	stmt_bind_str(st, 3, arena_printf(&p->a, "%.*s0", STR(key))); /* "0" comes right behind "/" */
	while ((got = stmt_step(s, st, err)) > 0) {
		struct str name_key = stmt_str(st, 2, &p->a);

		if (!retag_plan_moves(p, name_key))
			*vec_add(&p->tags) = (struct retag_tag){ .id = stmt_num(st, 0), .name = stmt_str(st, 1, &p->a), .key = name_key };
	}
	return got;
}

static bool
is_of_feeds(const struct subs *subs, struct str name)
{
	for (size_t i = 0; i < subs->n; i++)
		if (subs_has_tag(subs->feeds[i].tags, subs->feeds[i].n_tags, name))
			return true;
	return false;
}

/* The tags of a name as it stands and, where only_one is not set or there are none, of what it is an alias of: p->old is whose they are. */
static int
read_tags(struct retag_plan *p, struct store *s, const struct subs *subs, bool only_one, struct err *err)
{
	struct str meant = p->from;
	bool is_there = is_of_feeds(subs, p->from);

	if (read_family(p, s, p->from, err) < 0 || resolve(p, s, &meant, err) < 0)
		return -1;
	is_there |= p->tags.n > 0;
	if (!is_there || !only_one) {
		if (read_family(p, s, meant, err) < 0)
			return -1;
		is_there |= p->tags.n > 0 || is_of_feeds(subs, meant);
		p->old = meant;
	}
	if (!is_there)
		return err_set(err, ERR_NOT_FOUND, tr("no post and no feed has the tag ‘%.*s’"), STR(p->old));
	return 0;
}

int
retag_plan_look(const struct retag_plan *p, struct store *s, struct retag_tag *tag, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TAG_USED, err);

	tag->joins = 0;
	if (!st)
		return -1;
	if (retag_plan_moves(p, tag->to_key))
		return 0;
	stmt_bind_str(st, 1, tag->to_key);
	return stmt_int(s, st, 0, &tag->joins, err);
}

static int
name_tag(struct retag_plan *p, struct str name, struct str *to, struct err *err)
{
	struct buf checked = { 0 };
	int rc;

	*to = arena_printf(&p->a, "%.*s%.*s", STR(p->new), STR(behind(name, count_parts(p->old))));
	rc = tag_name(&checked, *to, err);
	*to = arena_dup(&p->a, buf_str(&checked));
	buf_free(&checked);
	return rc;
}

/* The new name of each. */
static int
name_tags(struct retag_plan *p, struct store *s, struct err *err)
{
	for (size_t i = 0; i < p->tags.n; i++) {
		struct retag_tag *tag = &p->tags.v[i];

		if (name_tag(p, tag->name, &tag->to, err) < 0)
			return -1;
		tag->to_key = tag_key_in(&p->a, tag->to);
	}
	for (size_t i = 0; i < p->tags.n; i++)
		if (retag_plan_look(p, s, &p->tags.v[i], err) < 0)
			return -1;
	return 0;
}

int
retag_plan_make(struct retag_plan *p, struct store *s, const struct subs *subs, struct err *err)
{
	p->old = p->from;
	p->new = p->to;
	if (p->to.n && resolve(p, s, &p->new, err) < 0)
		return -1;
	if (read_tags(p, s, subs, p->to.n > 0, err) < 0)
		return -1;
	return p->to.n ? name_tags(p, s, err) : 0;
}

int
retag_plan_name(struct retag_plan *p, struct str tag, bool *is_of_it, struct str *to, struct err *err)
{
	*to = STR_NONE;
	*is_of_it = subs_has_tag(&tag, 1, p->old) || (!p->to.n && subs_has_tag(&tag, 1, p->from));
	return *is_of_it && p->to.n ? name_tag(p, tag, to, err) : 0;
}

void
retag_plan_free(struct retag_plan *p)
{
	vec_free(&p->tags);
	arena_free(&p->a);
}
