/*
 * A connection to a SQLite file as sosik wants it, and its errors in words.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum {
	DB_BUSY_MS = 5000, /* how long one waits for another process's transaction */
	DB_STUCK_MS = 50,  /* and once that was in vain, until it is free again */
};

/* Where tables of a query stand, and what undoes one statement. */
#define DB_TEMP_STORE "PRAGMA temp_store = MEMORY;"

enum db_open { DB_READ, DB_WRITE, DB_WRITE_LONG, DB_WRITE_YOUNG, DB_LONG_YOUNG, DB_WRITE_APART, DB_MEMORY };

/*
 * Opens path, which holds no symlink. DB_WRITE makes it (mode 0600) and sets WAL where the file system has it: *has_wal.
 * DB_WRITE_LONG: the same for what is written in long rows, many at a time; a new file has pages of twice the size.
 * DB_WRITE_YOUNG, DB_LONG_YOUNG: the same without waiting for the disk.
 * DB_WRITE_APART: such a file that nobody else opens: nothing of it goes through a log, nor is the disk waited for, and one that is not
 * finished is of no use.
 */
int db_open(sqlite3 **ret, const char *path, enum db_open how, bool *has_wal, struct err *err);

/* Attaches another file that is there, to be read: options are those of SQLite's URIs ("mode=ro"), as a name for statements. */
int db_attach(sqlite3 *db, const char *path, const char *options, const char *as, struct err *err);

/* Whether the write-ahead log beside a file has something in it. */
bool db_has_wal(const char *path);

/* How a connection waits for others. */
struct db_wait {
	bool is_stuck;                  /* it was in vain; the caller clears it when it was not */
	bool is_patient;                /* it waits as long as nobody stops it */
	bool is_hasty;                  /* it does not wait */
	bool has_turns, has_asked;      /* while it waits to write it asks for its turn in this file (store/turn.h); it has */
	int turns;
	bool (*wants_stop)(void *user); /* ends it; NULL: nobody */
	void *user;
};

/* Between transactions of one's own that follow one another: who waits comes in. SQLite has no queue; without this it would be luck. */
void db_yield(void);

/* From now on waits for others in steps of a millisecond or less. */
void db_wait_by(sqlite3 *db, struct db_wait *wait);

/* Runs statements without rows. */
int db_exec(sqlite3 *db, const char *sql, struct err *err);

/* The value of a "PRAGMA name" that is a number. */
int db_pragma(sqlite3 *db, const char *sql, int64_t *ret, struct err *err);

/* Words for the connection's last error: disk full and I/O errors are ERR_IO, a busy database ERR_BUSY, damage ERR_CACHE. Returns -1. */
int db_error(sqlite3 *db, struct err *err);

/* True when the connection's last error says that a disk is full. */
bool db_has_no_room(sqlite3 *db);

/* True when the code says that the file is damaged or is no database. */
bool db_is_damage(int code);

#endif
