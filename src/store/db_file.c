#include "store/db_file.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/db_setup.h"

/* NULL where there is none. */
static sqlite3_file *
open_beside(const char *path)
{
	sqlite3_file *file;
	sqlite3_vfs *vfs;
	struct stat st;

	db_setup();
	vfs = sqlite3_vfs_find(NULL);
	if (!vfs || lstat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return NULL;
	file = mem_zalloc(1, (size_t)vfs->szOsFile);
	if (vfs->xOpen(vfs, path, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL) == SQLITE_OK)
		return file;
	free(file);
	return NULL;
}

static void
close_beside(sqlite3_file *file)
{
	(void)file->pMethods->xClose(file);
	free(file);
}

bool
db_file_read(const char *path, int64_t at, void *ret, size_t n)
{
	sqlite3_file *file = open_beside(path);
	bool is_read = file && file->pMethods->xRead(file, ret, (int)n, at) == SQLITE_OK;

	if (file)
		close_beside(file);
	return is_read;
}

int
db_file_sync(const char *path)
{
	sqlite3_file *file = open_beside(path);
	int code;

	if (!file)
		return access(path, F_OK) < 0 && errno == ENOENT ? 0 : -1;
	code = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
	close_beside(file);
	return code == SQLITE_OK ? 0 : -1;
}
