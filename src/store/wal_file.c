#include "store/wal_file.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A frame is a head and its page. The last one of a transaction has the size of the database in its head (sqlite.org/fileformat2.html, 4.1). */
enum { HEAD_BYTES = 24, SIZE_AT = 4, SIZE_BYTES = 4 };

enum { VFS_VERSION = 3, FILE_VERSION = 1, SHARING_VERSION = 2 };

/* What who writes holds of the index of the log (sqlite.org/walformat.html, 2.3.1). */
enum { WRITE_LOCK = 0 };

/* SQLite's way to files, and the one that it had before. */
struct wal_vfs {
	sqlite3_vfs vfs;
	sqlite3_vfs *before;
};

/* Behind it stands the file as that one knows it. */
struct wal_file {
	sqlite3_file file;
	sqlite3_file *database;
	struct wal_file *next;
	sqlite3_int64 end; /* of what came last: a head there goes on from it */
	size_t page;       /* bytes of a page; 0: none has come */
	bool wants_page;   /* the last that is kept is a head */
	bool is_last;      /* of a transaction: that head */
	size_t n;
	char *kept;        /* n bytes before end, with room for WAL_FILE_BYTES */
};

static struct wal_file *open_files;

/* Of the files of databases: those that SQLite has where others use them at the same time, and the same but for the lock. */
static const sqlite3_io_methods *shared_methods;
static sqlite3_io_methods database_methods;

static struct wal_file *
wal_of(sqlite3_file *file)
{
	return (struct wal_file *)(void *)file;
}

static sqlite3_file *
real_of(sqlite3_file *file)
{
	return (sqlite3_file *)(void *)(wal_of(file) + 1);
}

static int
flush(sqlite3_file *file)
{
	struct wal_file *f = wal_of(file);
	size_t n = f->n;

	f->n = 0;
	f->wants_page = false;
	return n ? real_of(file)->pMethods->xWrite(real_of(file), f->kept, (int)n, f->end - (sqlite3_int64)n) : SQLITE_OK;
}

static void
keep(struct wal_file *f, const void *p, size_t n)
{
	if (!f->kept)
		f->kept = mem_alloc(WAL_FILE_BYTES);
	memcpy(f->kept + f->n, p, n);
	f->n += n;
	f->end += (sqlite3_int64)n;
}

static int
keep_head(sqlite3_file *file, const void *head)
{
	static const char none[SIZE_BYTES];
	struct wal_file *f = wal_of(file);
	int code = f->n + HEAD_BYTES + f->page > WAL_FILE_BYTES ? flush(file) : SQLITE_OK;

	if (code != SQLITE_OK)
		return code;
	keep(f, head, HEAD_BYTES);
	f->wants_page = true;
	f->is_last = memcmp((const char *)head + SIZE_AT, none, SIZE_BYTES) != 0;
	return SQLITE_OK;
}

static int
keep_page(sqlite3_file *file, const void *page, size_t n)
{
	struct wal_file *f = wal_of(file);

	keep(f, page, n);
	f->wants_page = false;
	f->page = n;
	return f->is_last ? flush(file) : SQLITE_OK;
}

/* What is no frame behind the one before it goes to its place at once, as the head of a frame that is written over. */
static int
wal_write(sqlite3_file *file, const void *p, int n, sqlite3_int64 at)
{
	struct wal_file *f = wal_of(file);
	int code;

	if (at == f->end && f->wants_page && f->n + (size_t)n <= WAL_FILE_BYTES)
		return keep_page(file, p, (size_t)n);
	if (at == f->end && !f->wants_page && n == HEAD_BYTES)
		return keep_head(file, p);
	code = flush(file);
	f->end = at + n;
	return code == SQLITE_OK ? real_of(file)->pMethods->xWrite(real_of(file), p, n, at) : code;
}

static void
forget(struct wal_file *f)
{
	struct wal_file **at = &open_files;

	while (*at && *at != f)
		at = &(*at)->next;
	if (*at)
		*at = f->next;
}

static int
wal_close(sqlite3_file *file)
{
	int code = flush(file), closed = real_of(file)->pMethods->xClose(real_of(file));

	forget(wal_of(file));
	free(wal_of(file)->kept);
	return code == SQLITE_OK ? closed : code;
}

