#include "store/index_hand.h"

#include "store/apply.h"
#include "store/db.h"
#include "store/index_apart.h"
#include "store/index_file.h"
#include "store/store_impl.h"

/* Posts that stand behind one another in the queue. */
struct range {
	int64_t n, from, to;
};

static void
add(struct range *range, int64_t post)
{
	range->from = !range->n || post < range->from ? post : range->from;
	range->to = !range->n || post > range->to ? post : range->to;
	range->n++;
}

/* Which posts: no text of theirs is read. None where they are too few. */
static int
choose(struct store *s, const struct index_hand_want *want, struct range *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, index_apart_is_on(s) ? STMT_INDEX_NEXT_ABOVE : STMT_INDEX_NEXT, err);
	int64_t sum = 0;
	int got = st ? 0 : -1;

	if (st) {
		stmt_bind_int(st, 1, want->posts);
		stmt_bind_int(st, 2, index_apart_last(s));
	}
	while (st && sum < want->letters && (got = stmt_step(s, st, err)) > 0) {
		add(ret, stmt_num(st, 0));
		sum += stmt_num(st, 1);
	}
	if (st)
		stmt_done(st);
	if (sum < want->letters && ret->n < want->least)
		ret->n = 0;
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

/* To the number of slices that the file has when the posts in hand are in it. */
static int
count_slice(struct store *s, int by, struct err *err)
{
	struct index_mark wanted;

	return index_file_wanted(s, &wanted, err) < 0 ? -1 : apply_set(s, INDEX_FILE_SLICE, wanted.slice + by, err);
}

/* What is made apart is one slice. */
static int
move(struct store *s, const struct range *posts, struct err *err)
{
	if (index_apart_last(s) == INT64_MIN && count_slice(s, 1, err) < 0)
		return -1;
	return run_range(s, STMT_INDEX_TO_HAND, posts->from, posts->to, err) < 0 ? -1 :
	    run_range(s, STMT_INDEX_UNQUEUE, posts->from, posts->to, err);
}

/* Within a transaction. */
static int
take(struct store *s, const struct index_hand_want *want, int64_t *n, struct err *err)
{
	struct range posts = { 0 };
	int rc = choose(s, want, &posts, err);

	if (!rc && posts.n)
		rc = move(s, &posts, err);
	*n = posts.n;
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

	if (!st)
		return -1;
	stmt_bind_int(st, 1, index_apart_last(s));
	return stmt_int(s, st, 0, n, err);
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
finish(struct store *s, const struct index_facts *facts, struct err *err)
{
	size_t n = facts->v.n;
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++)
		rc = set_fact(s, &facts->v.v[i], err);
	if (!rc && index_apart_is_on(s))
		index_apart_reach(s, facts->v.v[n - 1].post);
	else if (!rc)
		rc = run_range(s, STMT_HAND_DROP, facts->v.v[0].post, facts->v.v[n - 1].post, err);
	return rc;
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
index_hand_back(struct store *s, struct err *err)
{
	int rc;

	if (store_begin(s, err) < 0)
		return -1;
	rc = run_range(s, STMT_HAND_BACK, INT64_MIN, INT64_MAX, err);
	if (!rc)
		rc = run_range(s, STMT_HAND_DROP, INT64_MIN, INT64_MAX, err);
	if (!rc)
		rc = count_slice(s, -1, err);
	return end(s, rc, err);
}

int
index_hand_drop(struct store *s, int64_t last, struct err *err)
{
	int64_t left;

	if (index_hand_left(s, &left, err) < 0 || run_range(s, STMT_HAND_DROP, INT64_MIN, last, err) < 0)
		return -1;
	return left ? count_slice(s, 1, err) : 0;
}
