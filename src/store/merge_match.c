#include "store/merge_match.h"

#include "store/identity.h"
#include "store/store_impl.h"

static struct str
key_of(const int64_t *id)
{
	return str_new((const char *)id, sizeof *id);
}

void
merge_match_take(struct merge_match *m, int64_t id)
{
	*map_at(&m->taken, key_of(&id)) = m;
}

void
merge_match_clear(struct merge_match *m)
{
	map_free(&m->taken);
}

bool
merge_match_is_taken(const struct merge_match *m, int64_t id)
{
	return map_find(&m->taken, key_of(&id)) != NULL;
}

static int
read_hit(struct merge_match *m, sqlite3_stmt *st, struct merge_hit *hit, struct err *err)
{
	int got = stmt_step(m->s, st, err);

	if (got < 0)
		return -1;
	if (got)
		*hit = (struct merge_hit){
			.id = stmt_num(st, 0), .stub = stmt_num(st, 1), .hash = stmt_num(st, 2),
			.published = stmt_time(st, 3), .first_seen = stmt_num(st, 4), .is_alike = stmt_num(st, 5),
		};
	stmt_done(st);
	return 0;
}

int
merge_match_guid(struct merge_match *m, struct str guid, struct str link_key, struct str title,
    struct merge_hit *hit, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, STMT_POST_KNOWN, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_str(st, 2, guid);
	if (link_key.n)
		stmt_bind_str(st, 3, link_key);
	stmt_bind_str(st, 4, title);
	return read_hit(m, st, hit, err);
}

/* Addresses as ids, which differ in what makes no other post: the scheme, tracking parameters. */
static bool
is_same_id(struct str a, struct str b)
{
	struct buf x = { 0 }, y = { 0 };
	bool is_same;

	identity_link(&x, a);
	identity_link(&y, b);
	is_same = x.n && str_eq(buf_str(&x), buf_str(&y));
	buf_free(&x);
	buf_free(&y);
	return is_same;
}

/* Feeds whose every post links to one page (a homepage) must not melt into one post. A stub without a title has only its link. */
static bool
is_same_link(sqlite3_stmt *st, const struct post *post, struct str link_key)
{
	int64_t published = stmt_time(st, 2);

	if (!post->id.n || str_eq(stmt_peek(st, 3), link_key) || !stmt_peek(st, 1).n)
		return true;
	if (str_eq(stmt_peek(st, 1), post->title) || is_same_id(stmt_peek(st, 3), post->id))
		return true;
	return published != CLOCK_NONE && published == post->published;
}

static int
by_link(struct merge_match *m, const struct post *post, struct str link_key, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, STMT_POST_SAME_LINK, err);
	int got = -1;

	*id = 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_str(st, 2, link_key);
	while (!*id && (got = stmt_step(m->s, st, err)) > 0)
		if (!merge_match_is_taken(m, stmt_num(st, 0)) && is_same_link(st, post, link_key))
			*id = stmt_num(st, 0);
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
by_title(struct merge_match *m, int64_t title_key, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, STMT_POST_SAME_TITLE, err);
	int got = -1;

	*id = 0;
	if (!st)
		return -1;
	stmt_bind_int(st, 1, m->feed);
	stmt_bind_int(st, 2, title_key);
	while (!*id && (got = stmt_step(m->s, st, err)) > 0)
		if (!merge_match_is_taken(m, stmt_num(st, 0)))
			*id = stmt_num(st, 0);
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

int
merge_match_other(struct merge_match *m, const struct post *post, struct str link_key, const int64_t *title_key,
    struct merge_hit *hit, struct err *err)
{
	sqlite3_stmt *st;
	int64_t id = 0;

	if (link_key.n && by_link(m, post, link_key, &id, err) < 0)
		return -1;
	if (!id && title_key && by_title(m, *title_key, &id, err) < 0)
		return -1;
	if (!id)
		return 0;
	st = stmt_get(m->s, STMT_POST_BY_ROW, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	return read_hit(m, st, hit, err);
}

int
merge_match_text(struct merge_match *m, struct arena *a, int64_t id, bool with_text, struct str *title,
    struct str *text, struct err *err)
{
	sqlite3_stmt *st = stmt_get(m->s, with_text ? STMT_STORY_POST : STMT_POST_EXCERPT, err);
	int got;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	got = stmt_step(m->s, st, err);
	if (got < 0)
		return -1;
	*title = got ? stmt_str(st, 4, a) : STR_NONE;
	*text = got ? stmt_str(st, 5, a) : STR_NONE;
	stmt_done(st);
	return 0;
}
