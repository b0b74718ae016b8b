#include "store/index_write.h"

#include <stdio.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/db.h"
#include "store/index_rows.h"
#include "store/schema.h"
#include "store/store_impl.h"

enum write {
	WRITE_BEGIN, WRITE_COMMIT, WRITE_ROLLBACK, WRITE_ADD, WRITE_TAKE, WRITE_SLICE, WRITE_MARK, WRITE_MERGE, WRITE_CHECK, WRITE_COUNT
};

static const char *const statements[WRITE_COUNT] = {
	[WRITE_BEGIN] = "BEGIN IMMEDIATE",
	[WRITE_COMMIT] = "COMMIT",
	[WRITE_ROLLBACK] = "ROLLBACK",
	[WRITE_ADD] = "INSERT INTO post_index(rowid, title, author, section, body, initials) VALUES(" INDEX_TEXTS ")",
	[WRITE_TAKE] = "INSERT INTO post_index(post_index, rowid, title, author, section, body, initials) VALUES('delete', " INDEX_TEXTS ")",
	[WRITE_SLICE] = "UPDATE mark SET slice = ?1",
	[WRITE_MARK] = "SELECT id, slice, form FROM mark",
	[WRITE_MERGE] = "INSERT INTO post_index(post_index, rank) VALUES('merge', ?1)",
	[WRITE_CHECK] = "INSERT INTO post_index(post_index) VALUES('integrity-check')",
};

/*
 * A slice becomes one part of the index as long as its words have room in memory. Parts are merged
 * by index_write_merge() alone, sixteen at once: fewer would be written again and again.
 */
static const char make[] =
	"DROP TABLE IF EXISTS post_index; DROP TABLE IF EXISTS mark;"
	"CREATE VIRTUAL TABLE post_index USING " SCHEMA_INDEX ";"
	"INSERT INTO post_index(post_index, rank) VALUES('hashsize', 2097152), ('automerge', 0), ('usermerge', 16), ('crisismerge', 64);"
	"CREATE TABLE mark(id INTEGER NOT NULL, slice INTEGER NOT NULL, form INTEGER NOT NULL);";

struct index_write {
	sqlite3 *db;
	bool has_wal;
	sqlite3_stmt *stmts[WRITE_COUNT];
};

static sqlite3_stmt *
get(struct store *s, enum write which, struct err *err)
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

static int
finish(struct store *s, sqlite3_stmt *st, struct err *err)
{
	int code = st ? sqlite3_step(st) : SQLITE_ERROR;

	if (st && code != SQLITE_DONE)
		db_error(s->index_write->db, err);
	if (st)
		(void)sqlite3_reset(st);
	return code == SQLITE_DONE ? 0 : -1;
}

int
index_write_open(struct store *s, bool *has_wal, struct err *err)
{
	struct index_write *w;

	if (!s->index_write) {
		w = mem_zalloc(1, sizeof *w);
		if (db_open(&w->db, s->index.p, DB_WRITE, &w->has_wal, err) < 0) {
			free(w);
			return -1;
		}
		db_wait_by(w->db, &s->wait);
		s->index_write = w;
	}
	*has_wal = s->index_write->has_wal;
	return 0;
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
	free(w);
	s->index_write = NULL;
}

int
index_write_mark(struct store *s, struct index_mark *ret, struct err *err)
{
	sqlite3_stmt *st = get(s, WRITE_MARK, NULL);
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
index_write_begin(struct store *s, struct err *err)
{
	return finish(s, get(s, WRITE_BEGIN, err), err);
}

static int
put(struct store *s, enum write which, int64_t post, const struct index_text *text, struct err *err)
{
	sqlite3_stmt *st = get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	index_rows_bind(st, 2, text);
	return finish(s, st, err);
}

int
index_write_take(struct store *s, int64_t post, const struct index_text *was, struct err *err)
{
	return put(s, WRITE_TAKE, post, was, err);
}

int
index_write_add(struct store *s, int64_t post, const struct index_text *is, struct err *err)
{
	return put(s, WRITE_ADD, post, is, err);
}

static int
run_with(struct store *s, enum write which, int64_t value, struct err *err)
{
	sqlite3_stmt *st = get(s, which, err);

	if (st)
		stmt_bind_int(st, 1, value);
	return finish(s, st, err);
}

int
index_write_end(struct store *s, int64_t slice, struct err *err)
{
	return run_with(s, WRITE_SLICE, slice, err) < 0 ? -1 : finish(s, get(s, WRITE_COMMIT, err), err);
}

void
index_write_cancel(struct store *s)
{
	if (s->index_write && !sqlite3_get_autocommit(s->index_write->db))
		(void)finish(s, get(s, WRITE_ROLLBACK, NULL), NULL);
}

bool
index_write_is_damaged(const struct store *s)
{
	return s->index_write && db_is_damage(sqlite3_errcode(s->index_write->db));
}

int
index_write_merge(struct store *s, int64_t pages, struct err *err)
{
	return run_with(s, WRITE_MERGE, pages, err);
}

int
index_write_check(struct store *s, bool *is_whole, struct err *err)
{
	struct err why = { 0 };

	*is_whole = finish(s, get(s, WRITE_CHECK, &why), &why) == 0;
	if (*is_whole || index_write_is_damaged(s))
		return 0;
	*err = why;
	return -1;
}

/* ---- anew */

static int
make_tables(struct store *s, int64_t id, struct err *err)
{
	char mark[96];
	bool has_wal;

	if (index_write_open(s, &has_wal, err) < 0 || index_write_begin(s, err) < 0)
		return -1;
	(void)snprintf(mark, sizeof mark, "INSERT INTO mark(id, slice, form) VALUES(%lld, 0, %d)", (long long)id, INDEX_TEXT_FORM);
	if (!db_exec(s->index_write->db, make, err) && !db_exec(s->index_write->db, mark, err))
		return finish(s, get(s, WRITE_COMMIT, err), err);
	index_write_cancel(s);
	return -1;
}

/* SQLite empties a damaged file under its locks, whoever else has it open. */
static bool
empty(const char *path)
{
	sqlite3 *db = NULL;
	bool is_empty = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL) == SQLITE_OK;

	(void)sqlite3_busy_timeout(db, DB_BUSY_MS);
	if (is_empty) {
		(void)sqlite3_db_config(db, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
		is_empty = sqlite3_exec(db, "VACUUM", NULL, NULL, NULL) == SQLITE_OK;
	}
	(void)sqlite3_close(db);
	return is_empty;
}

/* A file that is not even that goes; who has it open finds out by its mark. */
static void
drop(const char *path)
{
	static const char *const suffixes[] = { "-wal", "-shm", "-journal", "" };
	char name[PATH_SIZE];

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if ((size_t)snprintf(name, sizeof name, "%s%s", path, suffixes[i]) < sizeof name)
			(void)unlink(name);
}

int
index_write_make(struct store *s, int64_t id, struct err *err)
{
	struct err why = { 0 };

	if (!make_tables(s, id, &why))
		return 0;
	if (why.code == ERR_CACHE) {
		index_write_close(s);
		if (!empty(s->index.p))
			drop(s->index.p);
		return make_tables(s, id, err);
	}
	*err = why;
	return -1;
}
