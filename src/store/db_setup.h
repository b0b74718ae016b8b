/*
 * SQLite as a program without threads of ours needs it, and what every
 * connection has beside the cache.
 */
#ifndef STORE_DB_SETUP_H
#define STORE_DB_SETUP_H

#include <sqlite3.h>

#include "base/err.h"

/* Before the first connection; further calls do nothing. */
void db_setup(void);

/* For a connection that brings many posts: it has more memory than others, and a page that is written again and again goes into the file once in a while. */
int db_setup_bulk(sqlite3 *db, struct err *err);

/* The posts an action touches, and other names of tags; they live in memory, beside the connection. */
int db_setup_temp(sqlite3 *db, struct err *err);

#endif
