/*
 * The statements of the cache: each is a name and a static text, prepared when
 * it is first used and kept. Texts composed from fixed fragments (the lists)
 * are prepared by stmt_compose().
 */
#ifndef STORE_STMT_H
#define STORE_STMT_H

#include <sqlite3.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "store/stmt_list.h"

struct store;

#define X(name, sql) name,
enum stmt { STMT_LIST(X) STMT_COUNT };
#undef X

/* The statement, reset and without bindings; NULL with *err. Give it back with stmt_done() when its rows have been read. */
sqlite3_stmt *stmt_get(struct store *s, enum stmt which, struct err *err);

/* Prepares a composed text; the caller finalizes it. */
sqlite3_stmt *stmt_compose(struct store *s, const char *sql, struct err *err);

/* Finalizes those with a name: they are prepared again, also where a name now means another table. */
void stmt_forget(struct store *s);

/* Resets it so that it holds no lock. */
void stmt_done(sqlite3_stmt *st);

/* One step: 1 a row, 0 the end, -1 with *err. At the end and on errors the statement is reset. */
int stmt_step(struct store *s, sqlite3_stmt *st, struct err *err);

/* Steps a statement without rows to its end. */
int stmt_run(struct store *s, sqlite3_stmt *st, struct err *err);

/* The first column of the first row; missing when there is none. */
int stmt_int(struct store *s, sqlite3_stmt *st, int64_t missing, int64_t *ret, struct err *err);

/* Binding. A slice must stay until the statement is done. A time of CLOCK_NONE is NULL, and an empty slice is ''. */
void stmt_bind_str(sqlite3_stmt *st, int at, struct str s);
void stmt_bind_bytes(sqlite3_stmt *st, int at, struct str bytes);
void stmt_bind_int(sqlite3_stmt *st, int at, int64_t v);
void stmt_bind_time(sqlite3_stmt *st, int at, int64_t t);

/* Columns of the row: copied into the arena, "" for NULL; 0 for NULL; CLOCK_NONE for NULL. */
struct str stmt_str(sqlite3_stmt *st, int at, struct arena *a);
int64_t stmt_num(sqlite3_stmt *st, int at);
int64_t stmt_time(sqlite3_stmt *st, int at);

/* The text of the row itself, or its bytes; valid until the next step. */
struct str stmt_peek(sqlite3_stmt *st, int at);
struct str stmt_peek_bytes(sqlite3_stmt *st, int at);

#endif
