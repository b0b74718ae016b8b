#include "store/trace.h"

#include <stdlib.h>

#include "base/map.h"
#include "store/apply.h"
#include "store/store_impl.h"
#include "store/story_head.h"

#define LAST "traced"

enum {
	MANY = 12000, /* fifteen milliseconds */
	FOUND = 32,  /* posts of one key: beyond it is a template */
	TOGETHER = 16, /* rows of STMT_TRACE_ADD_MANY: to run a statement takes as long as to add a row */
	UNKNOWN = -1,
	WRITTEN_WORDS = 1 << 16, /* of a million keys every seventh is looked for in vain */
};

struct trace_row {
	int64_t key, post, feed;
	size_t before; /* the row of this key that came before, counted from 1; 0 for none */
};

/* What is in memory. */
struct trace {
	vec(struct trace_row) rows;
	struct map keys; /* to the last row of each, counted from 1 */
	size_t kept;     /* rows of posts that no rollback takes back */
	bool is_looked_at; /* whether the table was empty at first */
	int64_t has_pages;  /* whether keys may be there that pages gave their posts; -1: not known in this transaction */
	uint64_t *written; /* two bits of one word for each key that was written; NULL where others have written before */
};

/* The trace, which stays until the store is closed. */
static struct trace *
trace_of(struct store *s)
{
	if (!s->trace) {
		s->trace = mem_zalloc(1, sizeof *s->trace);
		s->trace->has_pages = UNKNOWN;
	}
	return s->trace;
}

static uint64_t *
word_of(const struct trace *t, int64_t key)
{
	return &t->written[(uint64_t)key % WRITTEN_WORDS];
}

/* By parts of the key that do not say which word, nor are alike in all keys of a kind, as the highest are (store/near.h). */
static uint64_t
bits_of(int64_t key)
{
	return (uint64_t)1 << ((uint64_t)key >> 16) % 64 | (uint64_t)1 << ((uint64_t)key >> 24) % 64;
}

void
trace_add(struct store *s, int64_t key, int64_t post, int64_t feed)
{
	struct trace *t = trace_of(s);
	void **last = map_at(&t->keys, map_number(&key));

	*vec_add(&t->rows) = (struct trace_row){ key, post, feed, (size_t)(uintptr_t)*last };
	*last = (void *)(uintptr_t)t->rows.n;
}

void
trace_keep(struct store *s)
{
	if (!s->trace || s->depth)
		return;
	s->trace->kept = s->trace->rows.n;
	s->trace->has_pages = UNKNOWN;
}

void
trace_take_back(struct store *s)
{
	struct trace *t = s->trace;

	for (; t && s->depth && t->rows.n > t->kept; t->rows.n--) {
		const struct trace_row *last = &t->rows.v[t->rows.n - 1];

		*map_at(&t->keys, map_number(&last->key)) = (void *)(uintptr_t)last->before;
	}
}

/* Whose post it is; 0 for one that is gone, or has no text of its own. */
static int
feed_of(struct store *s, int64_t post, int64_t *feed, struct err *err)
{
	const struct story_brief *brief = story_head_brief(s, post);
	const struct story_head *head = NULL;

	if (!brief && !(head = story_head_get(s, post, err)))
		return -1;
	*feed = brief ? brief->feed_id : head->post.feed_id;
	return 0;
}

/* Up to max of those that were written: which post they are of says what is kept of it, where it is. */
static int
find_written(struct store *s, int64_t key, size_t max, struct story_rows *rows, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TRACE_FIND, err);
	int got = -1;

	if (st)
		stmt_bind_int(st, 1, key);
	while (st && max && (got = stmt_step(s, st, err)) > 0) {
		int64_t post = stmt_num(st, 0), feed;

		if (feed_of(s, post, &feed, err) < 0) {
			got = -1;
			break;
		}
		if (!feed)
			continue;
		*vec_add(rows) = (struct story_candidate){ post, feed, STORY_UNREAD };
		max--;
	}
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

static int
find(struct store *s, int64_t key, bool is_in_table, struct story_rows *rows, struct err *err)
{
	const struct trace *t = trace_of(s);
	size_t at = (size_t)(uintptr_t)map_find(&t->keys, map_number(&key)), n = 0;

	for (; at && n < FOUND; at = t->rows.v[at - 1].before, n++)
		*vec_add(rows) = (struct story_candidate){ t->rows.v[at - 1].post, t->rows.v[at - 1].feed, STORY_UNREAD };
	return n < FOUND && is_in_table ? find_written(s, key, FOUND, rows, err) : 0;
}

