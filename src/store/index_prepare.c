#include "store/index_prepare.h"

#include "store/db.h"
#include "store/index.h"
#include "store/index_rows.h"
#include "store/schema.h"
#include "store/snapshot.h"
#include "store/store_impl.h"

enum { KEPT = 4 * INDEX_PREPARE_POSTS }; /* posts in the table, before it is made anew */

/* ---- lists, from the highest number */

static int
read_list(struct store *s, enum stmt which, struct store_waitings *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);
	int got = -1;

	if (st)
		stmt_bind_int(st, 1, INDEX_PREPARE_POSTS);
	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&ret->v) = (struct store_waiting){ stmt_num(st, 0), stmt_num(st, 1) };
	if (st)
		stmt_done(st);
	return got;
}

/* The posts of both, up to max; where one is in both, that of the first counts. */
static void
join(struct store_waitings *ret, const struct store_waitings *a, const struct store_waitings *b, size_t max)
{
	size_t i = 0, k = 0;

	while (ret->v.n < max && (i < a->v.n || k < b->v.n)) {
		bool is_first = k == b->v.n || (i < a->v.n && a->v.v[i].post >= b->v.v[k].post);

		k += k < b->v.n && i < a->v.n && a->v.v[i].post == b->v.v[k].post;
		*vec_add(&ret->v) = is_first ? a->v.v[i++] : b->v.v[k++];
	}
}

/* The newest that wait, with what tells their texts from later ones. A post in hand that has changed waits in the queue as well. */
static int
read_newest(struct store *s, struct store_waitings *ret, struct err *err)
{
	struct store_waitings queue = { 0 }, hand = { 0 };
	int rc = read_list(s, STMT_WAITING_QUEUE, &queue, err) < 0 ? -1 : read_list(s, STMT_WAITING_HAND, &hand, err);

	if (!rc)
		join(ret, &queue, &hand, INDEX_PREPARE_POSTS);
	vec_free(&queue.v);
	vec_free(&hand.v);
	return rc;
}

/* ---- the table */

static int
add(struct store *s, const struct index_row *row, struct index_text *text, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_WAITING_ADD, err);

	if (!st)
		return -1;
	index_text_make(text, &row->is);
	stmt_bind_int(st, 1, row->post);
	index_rows_bind(st, 2, text);
	return stmt_run(s, st, err);
}

/* Puts those in that the table does not have yet. */
static int
add_new(struct store *s, const struct store_waitings *newest, struct err *err)
{
	struct index_rows rows = { 0 };
	struct index_text text = { 0 };
	size_t k = 0;
	int rc = 0;

	for (size_t i = 0; i < newest->v.n && !rc; i++) {
		while (k < s->waiting.v.n && s->waiting.v.v[k].post > newest->v.v[i].post)
			k++;
		if (k < s->waiting.v.n && s->waiting.v.v[k].post == newest->v.v[i].post)
			continue;
		rc = index_rows_post(s, &rows, newest->v.v[i].post, err);
		if (!rc && rows.rows.n)
			rc = add(s, &rows.rows.v[0], &text, err);
	}
	index_text_free(&text);
	index_rows_free(&rows);
	return rc;
}

/* Whether all that the table has of these is as they are now: a text cannot be taken out of it again. */
static bool
is_current(const struct store *s, const struct store_waitings *newest)
{
	size_t i = 0;

	for (size_t k = 0; k < s->waiting.v.n; k++) {
		while (i < newest->v.n && newest->v.v[i].post > s->waiting.v.v[k].post)
			i++;
		if (i < newest->v.n && newest->v.v[i].post == s->waiting.v.v[k].post && newest->v.v[i].turn != s->waiting.v.v[k].turn)
			return false;
	}
	return s->waiting_version && s->waiting.v.n <= KEPT;
}

static int
is_waiting(struct store *s, int64_t post, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_WAITING_IS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	return stmt_int(s, st, 0, ret, err);
}

/* How many wait that the table does not have. Below the newest it may have some of those that were it before. */
static int
count_left(struct store *s, const struct store_waitings *newest, int64_t *left, struct err *err)
{
	int64_t all, is, lowest = newest->v.n ? newest->v.v[newest->v.n - 1].post : INT64_MAX;

	if (index_behind(s, &all, err) < 0)
		return -1;
	s->has_waiting = all > 0;
	all -= (int64_t)newest->v.n;
	for (size_t k = s->waiting.v.n; all && k-- && s->waiting.v.v[k].post < lowest;) {
		if (is_waiting(s, s->waiting.v.v[k].post, &is, err) < 0)
			return -1;
		all -= is;
	}
	*left = all;
	return 0;
}

static int
fill(struct store *s, const struct store_waitings *newest, struct err *err)
{
	static const char empty[] = SCHEMA_WAITING "; INSERT INTO temp.post_waiting(post_waiting) VALUES('delete-all')";
	struct store_waitings all = { 0 };

	if (!is_current(s, newest)) {
		s->waiting.v.n = 0;
		if (db_exec(s->db, empty, err) < 0)
			return -1;
	}
	s->waiting_version = 0; /* until it is done */
	if (add_new(s, newest, err) < 0)
		return -1;
	join(&all, newest, &s->waiting, SIZE_MAX);
	vec_free(&s->waiting.v);
	s->waiting = all;
	return 0;
}

static int
prepare(struct store *s, int64_t *left, struct err *err)
{
	int64_t before = sqlite3_total_changes64(s->db);
	struct store_waitings newest = { 0 };
	int rc = read_newest(s, &newest, err);

	if (!rc)
		rc = fill(s, &newest, err);
	/* Nobody is told of a change: what is in memory is no part of the cache. */
	s->own_changes += sqlite3_total_changes64(s->db) - before;
	if (!rc)
		rc = count_left(s, &newest, left, err);
	vec_free(&newest.v);
	if (rc < 0)
		return -1;
	s->waiting_left = *left;
	s->waiting_version = store_version(s);
	return 0;
}

int
index_prepare(struct store *s, int64_t *left, struct err *err)
{
	int rc = 0;

	if (snapshot_begin(s, err) < 0)
		return -1;
	*left = s->waiting_left;
	if (!s->waiting_version || s->waiting_version != store_version(s))
		rc = prepare(s, left, err);
	snapshot_end(s);
	return rc;
}
