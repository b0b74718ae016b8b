#include "store/story.h"

#include "store/relink.h"
#include "store/store_impl.h"
#include "store/story_find.h"
#include "store/story_head.h"
#include "store/trace.h"

/* The post that story_fill() looks at next, in meta. */
#define NEXT "story_next"

enum {
	NO_STORY = 0,
	MEMBERS = 100, /* of one story: more are a template, not a story */
};

/* Runs a statement that gives one post, or all of one story, a story; NO_STORY is NULL there. */
static int
set(struct store *s, enum stmt which, int64_t what, int64_t story, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, what);
	if (story != NO_STORY)
		stmt_bind_int(st, 2, story);
	return stmt_run(s, st, err);
}

/* Runs a statement of a number that gives one. */
static int
get(struct store *s, enum stmt which, int64_t one, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, one);
	return stmt_int(s, st, 0, ret, err);
}

static int
count_members(struct store *s, int64_t story, int64_t *n, struct err *err)
{
	return get(s, STMT_STORY_COUNT, story, n, err);
}

/* The story of a post, or NO_STORY. */
static int
story_of(struct store *s, int64_t id, int64_t *story, struct err *err)
{
	return get(s, STMT_STORY_OF, id, story, err);
}

/* Whether two posts of one feed, at two addresses, would be of one story. */
static int
do_clash(struct store *s, const int64_t ids[2], const int64_t stories[2], bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_STORY_CLASH, err);
	int64_t clash;

	if (!st)
		return -1;
	for (int i = 0; i < 2; i++) {
		stmt_bind_int(st, 2 * i + 1, ids[i]);
		if (stories[i] != NO_STORY)
			stmt_bind_int(st, 2 * i + 2, stories[i]);
	}
	if (stmt_int(s, st, 0, &clash, err) < 0)
		return -1;
	*ret = clash;
	return 0;
}

/* Two posts, and all that are of one story with either, into one: the one with the lowest number. */
static int
join(struct store *s, int64_t a, int64_t b, struct err *err)
{
	int64_t ids[2] = { a, b }, stories[2], n[2] = { 1, 1 }, to;
	bool is_clash;

	for (int i = 0; i < 2; i++)
		if (story_of(s, ids[i], &stories[i], err) < 0 ||
		    (stories[i] != NO_STORY && count_members(s, stories[i], &n[i], err) < 0))
			return -1;
	if ((stories[0] != NO_STORY && stories[0] == stories[1]) || n[0] + n[1] > MEMBERS)
		return 0;
	if (do_clash(s, ids, stories, &is_clash, err) < 0)
		return -1;
	if (is_clash)
		return 0;
	for (int i = 0; i < 2; i++)
		if (stories[i] == NO_STORY)
			stories[i] = ids[i];
	to = stories[0] < stories[1] ? stories[0] : stories[1];
	for (int i = 0; i < 2; i++)
		if (set(s, STMT_STORY_SET, ids[i], to, err) < 0 || set(s, STMT_STORY_MOVE, stories[i], to, err) < 0)
			return -1;
	return 0;
}

static int renew(struct story *st, int64_t id, bool is_first, struct err *err);

static int
enter(struct story *st, const struct story_post *post, bool is_first, struct err *err)
{
	struct story_find f = { .st = st, .post = post };
	int rc = story_find(&f, err);

	for (size_t i = 0; i < f.same.n && !rc; i++)
		rc = join(st->s, post->id, f.same.v[i].id, err);
	/* What was one post's address, or text, is now that of several: it says nothing any more. */
	for (size_t i = 0; i < f.rivals.n && !rc && is_first; i++)
		rc = renew(st, f.rivals.v[i], false, err);
	story_find_free(&f);
	return rc;
}

int
story_begin(struct story *st, struct err *err)
{
	return story_head_begin(st->s, err);
}

int
story_enter(struct story *st, const struct story_post *post, struct err *err)
{
	return enter(st, post, true, err);
}

static int
enter_again(struct story *st, int64_t id, bool is_first, struct err *err)
{
	struct arena a = { 0 };
	struct story_post post;
	int64_t story;
	int rc = story_find_load(st->s, &a, id, &post, &story, err);

	if (!rc && post.id)
		rc = enter(st, &post, is_first, err);
	arena_free(&a);
	return rc;
}

