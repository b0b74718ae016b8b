#include "store/stmt.h"

#include "base/clock.h"
#include "base/tr.h"
#include "store/db.h"
#include "store/stamp.h"
#include "store/store_impl.h"

#define X(name, sql) [name] = sql,
static const char *const stmt_sql[] = { STMT_LIST(X) };
#undef X

static int
stop(struct err *err)
{
	return err_set(err, ERR_STOPPED, tr("stopped"));
}

/* Damage that a query meets makes the next sync check the whole file. */
static int
failed(struct store *s, struct err *err)
{
	if (store_wants_stop(s))
		return stop(err);
	if (db_is_damage(sqlite3_errcode(s->db)))
		stamp_doubt(s);
	return db_error(s->db, err);
}

sqlite3_stmt *
stmt_compose(struct store *s, const char *sql, struct err *err)
{
	sqlite3_stmt *st = NULL;

	if (store_wants_stop(s)) {
		stop(err);
		return NULL;
	}
	if (sqlite3_prepare_v2(s->db, sql, -1, &st, NULL) == SQLITE_OK)
		return st;
	failed(s, err);
	return NULL;
}

sqlite3_stmt *
stmt_get(struct store *s, enum stmt which, struct err *err)
{
	sqlite3_stmt **st = &s->stmts[which];

	if (store_wants_stop(s)) {
		stop(err);
		return NULL;
	}
	if (!*st && sqlite3_prepare_v3(s->db, stmt_sql[which], -1, SQLITE_PREPARE_PERSISTENT, st, NULL) != SQLITE_OK) {
		failed(s, err);
		return NULL;
	}
	(void)sqlite3_reset(*st);
	(void)sqlite3_clear_bindings(*st);
	return *st;
}

void
stmt_forget(struct store *s)
{
	for (int i = 0; i < STMT_COUNT; i++) {
		(void)sqlite3_finalize(s->stmts[i]);
		s->stmts[i] = NULL;
	}
}

void
stmt_done(sqlite3_stmt *st)
{
	(void)sqlite3_reset(st);
}

int
stmt_step(struct store *s, sqlite3_stmt *st, struct err *err)
{
	int code = sqlite3_step(st);

	if (code == SQLITE_ROW)
		return 1;
	if (code != SQLITE_DONE)
		failed(s, err);
	(void)sqlite3_reset(st);
	return code == SQLITE_DONE ? 0 : -1;
}

int
stmt_run(struct store *s, sqlite3_stmt *st, struct err *err)
{
	int got = stmt_step(s, st, err);

	stmt_done(st);
	return got < 0 ? -1 : 0;
}

int
stmt_int(struct store *s, sqlite3_stmt *st, int64_t missing, int64_t *ret, struct err *err)
{
	int got = stmt_step(s, st, err);

	if (got < 0)
		return -1;
	*ret = got ? sqlite3_column_int64(st, 0) : missing;
	stmt_done(st);
	return 0;
}

void
stmt_bind_str(sqlite3_stmt *st, int at, struct str s)
{
	(void)sqlite3_bind_text64(st, at, s.n ? s.p : "", s.n, SQLITE_STATIC, SQLITE_UTF8);
}

void
stmt_bind_bytes(sqlite3_stmt *st, int at, struct str bytes)
{
	(void)sqlite3_bind_blob64(st, at, bytes.n ? bytes.p : "", bytes.n, SQLITE_STATIC);
}

void
stmt_bind_int(sqlite3_stmt *st, int at, int64_t v)
{
	(void)sqlite3_bind_int64(st, at, v);
}

void
stmt_bind_time(sqlite3_stmt *st, int at, int64_t t)
{
	if (t == CLOCK_NONE)
		(void)sqlite3_bind_null(st, at);
	else
		(void)sqlite3_bind_int64(st, at, t);
}

struct str
stmt_peek(sqlite3_stmt *st, int at)
{
	const char *p = (const char *)sqlite3_column_text(st, at);

	return str_new(p, p ? (size_t)sqlite3_column_bytes(st, at) : 0);
}

struct str
stmt_peek_bytes(sqlite3_stmt *st, int at)
{
	const char *p = sqlite3_column_blob(st, at);

	return str_new(p, p ? (size_t)sqlite3_column_bytes(st, at) : 0);
}

struct str
stmt_str(sqlite3_stmt *st, int at, struct arena *a)
{
	return arena_dup(a, stmt_peek(st, at));
}

int64_t
stmt_num(sqlite3_stmt *st, int at)
{
	return sqlite3_column_int64(st, at);
}

int64_t
stmt_time(sqlite3_stmt *st, int at)
{
	return sqlite3_column_type(st, at) == SQLITE_NULL ? CLOCK_NONE : sqlite3_column_int64(st, at);
}
