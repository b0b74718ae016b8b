/*
 * SQLite as a program without threads of ours needs it, and what every
 * connection has beside the cache.
 */
#ifndef STORE_DB_SETUP_H
#define STORE_DB_SETUP_H

#include <sqlite3.h>
#include <stdbool.h>

#include "base/err.h"

/* Before the first connection; further calls do nothing. */
void db_setup(void);

/* For a connection that brings many posts: no look for the rows that others name, more pages in memory, and it puts the WAL into the file before others would, who may be in a hurry. */
int db_setup_bulk(sqlite3 *db, struct err *err);

/*
 * For a file ("main", "search") that is read a page here and a page there: the system has them in memory, and to copy
 * one again takes less time than memory of our own that has not been touched yet.
 */
int db_setup_read(sqlite3 *db, const char *file, struct err *err);

/* Before many posts are changed, and behind it: each is looked at more than once. */
int db_setup_many(sqlite3 *db, bool is_begun, struct err *err);

/* The posts an action touches, and other names of tags; they live in memory, beside the connection. */
int db_setup_temp(sqlite3 *db, struct err *err);

#endif