/* The first time: whether there is something that others have written. */
static int
look_at_table(struct store *s, struct trace *t, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_TRACE_ANY, err);
	int64_t any = 0;

	if (!st || stmt_int(s, st, 0, &any, err) < 0)
		return -1;
	if (!any)
		t->written = mem_zalloc(WRITTEN_WORDS, sizeof *t->written);
	t->is_looked_at = true;
	return 0;
}

static bool
is_written(const struct trace *t, int64_t key)
{
	return !t->written || !(bits_of(key) & ~*word_of(t, key));
}

/* Unless it is known that nobody has written it. */
static int
find_if_written(struct store *s, int64_t key, bool may_be_of_page, struct story_rows *rows, struct err *err)
{
	struct trace *t = trace_of(s);

	if (!t->is_looked_at && look_at_table(s, t, err) < 0)
		return -1;
	return find(s, key, may_be_of_page || is_written(t, key), rows, err);
}

/* Whoever reads a page gives its post an address: others may, too, but not within this transaction. */
static int
look_for_pages(struct store *s, struct trace *t, struct err *err)
{
	sqlite3_stmt *st;

	if (s->depth && t->has_pages != UNKNOWN)
		return 0;
	st = stmt_get(s, STMT_TRACE_PAGES, err);
	return st ? stmt_int(s, st, 0, &t->has_pages, err) : -1;
}

int
trace_find(struct store *s, int64_t key, struct story_rows *rows, struct err *err)
{
	struct trace *t = trace_of(s);

	return look_for_pages(s, t, err) < 0 ? -1 : find_if_written(s, key, t->has_pages, rows, err);
}

int
trace_find_text(struct store *s, int64_t key, struct story_rows *rows, struct err *err)
{
	return find_if_written(s, key, false, rows, err);
}

static int
compare(const void *left, const void *right)
{
	const struct trace_row *a = *(const struct trace_row *const *)left, *b = *(const struct trace_row *const *)right;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return (a->post > b->post) - (a->post < b->post);
}

int
trace_skip(struct store *s, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_NEWEST, err);
	int64_t newest;

	return !st || stmt_int(s, st, 0, &newest, err) < 0 ? -1 : apply_set(s, LAST, newest, err);
}

/* Rows one behind the other, by a statement that takes as many. */
static int
write_some(struct store *s, enum stmt which, const struct trace_row *const *rows, int n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	for (int i = 0; i < n; i++) {
		if (s->trace->written)
			*word_of(s->trace, rows[i]->key) |= bits_of(rows[i]->key);
		stmt_bind_int(st, 2 * i + 1, rows[i]->key);
		stmt_bind_int(st, 2 * i + 2, rows[i]->post);
	}
	return stmt_run(s, st, err);
}

/* In order: each page is written once. The rows stay where they are, and are found as before when this fails. */
static int
write_rows(struct store *s, struct err *err)
{
	size_t n = s->trace->rows.n, i = 0;
	const struct trace_row **order = mem_alloc(n * sizeof *order);
	int rc = 0;

	for (size_t k = 0; k < n; k++)
		order[k] = &s->trace->rows.v[k];
	qsort(order, n, sizeof *order, compare);
	for (; i + TOGETHER <= n && !rc; i += TOGETHER)
		rc = write_some(s, STMT_TRACE_ADD_MANY, order + i, TOGETHER, err);
	for (; i < n && !rc; i++)
		rc = write_some(s, STMT_TRACE_ADD, order + i, 1, err);
	free(order);
	return rc < 0 ? -1 : trace_skip(s, err);
}

static void
forget(struct store *s)
{
	vec_free(&s->trace->rows);
	map_free(&s->trace->keys);
	s->trace->kept = 0;
}

int
trace_settle(struct store *s, bool is_last, struct err *err)
{
	if (!s->trace || !s->trace->rows.n || (!is_last && s->trace->rows.n < MANY))
		return 0;
	if (store_begin(s, err) < 0)
		return -1;
	if (write_rows(s, err) < 0) {
		store_rollback(s);
		return -1;
	}
	if (store_commit(s, err) < 0)
		return -1;
	forget(s);
	return 0;
}

int
trace_last(struct store *s, int64_t *ret, struct err *err)
{
	return apply_get(s, LAST, ret, err);
}

void
trace_close(struct store *s)
{
	struct err why = { 0 };

	if (!s->trace)
		return;
	(void)trace_settle(s, true, &why);
	forget(s);
	free(s->trace->written);
	free(s->trace);
	s->trace = NULL;
}
