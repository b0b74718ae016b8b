/*
 * The tables of the cache and the numbered steps that lead to them. Each step
 * is one transaction, and so is all of a new cache: nobody sees one half made.
 * PRAGMA user_version is the number of the last one done.
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include <sqlite3.h>

#include "base/err.h"
#include "store/store_open.h"

enum { SCHEMA_APPLICATION_ID = 0x736f736b }; /* "sosk" */

enum { SCHEMA_COPY_DAYS = 7 }; /* time to find out that one wants the older sosik back; a copy is as large as the cache */

/* The index of the posts that wait (store/index_prepare.h), in memory: its columns and tokens are those of post_index. */
#define SCHEMA_INDEX "fts5(body, section, title, author, initials, content = '', tokenize = 'sosik')"
#define SCHEMA_WAITING "CREATE VIRTUAL TABLE IF NOT EXISTS temp.post_waiting USING " SCHEMA_INDEX

/* The steps: the one at n - 1 leads from version n - 1 to n. *newest is how many there are, the version this sosik works with. */
const char *const *schema_steps(int *newest);

/* Reads the file's header without touching it: -1 with ERR_CACHE when a newer sosik or another program made it. A missing, short or damaged header is none of its business. */
int schema_check_file(const char *path, int newest, struct err *err);

/* The same by the open database, whose WAL may hold a newer version than the file. */
int schema_check(sqlite3 *db, int newest, struct err *err);

/* Does the steps that are missing. Before the first of them a database with a version is copied to "path.vN", and is left alone when there is no room for that; path NULL: no copy. how, which may be NULL, is told. */
int schema_migrate(sqlite3 *db, const char *path, const char *const *steps, int newest, const struct store_opening *how, struct err *err);

/* Removes the copies beside path but that of the newest version, which goes when it was made more than SCHEMA_COPY_DAYS ago. */
void schema_drop_copies(const char *path, int newest);

#endif
