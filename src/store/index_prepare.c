#include "store/index_prepare.h"

#include "store/db.h"
#include "store/index.h"
#include "store/index_rows.h"
#include "store/schema.h"
#include "store/snapshot.h"
#include "store/store_impl.h"

enum { CHUNK = 32, CHUNK_BYTES = 1 << 20 };

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

/* Adds some of those below *below; *n: how many were looked at. */
static int
add_some(struct store *s, int64_t *below, int64_t *n, struct err *err)
{
	struct index_rows rows = { 0 };
	struct index_text text = { 0 };
	int rc = index_rows_load(s, &rows, *below, CHUNK, CHUNK_BYTES, err);

	for (size_t i = 0; i < rows.rows.n && !rc; i++)
		if (!rows.rows.v[i].is_gone)
			rc = add(s, &rows.rows.v[i], &text, err);
	*n = (int64_t)rows.rows.n;
	*below = rows.last;
	index_text_free(&text);
	index_rows_free(&rows);
	return rc;
}

static int
fill(struct store *s, int64_t *left, struct err *err)
{
	int64_t below = INT64_MAX, all = 0, n = 1;

	if (index_behind(s, left, err) < 0)
		return -1;
	while (n && all < INDEX_PREPARE_POSTS) {
		if (add_some(s, &below, &n, err) < 0)
			return -1;
		all += n;
	}
	s->has_waiting = *left > 0;
	*left = *left > all ? *left - all : 0;
	return 0;
}

static int
prepare(struct store *s, int64_t *left, struct err *err)
{
	static const char empty[] = SCHEMA_WAITING "; INSERT INTO temp.post_waiting(post_waiting) VALUES('delete-all')";

	if (s->waiting_version && s->waiting_version == store_version(s)) {
		*left = s->waiting_left;
		return 0;
	}
	if (db_exec(s->db, empty, err) < 0 || fill(s, left, err) < 0)
		return -1;
	s->waiting_left = *left;
	s->waiting_version = store_version(s);
	return 0;
}

int
index_prepare(struct store *s, int64_t *left, struct err *err)
{
	int rc;

	if (snapshot_begin(s, err) < 0)
		return -1;
	rc = prepare(s, left, err);
	snapshot_end(s);
	return rc;
}
