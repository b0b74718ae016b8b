#include "store/index_rows.h"

#include "store/has.h"
#include "store/store_impl.h"

static struct index_post
read_post(sqlite3_stmt *st, int at, struct arena *a)
{
	return (struct index_post){ .title = stmt_str(st, at, a), .author = stmt_str(st, at + 1, a), .xhtml = stmt_str(st, at + 2, a),
		.summary = stmt_str(st, at + 3, a) };
}

static void
read_row(sqlite3_stmt *st, struct index_rows *rows)
{
	struct index_row *row = vec_add(&rows->rows);

	*row = (struct index_row){ .post = stmt_num(st, 0), .turn = stmt_num(st, 1), .is_in = stmt_num(st, 2),
		.is_gone = stmt_num(st, 3) };
	row->has = stmt_num(st, 4) ? HAS_FULL : 0;
	if (row->is_in)
		row->was = read_post(st, 5, &rows->a);
	if (!row->is_gone)
		row->is = read_post(st, 9, &rows->a);
	rows->last = row->post;
}

/* The highest numbers come first, but FTS5 wants them in order. */
static void
turn_round(struct index_rows *rows)
{
	for (size_t i = 0, k = rows->rows.n; i + 1 < k; i++) {
		struct index_row row = rows->rows.v[i];

		rows->rows.v[i] = rows->rows.v[--k];
		rows->rows.v[k] = row;
	}
}

int
index_rows_load(struct store *s, struct index_rows *rows, int64_t below, int64_t max, size_t bytes, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_WAITING, err);
	size_t taken = 0;
	int got = 0;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, below);
	stmt_bind_int(st, 2, max);
	while (taken < bytes && (got = stmt_step(s, st, err)) > 0) {
		const struct index_row *row;

		read_row(st, rows);
		row = &rows->rows.v[rows->rows.n - 1];
		taken += row->was.xhtml.n + row->is.xhtml.n;
	}
	stmt_done(st);
	turn_round(rows);
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
