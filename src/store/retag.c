#include "store/retag.h"

#include "base/tr.h"
#include "base/vec.h"
#include "store/alias.h"
#include "store/apply.h"
#include "store/apply_tag.h"
#include "store/line_part.h"
#include "store/line_tag.h"
#include "store/store_impl.h"
#include "store/writing.h"
#include "text/tag.h"

enum { RETAG_BYTES = 1 << 20 }; /* of one line of the journal, whatever tags it is about: it is read as a whole */

/* A tag that is to have another name, or none. */
struct moving {
	int64_t id;
	struct str name, key, to, to_key;
	int64_t joins; /* the tag it becomes one with, 0: none */
};

struct retag {
	struct store *s;
	struct arena a;
	struct writing w;
	vec(struct moving) tags;
	struct buf line; /* in the making */
	struct line_part_writer part;
	int64_t first; /* the number of the action's first line, 0 before it is written */
};

static struct str
key_of(struct arena *a, struct str name)
{
	struct buf key = { 0 };
	struct str ret;

	tag_key(&key, name);
	ret = arena_dup(a, buf_str(&key));
	buf_free(&key);
	return ret;
}

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
resolve(struct retag *r, struct str *name, struct err *err)
{
	struct buf meant = { 0 };
	int rc = alias_resolve(r->s, *name, &meant, err);

	*name = arena_dup(&r->a, buf_str(&meant));
	buf_free(&meant);
	return rc;
}

static bool
is_moving(const struct retag *r, struct str key)
{
	for (size_t i = 0; i < r->tags.n; i++)
		if (str_eq(r->tags.v[i].key, key))
			return true;
	return false;
}

/* The tag and all under it that a post has, beside those that are there already. */
static int
read_family(struct retag *r, struct str from, struct err *err)
{
	sqlite3_stmt *st = stmt_get(r->s, STMT_TAG_FAMILY, err);
	struct str key = key_of(&r->a, from);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	stmt_bind_str(st, 2, arena_printf(&r->a, "%.*s/", STR(key)));
	stmt_bind_str(st, 3, arena_printf(&r->a, "%.*s0", STR(key))); /* "0" comes right behind "/" */
	while ((got = stmt_step(r->s, st, err)) > 0) {
		struct str name_key = stmt_str(st, 2, &r->a);

		if (!is_moving(r, name_key))
			*vec_add(&r->tags) = (struct moving){ .id = stmt_num(st, 0), .name = stmt_str(st, 1, &r->a), .key = name_key };
	}
	return got;
}

/* The tags of a name as it stands and, where only_one is not set or there are none, of what it is an alias of: *from is whose they are. */
static int
read_tags(struct retag *r, struct str *from, bool only_one, struct err *err)
{
	struct str meant = *from;

	if (read_family(r, *from, err) < 0 || resolve(r, &meant, err) < 0)
		return -1;
	if (!r->tags.n || !only_one) {
		if (read_family(r, meant, err) < 0)
			return -1;
		*from = meant;
	}
	if (!r->tags.n)
		return err_set(err, ERR_NOT_FOUND, tr("no post has the tag ‘%.*s’"), STR(*from));
	return 0;
}

/* The new name of each, and which tag it meets there that stays. */
static int
name_tags(struct retag *r, struct str from, struct str to, struct err *err)
{
	size_t parts = count_parts(from);
	struct buf checked = { 0 };
	int rc = 0;

	for (size_t i = 0; i < r->tags.n && !rc; i++) {
		struct moving *tag = &r->tags.v[i];
		sqlite3_stmt *st;

		tag->to = arena_printf(&r->a, "%.*s%.*s", STR(to), STR(behind(tag->name, parts)));
		tag->to_key = key_of(&r->a, tag->to);
		rc = tag_name(&checked, tag->to, err);
		if (rc || is_moving(r, tag->to_key))
			continue;
		st = stmt_get(r->s, STMT_TAG_USED, err);
		if (!st)
			rc = -1;
		else {
			stmt_bind_str(st, 1, tag->to_key);
			rc = stmt_int(r->s, st, 0, &tag->joins, err);
		}
	}
	buf_free(&checked);
	return rc;
}

/* ---- the journal */

/* Writes the line that is in the making, as one of the action. */
static int
flush(struct retag *r, const struct buf *names, struct err *err)
{
	struct buf line = { 0 };
	int64_t place;
	int rc = 0;

	if (r->line.n || (names && names->n)) {
		line_begin(&line, ++r->w.seq, "change");
		if (r->first)
			line_number(&line, "with", r->first);
		if (r->line.n)
			(void)buf_printf(&line, ",\"parts\":[%s]", buf_cstr(&r->line));
		if (names && names->n)
			(void)buf_printf(&line, ",\"tags\":[%s]", buf_cstr(names));
		(void)buf_putc(&line, '}');
		rc = writing_write(&r->w, buf_str(&line), &place, err);
		if (!r->first)
			r->first = r->w.seq;
		if (!rc)
			rc = apply_action(r->s, r->w.seq, place, r->first, err);
		buf_clear(&r->line);
	}
	buf_free(&line);
	return rc;
}

/* The posts of a tag that a statement of (uid, guid, title, link, date) gives, as parts of lines. */
static int
write_posts(struct retag *r, enum stmt which, enum line_part what, const struct moving *tag, struct str name, struct err *err)
{
	sqlite3_stmt *st = stmt_get(r->s, which, err);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, tag->id);
	if (which == STMT_TAG_ALONE)
		stmt_bind_int(st, 2, tag->joins);
	line_part_begin(&r->part, &r->line, what, name);
	while ((got = stmt_step(r->s, st, err)) > 0) {
		line_part_add(&r->part, stmt_peek(st, 0), stmt_peek(st, 1), stmt_peek(st, 2), stmt_peek(st, 3), stmt_time(st, 4));
		if (r->line.n < RETAG_BYTES)
			continue;
		(void)line_part_end(&r->part);
		if (flush(r, NULL, err) < 0) {
			stmt_done(st);
			return -1;
		}
		line_part_begin(&r->part, &r->line, what, name);
	}
	(void)line_part_end(&r->part);
	return got;
}

