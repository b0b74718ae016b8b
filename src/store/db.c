#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/path.h"
#include "base/tr.h"
#include "store/db_setup.h"
#include "store/hits_narrow.h"
#include "store/index_tokenizer.h"
#include "store/rank.h"
#include "store/title_match.h"
#include "store/turn.h"

/* How often who waits looks, at first and later, and how long who goes on writing leaves it free, with room for a late timer. */
enum { SOON_STEPS = 100, SOON_US = 250, LATER_US = 1000, YIELD_US = 600, NS_US = 1000 };

/* Of the WAL, before they go into the file: the disk is waited for then, and a page that is written again and again goes there once in a while. */
#define WAL_PAGES "6000"
#define WAL_PAGES_LONG "3000"

/* Of new files: most articles lie in one page then, and half as many are read and written. Those of before keep their 4 KB. */
#define PAGE "PRAGMA page_size = 8192; "

/* Of a file that is written in long rows, nearly all of them once: few of its pages are kept, and the system takes large ones in less time. */
#define PAGE_LONG "PRAGMA page_size = 16384; PRAGMA cache_size = -600; "

/* The steps that take as long, timers being on time. */
static int
steps_of(int ms)
{
	return ms + SOON_STEPS - SOON_STEPS * SOON_US / LATER_US;
}

static void
ask(struct db_wait *wait)
{
	if (!wait->has_turns || wait->has_asked)
		return;
	turn_ask(wait->turns);
	wait->has_asked = true;
}

/* Waits in short steps, so that a short transaction of another process costs no more than it takes. Whoever holds it longer than the whole time is not waited for as long again. */
static int
on_busy(void *user, int count)
{
	const struct timespec step = { .tv_nsec = (count < SOON_STEPS ? SOON_US : LATER_US) * NS_US };
	struct db_wait *wait = user;

	if (wait->is_hasty) { /* the next time it is let in */
		ask(wait);
		return 0;
	}
	if (!wait->is_patient && count >= steps_of(wait->is_stuck ? DB_STUCK_MS : DB_BUSY_MS)) {
		wait->is_stuck = true;
		return 0;
	}
	if (wait->wants_stop && wait->wants_stop(wait->user))
		return 0;
	ask(wait);
	(void)nanosleep(&step, NULL);
	return 1;
}

void
db_yield(void)
{
	const struct timespec pause = { .tv_nsec = YIELD_US * NS_US };

	(void)nanosleep(&pause, NULL);
}

void
db_wait_by(sqlite3 *db, struct db_wait *wait)
{
	(void)sqlite3_busy_handler(db, on_busy, wait);
}

bool
db_is_damage(int code)
{
	return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

/* The index of the WAL is a file, too; what is behind SQLite's "disk I/O error" then is that it cannot grow. */
bool
db_has_no_room(sqlite3 *db)
{
	int code = sqlite3_extended_errcode(db), why = sqlite3_system_errno(db);

	return code == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE ||
	    ((code & 0xff) == SQLITE_IOERR && (why == ENOSPC || why == EDQUOT));
}

int
db_error(sqlite3 *db, struct err *err)
{
	int code = db ? sqlite3_errcode(db) : SQLITE_NOMEM;
	const char *text = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);

	if (db_is_damage(code))
		return err_set(err, ERR_CACHE, tr("the cache is damaged (%s); the next sync rebuilds it, nothing you did is lost"),
		    text);
	if (db && db_has_no_room(db))
		return err_set(err, ERR_IO, tr("the disk of %s is full; nothing stored is lost"), sqlite3_db_filename(db, "main"));
	switch (code & 0xff) {
	case SQLITE_IOERR:
		return err_set(err, ERR_IO, tr("cannot read or write the cache (%s); nothing stored is lost"), text);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_BUSY, tr("another program holds the cache; try again"));
	case SQLITE_READONLY:
	case SQLITE_PERM:
		return err_set(err, ERR_CACHE, tr("the cache cannot be written (%s)"), text);
	case SQLITE_CANTOPEN:
		return err_set(err, ERR_CACHE, tr("the cache cannot be opened (%s)"), text);
	case SQLITE_INTERRUPT:
		return err_set(err, ERR_STOPPED, tr("stopped"));
	case SQLITE_NOMEM:
		return err_set(err, ERR_IO, tr("out of memory; nothing stored is lost"));
	default:
		return err_set(err, ERR_CACHE, tr("the cache is unusable (%s)"), text);
	}
}

