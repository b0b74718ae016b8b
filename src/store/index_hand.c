#include "store/index_hand.h"

#include "store/apply.h"
#include "store/db.h"
#include "store/index_file.h"
#include "store/store_impl.h"

/* Posts of a transaction of the cache: some milliseconds. Each makes others who write read their pages anew. */
enum { TAKE_POSTS = 2048, FINISH_POSTS = 256 };

struct numbers {
	vec(int64_t) v; /* of posts, from the top */
};

/* Which posts: no text of theirs is read. */
static int
choose(struct store *s, int64_t budget, int64_t letters, struct numbers *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_NEXT, err);
	int64_t sum = 0;
	int got = st ? 0 : -1;

	if (st)
		stmt_bind_int(st, 1, budget);
	while (st && sum < letters && (got = stmt_step(s, st, err)) > 0) {
		*vec_add(&ret->v) = stmt_num(st, 0);
		sum += stmt_num(st, 1);
	}
	if (st)
		stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
run_range(struct store *s, enum stmt which, int64_t from, int64_t to, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, from);
	stmt_bind_int(st, 2, to);
	return stmt_run(s, st, err);
}

/* A transaction of the cache is over: others come in. */
static int
end(struct store *s, int rc, struct err *err)
{
	if (rc < 0)
		store_rollback(s);
	else
		rc = store_commit(s, err);
	db_yield();
	return rc;
}

static int
take_some(struct store *s, const int64_t *posts, size_t n, int64_t slice, struct err *err)
{
	int rc;

	if (store_begin(s, err) < 0)
		return -1;
	rc = apply_set(s, INDEX_FILE_SLICE, slice, err);
	if (!rc)
		rc = run_range(s, STMT_INDEX_TO_HAND, posts[n - 1], posts[0], err);
	if (!rc)
		rc = run_range(s, STMT_INDEX_UNQUEUE, posts[n - 1], posts[0], err);
	return end(s, rc, err);
}

int
index_hand_take(struct store *s, int64_t budget, int64_t letters, int64_t *slice, size_t *n, struct err *err)
{
	struct numbers posts = { 0 };
	struct index_mark wanted;
	int rc = index_file_wanted(s, &wanted, err) < 0 ? -1 : choose(s, budget, letters, &posts, err);

	*slice = wanted.slice + 1;
	*n = posts.v.n;
	for (size_t at = 0; at < *n && !rc; at += TAKE_POSTS)
		rc = take_some(s, posts.v.v + at, *n - at < TAKE_POSTS ? *n - at : TAKE_POSTS, *slice, err);
	vec_free(&posts.v);
	return rc;
}

int
index_hand_left(struct store *s, bool *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_HAND_ANY, err);
	int64_t n = 0;

	if (!st || stmt_int(s, st, 0, &n, err) < 0)
		return -1;
	*ret = n > 0;
	return 0;
}

static int
set_fact(struct store *s, const struct index_fact *fact, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_FACTS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, fact->post);
	stmt_bind_int(st, 2, fact->has);
	stmt_bind_int(st, 3, fact->seconds);
	stmt_bind_int(st, 4, fact->sections);
	return stmt_run(s, st, err);
}

static int
finish_some(struct store *s, const struct index_fact *facts, size_t n, struct err *err)
{
	int rc = 0;

	if (store_begin(s, err) < 0)
		return -1;
	for (size_t i = 0; i < n && !rc; i++)
		rc = set_fact(s, &facts[i], err);
	if (!rc)
		rc = run_range(s, STMT_HAND_DROP, facts[0].post, facts[n - 1].post, err);
	return end(s, rc, err);
}

int
index_hand_finish(struct store *s, const struct index_facts *facts, struct err *err)
{
	size_t n = facts->v.n;
	int rc = 0;

	for (size_t at = 0; at < n && !rc; at += FINISH_POSTS)
		rc = finish_some(s, facts->v.v + at, n - at < FINISH_POSTS ? n - at : FINISH_POSTS, err);
	return rc;
}

int
index_hand_back(struct store *s, struct err *err)
{
	struct index_mark wanted;
	int rc;

	if (index_file_wanted(s, &wanted, err) < 0 || store_begin(s, err) < 0)
		return -1;
	rc = run_range(s, STMT_HAND_BACK, INT64_MIN, INT64_MAX, err);
	if (!rc)
		rc = run_range(s, STMT_HAND_DROP, INT64_MIN, INT64_MAX, err);
	if (!rc)
		rc = apply_set(s, INDEX_FILE_SLICE, wanted.slice - 1, err);
	return end(s, rc, err);
}
