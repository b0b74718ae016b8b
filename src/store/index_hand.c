#include "store/index_hand.h"

#include "store/apply.h"
#include "store/db.h"
#include "store/index_file.h"
#include "store/store_impl.h"

struct numbers {
	vec(int64_t) v; /* of posts, from the top */
};

/* Which posts: no text of theirs is read. None where they are too few. */
static int
choose(struct store *s, const struct index_hand_want *want, struct numbers *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_NEXT, err);
	int64_t sum = 0;
	int got = st ? 0 : -1;

	if (st)
		stmt_bind_int(st, 1, want->posts);
	while (st && sum < want->letters && (got = stmt_step(s, st, err)) > 0) {
		*vec_add(&ret->v) = stmt_num(st, 0);
		sum += stmt_num(st, 1);
	}
	if (st)
		stmt_done(st);
	if (sum < want->letters && (int64_t)ret->v.n < want->least)
		ret->v.n = 0;
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

int
index_hand_move(struct store *s, int64_t from, int64_t to, struct err *err)
{
	return run_range(s, STMT_INDEX_TO_HAND, from, to, err) < 0 ? -1 : run_range(s, STMT_INDEX_UNQUEUE, from, to, err);
}

static int
move(struct store *s, const int64_t *posts, size_t n, struct err *err)
{
	struct index_mark wanted;

	if (index_file_wanted(s, &wanted, err) < 0 || apply_set(s, INDEX_FILE_SLICE, wanted.slice + 1, err) < 0)
		return -1;
	return index_hand_move(s, posts[n - 1], posts[0], err);
}

/* Within a transaction. */
static int
take(struct store *s, const struct index_hand_want *want, int64_t *n, struct err *err)
{
	struct numbers posts = { 0 };
	int rc = choose(s, want, &posts, err);

	if (!rc && posts.v.n)
		rc = move(s, posts.v.v, posts.v.n, err);
	*n = (int64_t)posts.v.n;
	vec_free(&posts.v);
	return rc;
}

int
index_hand_take(struct store *s, const struct index_hand_want *want, int64_t *n, struct err *err)
{
	*n = 0;
	if (store_begin(s, err) < 0)
		return -1;
	return end(s, take(s, want, n, err), err);
}

int
index_hand_left(struct store *s, int64_t *n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_HAND_COUNT, err);

	return st ? stmt_int(s, st, 0, n, err) : -1;
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

int
index_hand_know(struct store *s, const struct index_facts *facts, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; i < facts->v.n && !rc; i++)
		rc = set_fact(s, &facts->v.v[i], err);
	return rc;
}

static int
finish(struct store *s, const struct index_facts *facts, struct err *err)
{
	int rc = index_hand_know(s, facts, err);

	return rc ? -1 : run_range(s, STMT_HAND_DROP, facts->v.v[0].post, facts->v.v[facts->v.n - 1].post, err);
}

/* Each transaction makes others who write read their pages anew, and they hold the cache most of the time: there is one a slice. */
int
index_hand_finish(struct store *s, const struct index_facts *facts, const struct index_hand_want *next, struct err *err)
{
	int64_t n;
	int rc;

	if (!facts->v.n)
		return 0;
	if (store_begin(s, err) < 0)
		return -1;
	rc = finish(s, facts, err);
	if (!rc && next)
		rc = take(s, next, &n, err);
	return end(s, rc, err);
}

int
index_hand_drop(struct store *s, struct err *err)
{
	return run_range(s, STMT_HAND_DROP, INT64_MIN, INT64_MAX, err);
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
		rc = index_hand_drop(s, err);
	if (!rc)
		rc = apply_set(s, INDEX_FILE_SLICE, wanted.slice - 1, err);
	return end(s, rc, err);
}