int
db_exec(sqlite3 *db, const char *sql, struct err *err)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : db_error(db, err);
}

int
db_pragma(sqlite3 *db, const char *sql, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = NULL;
	int rc = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &st, NULL) == SQLITE_OK && sqlite3_step(st) == SQLITE_ROW) {
		*ret = sqlite3_column_int64(st, 0);
		rc = 0;
	}
	if (rc < 0)
		db_error(db, err);
	(void)sqlite3_finalize(st);
	return rc;
}

/* The mode is ours alone, also for what SQLite makes beside it. */
static int
check_file(const char *path, const struct stat *st, struct err *err)
{
	errno = ELOOP;
	if (!S_ISLNK(st->st_mode) && !access(path, R_OK | W_OK)) {
		if (st->st_mode & 077)
			(void)!chmod(path, 0600);
		return 0;
	}
	return err_errno(err, ERR_CACHE, tr("cannot open the cache %s"), path);
}

/*
 * Makes the file where there is none. One that is there is not opened for that: closing it would drop the
 * locks of all connections that this process has to it (fcntl(2)), and others would take its WAL away.
 */
static int
make_file(const char *path, struct err *err)
{
	struct stat st;
	int fd;

	if (!lstat(path, &st))
		return check_file(path, &st, err);
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0 && errno != EEXIST)
		return err_errno(err, ERR_CACHE, tr("cannot open the cache %s"), path);
	if (fd >= 0)
		(void)close(fd);
	return 0;
}

/* The WAL lives on memory that processes share, which those of two machines cannot. */
static int
do_without_wal(sqlite3 *db, bool *has_wal, struct err *err)
{
	*has_wal = false;
	return db_exec(db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL", err);
}

static int
set_wal(sqlite3 *db, bool *has_wal, struct err *err)
{
	sqlite3_stmt *st = NULL;
	const char *mode;

	if (sqlite3_prepare_v2(db, "PRAGMA journal_mode = WAL", -1, &st, NULL) != SQLITE_OK)
		return db_error(db, err);
	if (sqlite3_step(st) != SQLITE_ROW && db_is_damage(sqlite3_errcode(db))) {
		(void)sqlite3_finalize(st);
		return db_error(db, err);
	}
	mode = (const char *)sqlite3_column_text(st, 0);
	*has_wal = mode && !strcmp(mode, "wal");
	(void)sqlite3_finalize(st);
	return 0;
}

static bool
makes_file(enum db_open how)
{
	return how != DB_READ && how != DB_MEMORY;
}

static bool
is_young(enum db_open how)
{
	return how == DB_WRITE_YOUNG || how == DB_LONG_YOUNG;
}

static bool
is_long(enum db_open how)
{
	return how == DB_WRITE_LONG || how == DB_LONG_YOUNG;
}

static int
configure(sqlite3 *db, enum db_open how, bool *has_wal, struct err *err)
{
	(void)sqlite3_extended_result_codes(db, 1);
	(void)sqlite3_busy_timeout(db, DB_BUSY_MS);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, how != DB_WRITE_APART, NULL);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, how != DB_READ, NULL);
	(void)sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	*has_wal = true;
	if (title_match_register(db) != SQLITE_OK || hits_narrow_register(db) != SQLITE_OK)
		return db_error(db, err);
	if (index_tokenizer_add(db) != SQLITE_OK || rank_register(db) != SQLITE_OK)
		return err_set(err, ERR_CACHE, "%s", tr("this SQLite has no full-text search (FTS5)"));
	if (db_exec(db, "PRAGMA cell_size_check = ON; " DB_TEMP_STORE, err) < 0)
		return -1;
	if (db_exec(db, is_young(how) ? "PRAGMA synchronous = OFF" : "PRAGMA synchronous = NORMAL", err) < 0)
		return -1;
	if (!makes_file(how))
		return 0;
	if (how == DB_WRITE_APART)
		return db_exec(db, PAGE_LONG "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
			"PRAGMA secure_delete = OFF" /* what is taken out of it stands in it elsewhere, and each new page would be cleared twice */, err);
	if (db_exec(db, is_long(how) ? PAGE_LONG "PRAGMA wal_autocheckpoint = " WAL_PAGES_LONG : PAGE "PRAGMA wal_autocheckpoint = " WAL_PAGES,
		err) < 0)
		return -1;
	return file_is_remote(sqlite3_db_filename(db, "main")) ? do_without_wal(db, has_wal, err) : set_wal(db, has_wal, err);
}

