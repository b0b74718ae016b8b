#include "store/db_setup.h"

#include <stdbool.h>
#include <stdio.h>

#include "store/db.h"
#include "store/db_memory.h"
#include "store/wal_file.h"

/* A SQLite that was built otherwise refuses, and works all the same: its locks and the counting of its memory are a twelfth of what a sync does. */
void
db_setup(void)
{
	static bool is_done;

	if (is_done)
		return;
	is_done = true;
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	db_memory_set();
	wal_file_set();
}

/*
 * Feeds, posts and categories are never deleted, a tag only behind what bears it: that the row is there which another one names need
 * not be looked up for each. Such looks also make SQLite copy each page before rows that are written together change it.
 *
 * Of its pages a post touches a dozen in as many indexes, anywhere in them; with a third of that in memory many more are read
 * anew.
 */
int
db_setup_bulk(sqlite3 *db, struct err *err)
{
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	return db_exec(db, "PRAGMA wal_autocheckpoint = 5000; PRAGMA main.cache_size = -6000", err);
}

int
db_setup_read(sqlite3 *db, const char *file, struct err *err)
{
	char pragma[64];

	(void)snprintf(pragma, sizeof pragma, "PRAGMA %s.cache_size = -400", file);
	return db_exec(db, pragma, err);
}

int
db_setup_many(sqlite3 *db, bool is_begun, struct err *err)
{
	return db_exec(db, is_begun ? "PRAGMA main.cache_size = -8000" : "PRAGMA main.cache_size = -2000", err);
}

int
db_setup_temp(sqlite3 *db, struct err *err)
{
	return db_exec(db, "CREATE TEMP TABLE act(post_id INTEGER PRIMARY KEY);"
	    "CREATE TEMP TABLE alias(key TEXT PRIMARY KEY, tag TEXT NOT NULL, name TEXT NOT NULL) WITHOUT ROWID", err);
}
