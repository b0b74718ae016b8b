#include "store/index_rows.h"

#include "store/has.h"
#include "store/store_impl.h"

static struct index_post
read_post(sqlite3_stmt *st, int at, struct arena *a)
{
	return (struct index_post){ .title = stmt_str(st, at, a), .author = stmt_str(st, at + 1, a), .xhtml = stmt_str(st, at + 2, a),
		.summary = stmt_str(st, at + 3, a) };
}

/* The bytes of its articles. */
static size_t
read_row(sqlite3_stmt *st, struct index_rows *rows)
{
	struct index_row *row = vec_add(&rows->rows);

	*row = (struct index_row){ .post = stmt_num(st, 0), .is_in = stmt_num(st, 1), .is_gone = stmt_num(st, 2) };
	row->has = stmt_num(st, 3) ? HAS_FULL : 0;
	if (!row->is_gone)
		row->is = read_post(st, 4, &rows->a);
	if (row->is_in)
		row->was = read_post(st, 8, &rows->a);
	return row->was.xhtml.n + row->is.xhtml.n;
}

static void
clear(struct index_rows *rows)
{
	rows->rows.n = 0;
	arena_reset(&rows->a);
}

/* Those of the queue tell their turn and length, too. */
static int
read_rows(struct store *s, enum stmt which, struct index_rows *rows, int64_t above, int64_t max, size_t bytes, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);
	size_t taken = 0;
	int got = 0;

	clear(rows);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, above);
	stmt_bind_int(st, 2, max);
	while (taken < bytes && (got = stmt_step(s, st, err)) > 0) {
		taken += read_row(st, rows);
		if (which == STMT_QUEUE_ROWS) {
			rows->rows.v[rows->rows.n - 1].turn = stmt_num(st, 8);
			rows->rows.v[rows->rows.n - 1].letters = stmt_num(st, 9);
		}
	}
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

int
index_rows_hand(struct store *s, struct index_rows *rows, int64_t above, int64_t max, size_t bytes, struct err *err)
{
	return read_rows(s, STMT_HAND_ROWS, rows, above, max, bytes, err);
}

int
index_rows_queue(struct store *s, struct index_rows *rows, int64_t above, int64_t max, size_t bytes, struct err *err)
{
	return read_rows(s, STMT_QUEUE_ROWS, rows, above, max, bytes, err);
}

int
index_rows_post(struct store *s, struct index_rows *rows, int64_t post, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_WAITING_ROW, err);
	int got;

	clear(rows);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	got = stmt_step(s, st, err);
	if (got > 0)
		(void)read_row(st, rows);
	stmt_done(st);
	return got < 0 ? -1 : 0;
}

void
index_rows_free(struct index_rows *rows)
{
	vec_free(&rows->rows);
	arena_free(&rows->a);
}

void
index_rows_bind(sqlite3_stmt *st, int at, const struct index_text *text)
{
	stmt_bind_str(st, at, text->title);
	stmt_bind_str(st, at + 1, text->author);
	stmt_bind_str(st, at + 2, buf_str(&text->section));
	stmt_bind_str(st, at + 3, buf_str(&text->body));
	stmt_bind_str(st, at + 4, buf_str(&text->initials));
}
