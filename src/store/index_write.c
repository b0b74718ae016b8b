#include "store/index_write.h"

#include "base/mem.h"
#include "store/db.h"
#include "store/db_memory.h"
#include "store/index_list.h"
#include "store/index_part.h"
#include "store/index_write_impl.h"
#include "store/index_write_parts.h"
#include "store/store_impl.h"
#include "store/young.h"

/* The tables beside post_index are FTS5's. */
static const char *const statements[WRITE_COUNT] = {
	[WRITE_BEGIN] = "BEGIN IMMEDIATE",
	[WRITE_COMMIT] = "COMMIT",
	[WRITE_ROLLBACK] = "ROLLBACK",
	[WRITE_READ] = "SELECT block FROM post_index_data WHERE id = ?1",
	[WRITE_RECORD] = "REPLACE INTO post_index_data(id, block) VALUES(?1, ?2)",
	[WRITE_DATA] = "INSERT INTO post_index_data(id, block) VALUES(?1, ?2)",
	[WRITE_IDX] = "INSERT INTO post_index_idx(segid, term, pgno) VALUES(?1, ?2, ?3)",
	[WRITE_SIZES] = "REPLACE INTO post_index_docsize(id, sz) VALUES(?1, ?2)",
	[WRITE_UNSIZE] = "DELETE FROM post_index_docsize WHERE id = ?1",
	[WRITE_SLICE] = "UPDATE mark SET slice = ?1",
	[WRITE_MARK] = "SELECT id, slice, form FROM mark",
	[WRITE_MERGE] = "INSERT INTO post_index(post_index, rank) VALUES('merge', ?1)",
	[WRITE_CHECK] = "INSERT INTO post_index(post_index) VALUES('integrity-check')",
	[WRITE_UNDATA] = "DELETE FROM post_index_data WHERE id >= ?1 AND id < ?2",
	[WRITE_UNIDX] = "DELETE FROM post_index_idx WHERE segid = ?1",
};

/*
 * Parts of a level are merged by index_write_merge() once there are so many: fewer would be written again and again, and a first sync has
 * none to merge. When all is in, store/index_settle.h takes fewer.
 */
enum { PARTS_AT_ONCE = 32 };

enum { ARTICLE_LARGE = 256 << 10 }; /* bytes: read, it takes several times as much */

sqlite3_stmt *
index_write_get(struct store *s, enum write which, struct err *err)
{
	struct index_write *w = s->index_write;
	sqlite3_stmt **st = &w->stmts[which];

	if (!*st && sqlite3_prepare_v3(w->db, statements[which], -1, SQLITE_PREPARE_PERSISTENT, st, NULL) != SQLITE_OK) {
		db_error(w->db, err);
		return NULL;
	}
	(void)sqlite3_reset(*st);
	return *st;
}

int
index_write_finish(struct store *s, sqlite3_stmt *st, struct err *err)
{
	int code = st ? sqlite3_step(st) : SQLITE_ERROR;

	if (st && code != SQLITE_DONE)
		db_error(s->index_write->db, err);
	if (st)
		(void)sqlite3_reset(st);
	return code == SQLITE_DONE ? 0 : -1;
}

void
index_write_close(struct store *s)
{
	struct index_write *w = s->index_write;

	if (!w)
		return;
	for (int i = 0; i < WRITE_COUNT; i++)
		(void)sqlite3_finalize(w->stmts[i]);
	(void)sqlite3_close(w->db);
	index_slice_free(&w->slice);
	free(w);
	s->index_write = NULL;
}

static int
open_file(struct store *s, const char *path, enum db_open how, struct err *err)
{
	struct index_write *w = mem_zalloc(1, sizeof *w);

	if (db_open(&w->db, path, how, &w->has_wal, err) < 0) {
		free(w);
		return -1;
	}
	db_wait_by(w->db, &s->wait);
	(void)sqlite3_db_config(w->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL); /* FTS5's tables are written */
	s->index_write = w;
	return 0;
}

/* Whether another file stands in the place of the one that is open (store/index_apart.h). */
static bool
has_moved(const struct store *s)
{
	int is = 0;

	(void)sqlite3_file_control(s->index_write->db, "main", SQLITE_FCNTL_HAS_MOVED, &is);
	return is;
}

int
index_write_open(struct store *s, bool *has_wal, struct err *err)
{
	if (s->index_write && has_moved(s))
		index_write_close(s);
	if (!s->index_write && open_file(s, s->index.p, young_is(s) ? DB_LONG_YOUNG : DB_WRITE_LONG, err) < 0)
		return -1;
	*has_wal = s->index_write->has_wal;
	return 0;
}

int
index_write_open_apart(struct store *s, const char *path, struct err *err)
{
	index_write_close(s);
	return open_file(s, path, DB_WRITE_APART, err);
}

sqlite3 *
index_write_db(struct store *s)
{
	return s->index_write->db;
}

int
index_write_mark(struct store *s, struct index_mark *ret, struct err *err)
{
	sqlite3_stmt *st = index_write_get(s, WRITE_MARK, NULL);
	int code = st ? sqlite3_step(st) : SQLITE_DONE;

	*ret = (struct index_mark){ 0 };
	if (code == SQLITE_ROW)
		*ret = (struct index_mark){ stmt_num(st, 0), stmt_num(st, 1), stmt_num(st, 2) };
	else if (code != SQLITE_DONE)
		db_error(s->index_write->db, err);
	if (st)
		(void)sqlite3_reset(st);
	return code == SQLITE_ROW || code == SQLITE_DONE ? 0 : -1;
}