/* A file: URI; immutable=1 is for a WAL cache on a file system that cannot be written. */
static void
add_uri(struct buf *out, const char *path, const char *options)
{
	(void)buf_puts(out, "file:");
	for (; *path; path++)
		if (strchr("?#%", *path))
			(void)buf_printf(out, "%%%02X", (unsigned char)*path);
		else
			(void)buf_putc(out, *path);
	(void)buf_printf(out, "?%s", options);
}

static int
open_immutable(sqlite3 **ret, const char *path, int flags)
{
	struct buf uri = { 0 };
	int code;

	add_uri(&uri, path, "immutable=1");
	code = sqlite3_open_v2(buf_cstr(&uri), ret, flags, NULL);
	buf_free(&uri);
	return code;
}

int
db_attach(sqlite3 *db, const char *path, const char *options, const char *as, struct err *err)
{
	struct buf uri = { 0 };
	sqlite3_stmt *st = NULL;
	int code = sqlite3_prepare_v2(db, "ATTACH ?1 AS ?2", -1, &st, NULL);

	add_uri(&uri, path, options);
	if (code == SQLITE_OK) {
		(void)sqlite3_bind_text(st, 1, buf_cstr(&uri), -1, SQLITE_STATIC);
		(void)sqlite3_bind_text(st, 2, as, -1, SQLITE_STATIC);
		code = sqlite3_step(st);
	}
	if (code != SQLITE_DONE)
		db_error(db, err);
	(void)sqlite3_finalize(st);
	buf_free(&uri);
	return code == SQLITE_DONE ? 0 : -1;
}

/* With the index of the WAL in our memory; others wait meanwhile. */
static int
open_alone(sqlite3 **ret, const char *path)
{
	int64_t tables;
	int code = sqlite3_open_v2(path, ret, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_URI, NULL);

	(void)sqlite3_busy_timeout(*ret, DB_BUSY_MS);
	(void)sqlite3_db_config(*ret, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	if (code == SQLITE_OK && !db_exec(*ret, "PRAGMA locking_mode = EXCLUSIVE", NULL) &&
	    !db_pragma(*ret, "SELECT count(*) FROM sqlite_schema", &tables, NULL))
		return SQLITE_OK;
	return *ret ? sqlite3_extended_errcode(*ret) : code;
}

bool
db_has_wal(const char *path)
{
	struct path name;
	struct stat st;

	return (size_t)snprintf(name.p, sizeof name.p, "%s-wal", path) < sizeof name.p && !stat(name.p, &st) && st.st_size;
}

/* SQLite makes an index of the WAL beside it even for reading: where the folder cannot be written or the disk is full, it is done without. */
static int
open_read(sqlite3 **ret, const char *path)
{
	const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_URI;
	int64_t tables;
	bool is_full;
	int code = sqlite3_open_v2(path, ret, flags, NULL);

	(void)sqlite3_busy_timeout(*ret, DB_BUSY_MS); /* whoever closes it has it to himself for a moment */
	if (code == SQLITE_OK && !db_pragma(*ret, "SELECT count(*) FROM sqlite_schema", &tables, NULL))
		return SQLITE_OK;
	code = *ret ? sqlite3_errcode(*ret) : code;
	is_full = *ret && db_has_no_room(*ret);
	if ((code & 0xff) != SQLITE_CANTOPEN && (code & 0xff) != SQLITE_READONLY && !is_full)
		return code;
	(void)sqlite3_close(*ret);
	return is_full && db_has_wal(path) ? open_alone(ret, path) : open_immutable(ret, path, flags);
}

int
db_open(sqlite3 **ret, const char *path, enum db_open how, bool *has_wal, struct err *err)
{
	/* The names are absolute: URIs are what is attached. */
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_URI;
	sqlite3 *db = NULL;
	int code;

	db_setup();
	if (makes_file(how) && make_file(path, err) < 0)
		return -1;
	if (how == DB_READ)
		code = open_read(&db, path);
	else if (how != DB_MEMORY)
		code = sqlite3_open_v2(path, &db, flags, NULL);
	else
		code = sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL);
	if (code != SQLITE_OK)
		db_error(db, err);
	if (code != SQLITE_OK || configure(db, how, has_wal, err) < 0) {
		(void)sqlite3_close(db);
		return -1;
	}
	*ret = db;
	return 0;
}
