#include "store/trace.h"

#include <stdlib.h>

#include "base/map.h"
#include "store/apply.h"
#include "store/store_impl.h"

#define LAST "traced"

enum {
	MANY = 4000, /* about five milliseconds */
	FOUND = 32,  /* the LIMIT of STMT_TRACE_FIND */
};

struct trace_row {
	int64_t key, post;
	size_t before; /* the row of this key that came before, counted from 1; 0 for none */
};

/* What is in memory. */
struct trace {
	vec(struct trace_row) rows;
	struct map keys; /* to the last row of each, counted from 1 */
};

void
trace_add(struct store *s, int64_t key, int64_t post)
{
	void **last;

	if (!s->trace)
		s->trace = mem_zalloc(1, sizeof *s->trace);
	last = map_at(&s->trace->keys, map_number(&key));
	*vec_add(&s->trace->rows) = (struct trace_row){ key, post, (size_t)(uintptr_t)*last };
	*last = (void *)(uintptr_t)s->trace->rows.n;
}

int
trace_find(struct store *s, int64_t key, struct story_rows *rows, struct err *err)
{
	size_t at = s->trace ? (size_t)(uintptr_t)map_find(&s->trace->keys, map_number(&key)) : 0, n = 0;

	for (; at && n < FOUND; at = s->trace->rows.v[at - 1].before, n++)
		if (story_find_rows(s, STMT_TRACE_POST, s->trace->rows.v[at - 1].post, rows, err) < 0)
			return -1;
	return n < FOUND ? story_find_rows(s, STMT_TRACE_FIND, key, rows, err) : 0;
}

static int
compare(const void *left, const void *right)
{
	const struct trace_row *a = left, *b = right;

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

static int
write_rows(struct store *s, struct err *err)
{
	sqlite3_stmt *st;

	for (size_t i = 0; i < s->trace->rows.n; i++) {
		st = stmt_get(s, STMT_TRACE_ADD, err);
		if (!st)
			return -1;
		stmt_bind_int(st, 1, s->trace->rows.v[i].key);
		stmt_bind_int(st, 2, s->trace->rows.v[i].post);
		if (stmt_run(s, st, err) < 0)
			return -1;
	}
	return trace_skip(s, err);
}

static void
forget(struct store *s)
{
	vec_free(&s->trace->rows);
	map_free(&s->trace->keys);
	free(s->trace);
	s->trace = NULL;
}

/* In order: each page is written once. */
int
trace_settle(struct store *s, bool is_last, struct err *err)
{
	if (!s->trace || (!is_last && s->trace->rows.n < MANY))
		return 0;
	if (store_begin(s, err) < 0)
		return -1;
	map_free(&s->trace->keys); /* rows change their places */
	qsort(s->trace->rows.v, s->trace->rows.n, sizeof *s->trace->rows.v, compare);
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
	if (s->trace)
		forget(s);
}