int
index_write_read(struct store *s, int64_t record, struct buf *ret, struct err *err)
{
	sqlite3_stmt *st = index_write_get(s, WRITE_READ, err);
	int code;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, record);
	code = sqlite3_step(st);
	if (code == SQLITE_ROW)
		(void)buf_add(ret, stmt_peek_bytes(st, 0));
	else if (code != SQLITE_DONE)
		db_error(s->index_write->db, err);
	(void)sqlite3_reset(st);
	return code == SQLITE_ROW || code == SQLITE_DONE ? 0 : -1;
}

int
index_write_put(struct store *s, enum write which, int64_t id, const struct buf *bytes, struct err *err)
{
	sqlite3_stmt *st = index_write_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, id);
	if (bytes)
		stmt_bind_bytes(st, 2, buf_str(bytes));
	return index_write_finish(s, st, err);
}

int
index_write_begin(struct store *s, struct err *err)
{
	struct index_write *w = s->index_write;
	struct buf totals = { 0 };
	int rc = index_write_finish(s, index_write_get(s, WRITE_BEGIN, err), err);

	if (rc < 0)
		return -1;
	rc = index_write_read(s, RECORD_TOTALS, &totals, err);
	index_slice_begin(&w->slice, buf_str(&totals));
	w->is_damaged = false;
	buf_free(&totals);
	if (rc < 0)
		index_write_cancel(s);
	return rc;
}

void
index_write_lean(struct store *s, size_t bytes)
{
	if (!s->index_write || bytes < ARTICLE_LARGE)
		return;
	s->index_write->is_lean = true;
	index_places_free(&s->index_write->slice.places);
	(void)sqlite3_db_release_memory(s->index_write->db);
	(void)sqlite3_db_release_memory(s->db);
	db_memory_give_back();
}

/* The part that its words make. */
static int
write_part(struct store *s, struct index_list *list, struct err *err)
{
	struct index_write *w = s->index_write;
	struct index_page_into into = { w->db, index_write_get(s, WRITE_DATA, err), index_write_get(s, WRITE_IDX, err) };
	int64_t id = index_list_unused(list), pages;
	int rc = into.data && into.idx ? 0 : -1;

	if (w->is_lean)
		mem_trim();
	index_places_sort(&w->slice.places, &w->slice.terms);
	if (!rc)
		rc = index_part_write(&into, id, &w->slice.places, &pages, err);
	if (w->is_lean)
		index_places_free(&w->slice.places);
	w->is_lean = false;
	if (!rc && pages)
		index_list_add(list, id, pages);
	return rc;
}

int
index_write_run(struct store *s, enum write which, int64_t value, struct err *err)
{
	sqlite3_stmt *st = index_write_get(s, which, err);

	if (st)
		stmt_bind_int(st, 1, value);
	return index_write_finish(s, st, err);
}

int
index_write_merge(struct store *s, int64_t pages, struct err *err)
{
	return s->index_write->wants_merge ? index_write_run(s, WRITE_MERGE, pages, err) : 0;
}

/* All that was put in, with the records that tell of it. */
static int
write_slice(struct store *s, struct err *err)
{
	struct index_list list;
	struct buf totals = { 0 };
	int rc = index_write_parts_get(s, &list, err);

	if (!rc)
		rc = write_part(s, &list, err);
	s->index_write->wants_merge = index_list_has_many(&list, PARTS_AT_ONCE);
	index_slice_totals(&s->index_write->slice, &totals);
	if (!rc)
		rc = index_write_parts_put(s, &list, err);
	if (!rc)
		rc = index_write_put(s, WRITE_RECORD, RECORD_TOTALS, &totals, err);
	index_list_free(&list);
	buf_free(&totals);
	return rc;
}

int
index_write_take(struct store *s, int64_t post, const struct index_text *was, struct err *err)
{
	index_slice_take(&s->index_write->slice, post, was);
	return index_write_put(s, WRITE_UNSIZE, post, NULL, err);
}

int
index_write_add(struct store *s, int64_t post, const struct index_text *is, struct err *err)
{
	struct buf sizes = { 0 };
	int rc;

	index_slice_add(&s->index_write->slice, post, is, &sizes);
	rc = index_write_put(s, WRITE_SIZES, post, &sizes, err);
	buf_free(&sizes);
	return rc;
}

int
index_write_end(struct store *s, int64_t slice, struct err *err)
{
	if (write_slice(s, err) < 0 || index_write_run(s, WRITE_SLICE, slice, err) < 0)
		return -1;
	return index_write_finish(s, index_write_get(s, WRITE_COMMIT, err), err);
}

void
index_write_cancel(struct store *s)
{
	if (s->index_write && !sqlite3_get_autocommit(s->index_write->db))
		(void)index_write_finish(s, index_write_get(s, WRITE_ROLLBACK, NULL), NULL);
}

/* A row of FTS5's that is in the way of a new one is of no part that it knows. */
bool
index_write_is_damaged(const struct store *s)
{
	int code = s->index_write ? sqlite3_errcode(s->index_write->db) : SQLITE_OK;

	return s->index_write && (s->index_write->is_damaged || db_is_damage(code) || (code & 0xff) == SQLITE_CONSTRAINT);
}

/* It is opened anew: FTS5 remembers what it has read. */
int
index_write_check(struct store *s, bool *is_whole, struct err *err)
{
	struct err why = { 0 };
	bool is_damaged;

	*is_whole = index_write_finish(s, index_write_get(s, WRITE_CHECK, &why), &why) == 0;
	is_damaged = index_write_is_damaged(s);
	index_write_close(s);
	if (*is_whole || is_damaged)
		return 0;
	*err = why;
	return -1;
}
