#include "store/full_wanted.h"

#include "base/vec.h"
#include "store/errand.h"
#include "store/full_look.h"
#include "store/store_impl.h"

enum { SLICE = 500 }; /* posts of one transaction: some milliseconds */

static enum full_how
how_of(int64_t how)
{
	return how > 0 && how < FULL_HOWS ? (enum full_how)how : FULL_FINE;
}

static struct full_wanted
read_row(sqlite3_stmt *st, struct arena *a)
{
	return (struct full_wanted){
		.post = stmt_num(st, 0), .by = (enum full_wanted_by)stmt_num(st, 1), .is_anew = stmt_num(st, 2) == FULL_BY_CHANGE,
		.feed = stmt_num(st, 3), .host = stmt_str(st, 4, a), .is_shown = stmt_num(st, 5), .is_read = stmt_num(st, 6),
		.is_unlucky = stmt_num(st, 7) >= FULL_FEED_UNLUCKY, .is_there = stmt_num(st, 8), .how = how_of(stmt_num(st, 9)),
		.tried = stmt_time(st, 10), .fails = stmt_num(st, 11), .held_until = stmt_time(st, 12),
	};
}

int
full_wanted_list(struct store *s, struct arena *a, struct full_wanted **ret, size_t *n, struct err *err)
{
	vec(struct full_wanted) list = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_WANTED_LIST, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&list) = read_row(st, a);
	if (!got) {
		*ret = arena_new(a, struct full_wanted, list.n);
		for (size_t i = 0; i < list.n; i++)
			(*ret)[i] = list.v[i];
		*n = list.n;
	}
	vec_free(&list);
	return got;
}

int
full_wanted_end(struct store *s, int64_t post, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_WANTED_END, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	return stmt_run(s, st, err);
}

/* by < 0: they are wanted no more. */
static int
change_slice(struct store *s, const int64_t *posts, size_t n, int by, struct err *err)
{
	int rc = 0;

	if (store_begin(s, err) < 0)
		return -1;
	if (by >= 0)
		rc = errand_add(s, ERRAND_FULLTEXT, by, posts, n, err);
	for (size_t i = 0; i < n && by < 0 && !rc; i++)
		rc = full_wanted_end(s, posts[i], err);
	if (!rc)
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

static int
change(struct store *s, const int64_t *posts, size_t n, int by, struct err *err)
{
	for (size_t i = 0; i < n; i += SLICE)
		if (change_slice(s, posts + i, n - i < SLICE ? n - i : SLICE, by, err) < 0)
			return -1;
	return 0;
}

int
full_wanted_add(struct store *s, const int64_t *posts, size_t n, enum full_wanted_by by, struct err *err)
{
	return change(s, posts, n, (int)by, err);
}

int
full_wanted_drop(struct store *s, const int64_t *posts, size_t n, struct err *err)
{
	return change(s, posts, n, -1, err);
}