/* What the tags that meet another do, post by post. */
static int
write_joined(struct retag *r, struct err *err)
{
	for (size_t i = 0; i < r->tags.n; i++) {
		const struct moving *tag = &r->tags.v[i];

		if (tag->joins && (write_posts(r, STMT_TAG_ALONE, LINE_TAG, tag, tag->to, err) < 0 ||
		    write_posts(r, STMT_DUMP_TAG, LINE_UNTAG, tag, tag->name, err) < 0))
			return -1;
	}
	return 0;
}

static int
write_renamed(struct retag *r, struct err *err)
{
	struct buf names = { 0 };
	int rc;

	for (size_t i = 0; i < r->tags.n; i++)
		if (!r->tags.v[i].joins && !str_eq(r->tags.v[i].name, r->tags.v[i].to))
			line_tag_add(&names, r->tags.v[i].name, r->tags.v[i].to);
	rc = flush(r, &names, err);
	buf_free(&names);
	return rc;
}

/* ---- the cache */

static int
run(struct retag *r, enum stmt which, int64_t first, int64_t second, struct err *err)
{
	sqlite3_stmt *st = stmt_get(r->s, which, err);

	if (!st)
		return -1;
	if (first)
		stmt_bind_int(st, 1, first);
	if (second)
		stmt_bind_int(st, 2, second);
	return stmt_run(r->s, st, err);
}

/* The posts of the tags into temp.act. */
static int
choose(struct retag *r, int64_t *n, struct err *err)
{
	sqlite3_stmt *st;

	if (run(r, STMT_ACT_CLEAR, 0, 0, err) < 0)
		return -1;
	for (size_t i = 0; i < r->tags.n; i++)
		if (run(r, STMT_ACT_TAGGED, r->tags.v[i].id, 0, err) < 0)
			return -1;
	st = stmt_get(r->s, STMT_ACT_COUNT, err);
	return st ? stmt_int(r->s, st, 0, n, err) : -1;
}

static int
join_and_rename(struct retag *r, struct err *err)
{
	vec(struct apply_tag_move) moves = { 0 };
	int rc = 0;

	for (size_t i = 0; i < r->tags.n && !rc; i++) {
		const struct moving *tag = &r->tags.v[i];

		if (tag->joins)
			rc = apply_tag_join(r->s, tag->id, tag->joins, err);
		else
			*vec_add(&moves) = (struct apply_tag_move){ tag->name, tag->to };
	}
	if (!rc)
		rc = apply_tag_moves(r->s, moves.v, moves.n, err);
	vec_free(&moves);
	return rc;
}

static void
sum(const struct retag *r, struct retag_done *done)
{
	for (size_t i = 0; i < r->tags.n; i++) {
		done->joined += r->tags.v[i].joins != 0;
		done->tags += !r->tags.v[i].to.n || !str_eq(r->tags.v[i].name, r->tags.v[i].to);
	}
}

static int
rename_all(struct retag *r, struct str from, struct str to, struct retag_done *done, struct err *err)
{
	if (resolve(r, &to, err) < 0)
		return -1;
	if (read_tags(r, &from, true, err) < 0 || name_tags(r, from, to, err) < 0)
		return -1;
	sum(r, done);
	if (!done->tags)
		return 0;
	if (choose(r, &done->posts, err) < 0 || write_joined(r, err) < 0 || write_renamed(r, err) < 0)
		return -1;
	return join_and_rename(r, err);
}

static int
delete_all(struct retag *r, struct str name, struct retag_done *done, struct err *err)
{
	if (read_tags(r, &name, false, err) < 0 || choose(r, &done->posts, err) < 0)
		return -1;
	sum(r, done);
	for (size_t i = 0; i < r->tags.n; i++)
		if (write_posts(r, STMT_DUMP_TAG, LINE_UNTAG, &r->tags.v[i], r->tags.v[i].name, err) < 0)
			return -1;
	if (flush(r, NULL, err) < 0)
		return -1;
	for (size_t i = 0; i < r->tags.n; i++)
		if (run(r, STMT_TAG_EMPTY, r->tags.v[i].id, 0, err) < 0)
			return -1;
	return run(r, STMT_SET_OFF, 0, 0, err);
}

/* An action is all or nothing: where it fails its lines are taken back. */
static int
end(struct retag *r, int rc, struct retag_done *ret, const struct retag_done *done, struct err *err)
{
	if (rc < 0)
		writing_cancel(&r->w);
	rc = writing_end(&r->w, rc, err);
	if (!rc && ret)
		*ret = *done;
	vec_free(&r->tags);
	buf_free(&r->line);
	arena_free(&r->a);
	return rc;
}

int
retag_rename(struct store *s, struct str from, struct str to, struct retag_done *ret, struct err *err)
{
	struct retag r = { .s = s };
	struct retag_done done = { 0 };

	if (writing_begin(&r.w, s, err) < 0)
		return -1;
	return end(&r, rename_all(&r, from, to, &done, err), ret, &done, err);
}

int
retag_delete(struct store *s, struct str name, struct retag_done *ret, struct err *err)
{
	struct retag r = { .s = s };
	struct retag_done done = { 0 };

	if (writing_begin(&r.w, s, err) < 0)
		return -1;
	return end(&r, delete_all(&r, name, &done, err), ret, &done, err);
}