/* Takes a story apart and puts its posts together anew. */
static int
renew(struct story *st, int64_t id, bool is_first, struct err *err)
{
	struct story_rows members = { 0 };
	int64_t story;
	int rc = story_of(st->s, id, &story, err);

	if (rc < 0)
		return -1;
	if (!story)
		return is_first ? enter_again(st, id, true, err) : 0;
	rc = story_find_rows(st->s, STMT_STORY_MEMBERS, story, &members, err);
	if (!rc)
		rc = set(st->s, STMT_STORY_MOVE, story, NO_STORY, err);
	for (size_t i = 0; i < members.n && !rc; i++)
		rc = enter_again(st, members.v[i].id, is_first && members.v[i].id == id, err);
	vec_free(&members);
	return rc;
}

int
story_renew(struct story *st, int64_t id, struct err *err)
{
	return renew(st, id, true, err);
}

void
story_free(struct story *st)
{
	near_free(&st->own);
	near_free(&st->other);
	arena_free(&st->a);
}

static int
note(struct story *st, int64_t id, struct err *err)
{
	struct arena a = { 0 };
	struct story_post post;
	struct story_find f = { .st = st, .post = &post };
	int64_t story;
	int rc = story_find_load(st->s, &a, id, &post, &story, err);

	if (!rc && post.id)
		story_find_note(&f);
	story_find_free(&f);
	arena_free(&a);
	return rc;
}

int
story_catch_up(struct store *s, struct err *err)
{
	struct story st = { .s = s };
	struct story_rows posts = { 0 };
	int64_t last;
	int rc = trace_last(s, &last, err);

	if (!rc)
		rc = story_find_rows(s, STMT_TRACE_LEFT, last, &posts, err);
	for (size_t i = 0; i < posts.n && !rc; i++)
		rc = note(&st, posts.v[i].id, err);
	if (!rc && posts.n)
		rc = trace_settle(s, true, err);
	vec_free(&posts);
	story_free(&st);
	return rc;
}

/* Looks at a post of before. */
static int
fill_one(struct story *st, int64_t id, struct err *err)
{
	return relink_post(st->s, id, err) < 0 ? -1 : enter_again(st, id, true, err);
}

static int
fill(struct story *st, const struct story_rows *posts, struct err *err)
{
	sqlite3_stmt *put;

	for (size_t i = 0; i < posts->n; i++)
		if (fill_one(st, posts->v[i].id, err) < 0)
			return -1;
	put = stmt_get(st->s, STMT_META_SET, err);
	if (!put)
		return -1;
	stmt_bind_str(put, 1, str_lit(NEXT));
	stmt_bind_int(put, 2, posts->n ? posts->v[posts->n - 1].id - 1 : 0);
	return stmt_run(st->s, put, err);
}

int
story_fill(struct store *s, bool *is_done, struct err *err)
{
	struct story st = { .s = s };
	struct story_rows posts = { 0 };
	sqlite3_stmt *get = stmt_get(s, STMT_META_GET, err);
	int64_t next;
	int rc;

	if (!get)
		return -1;
	stmt_bind_str(get, 1, str_lit(NEXT));
	if (stmt_int(s, get, 0, &next, err) < 0)
		return -1;
	*is_done = !next;
	if (!next)
		return 0;
	rc = story_find_rows(s, STMT_STORY_NEXT, next, &posts, err);
	if (!rc)
		rc = store_begin(s, err);
	if (!rc && fill(&st, &posts, err) < 0) {
		store_rollback(s);
		rc = -1;
	} else if (!rc)
		rc = store_commit(s, err);
	if (!rc)
		rc = trace_settle(s, false, err);
	vec_free(&posts);
	story_free(&st);
	return rc;
}

int
story_start_over(struct store *s, struct err *err)
{
	sqlite3_stmt *put = stmt_get(s, STMT_STORY_START_OVER, err);

	if (!put)
		return -1;
	stmt_bind_str(put, 1, str_lit(NEXT));
	return stmt_run(s, put, err) < 0 ? -1 : trace_skip(s, err);
}