static int
wal_read(sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
	int code = flush(file);

	return code == SQLITE_OK ? real_of(file)->pMethods->xRead(real_of(file), to, n, at) : code;
}

static int
wal_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	int code = flush(file);

	return code == SQLITE_OK ? real_of(file)->pMethods->xTruncate(real_of(file), size) : code;
}

static int
wal_sync(sqlite3_file *file, int how)
{
	int code = flush(file);

	return code == SQLITE_OK ? real_of(file)->pMethods->xSync(real_of(file), how) : code;
}

static int
wal_size(sqlite3_file *file, sqlite3_int64 *ret)
{
	int code = flush(file);

	return code == SQLITE_OK ? real_of(file)->pMethods->xFileSize(real_of(file), ret) : code;
}

static int
wal_lock(sqlite3_file *file, int how)
{
	return real_of(file)->pMethods->xLock(real_of(file), how);
}

static int
wal_unlock(sqlite3_file *file, int how)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), how);
}

static int
wal_is_locked(sqlite3_file *file, int *ret)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), ret);
}

static int
wal_control(sqlite3_file *file, int what, void *arg)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), what, arg);
}

static int
wal_sector(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int
wal_device(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static const sqlite3_io_methods methods = {
	.iVersion = FILE_VERSION,
	.xClose = wal_close,
	.xRead = wal_read,
	.xWrite = wal_write,
	.xTruncate = wal_truncate,
	.xSync = wal_sync,
	.xFileSize = wal_size,
	.xLock = wal_lock,
	.xUnlock = wal_unlock,
	.xCheckReservedLock = wal_is_locked,
	.xFileControl = wal_control,
	.xSectorSize = wal_sector,
	.xDeviceCharacteristics = wal_device,
};

/*
 * Before the lock goes to others: what is kept of a transaction that was taken back stands where theirs will, and is never
 * written. One that is done has been.
 */
static int
database_lock(sqlite3_file *file, int first, int n, int flags)
{
	for (struct wal_file *f = open_files; f && first == WRITE_LOCK && flags & SQLITE_SHM_UNLOCK; f = f->next)
		if (f->database == file) {
			f->n = 0;
			f->wants_page = false;
			f->end = -1;
		}
	return shared_methods->xShmLock(file, first, n, flags);
}

static void
watch_lock(sqlite3_file *file)
{
	if (!shared_methods && file->pMethods->iVersion >= SHARING_VERSION && file->pMethods->xShmMap) {
		shared_methods = file->pMethods;
		database_methods = *shared_methods;
		database_methods.xShmLock = database_lock;
	}
	if (file->pMethods == shared_methods)
		file->pMethods = &database_methods;
}

static bool
is_watched(const sqlite3_file *file)
{
	return file && file->pMethods == &database_methods;
}

/* Other files are what they were. */
static int
open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *got)
{
	sqlite3_vfs *before = ((struct wal_vfs *)(void *)vfs)->before;
	int code;

	if (!(flags & SQLITE_OPEN_WAL) || !is_watched(sqlite3_database_file_object(name))) {
		code = before->xOpen(before, name, file, flags, got);
		if (code == SQLITE_OK && flags & SQLITE_OPEN_MAIN_DB)
			watch_lock(file);
		return code;
	}
	memset(file, 0, (size_t)vfs->szOsFile);
	code = before->xOpen(before, name, real_of(file), flags, got);
	if (!real_of(file)->pMethods)
		return code;
	file->pMethods = &methods;
	wal_of(file)->database = sqlite3_database_file_object(name);
	wal_of(file)->next = open_files;
	open_files = wal_of(file);
	return code;
}

void
wal_file_set(void)
{
	static struct wal_vfs own;

	own.before = sqlite3_vfs_find(NULL);
	if (!own.before)
		return;
	own.vfs = *own.before;
	own.vfs.iVersion = own.vfs.iVersion > VFS_VERSION ? VFS_VERSION : own.vfs.iVersion;
	own.vfs.szOsFile += (int)sizeof(struct wal_file);
	own.vfs.pNext = NULL;
	own.vfs.zName = "sosik";
	own.vfs.xOpen = open_file;
	(void)sqlite3_vfs_register(&own.vfs, 1);
}
