#include "store/index_drop.h"

#include <sqlite3.h>
#include <stdio.h>
#include <unistd.h>

#include "base/path.h"
#include "store/db.h"

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

/* First the file: who opened it now would find no more of it. Who has it open finds out by its mark. */
void
index_drop_file(const char *path)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
	char name[PATH_SIZE];

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if ((size_t)snprintf(name, sizeof name, "%s%s", path, suffixes[i]) < sizeof name)
			(void)unlink(name);
}

void
index_drop(const char *path)
{
	if (!empty(path))
		index_drop_file(path);
}
