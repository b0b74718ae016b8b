#include "store/schema.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/path.h"
#include "base/tr.h"
#include "store/db.h"
#include "store/db_file.h"
#include "store/schema_whole.h"

/* SQLite's file format 1.3. */
enum { HEADER_SIZE = 100, HEADER_USER_VERSION = 60, HEADER_APPLICATION = 68 };

enum {
	PROGRESS_STEPS = 4000, /* of SQLite's machine: less than a millisecond */
	TURN_NS = 10000000,    /* between two looks whether it is our turn */
};

/* Says what begins; -1 where it is to stop. */
static int
tell(const struct store_opening *how, int step, int steps, struct err *err)
{
	if (!how)
		return 0;
	how->tell(how->user, step, steps);
	return how->wants_stop(how->user) ? err_set(err, ERR_STOPPED, tr("stopped")) : 0;
}

static int64_t
big_endian(const unsigned char *p)
{
	return (int64_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3];
}

static int
check(int64_t application, int64_t version, int newest, struct err *err)
{
	if (application && application != SCHEMA_APPLICATION_ID)
		return err_set(err, ERR_CACHE, tr("the cache is the database of another program; move it away"));
	if (version > newest)
		return err_set(err, ERR_CACHE,
		    tr("the cache was made by a newer sosik (version %lld, this one knows %d); it is left as it is: open it with the newer one"),
		    (long long)version, newest);
	return 0;
}

int
schema_check_file(const char *path, int newest, struct err *err)
{
	unsigned char header[HEADER_SIZE];

	if (!db_file_read(path, 0, header, sizeof header) || memcmp(header, "SQLite format 3", sizeof "SQLite format 3") != 0)
		return 0;
	return check(big_endian(header + HEADER_APPLICATION), big_endian(header + HEADER_USER_VERSION), newest, err);
}

int
schema_check(sqlite3 *db, int newest, struct err *err)
{
	int64_t application, version;

	if (db_pragma(db, "PRAGMA application_id", &application, err) < 0 ||
	    db_pragma(db, "PRAGMA user_version", &version, err) < 0)
		return -1;
	return check(application, version, newest, err);
}

/* A copy by SQLite itself, whole although others may read and write. */
static int
copy_to(sqlite3 *db, const char *path, struct err *err)
{
	sqlite3_stmt *st = NULL;
	int code = sqlite3_prepare_v2(db, "VACUUM INTO ?1", -1, &st, NULL);

	(void)unlink(path);
	if (code == SQLITE_OK && (code = sqlite3_bind_text(st, 1, path, -1, SQLITE_STATIC)) == SQLITE_OK)
		code = sqlite3_step(st);
	if (code != SQLITE_DONE)
		db_error(db, err);
	(void)sqlite3_finalize(st);
	if (code == SQLITE_DONE && !chmod(path, 0600))
		return 0;
	(void)unlink(path);
	return -1;
}

static bool
name_copy(char name[PATH_SIZE], const char *path, int64_t version)
{
	return (size_t)snprintf(name, PATH_SIZE, "%s.v%lld", path, (long long)version) < PATH_SIZE;
}

static int
backup(sqlite3 *db, const char *path, int64_t version, struct err *err)
{
	char name[PATH_SIZE];
	struct statvfs fs;
	struct stat st;

	if (!name_copy(name, path, version))
		return err_set(err, ERR_CACHE, tr("path too long: %.80s…"), path);
	if (stat(path, &st) < 0 || statvfs(path, &fs) < 0)
		return err_errno(err, ERR_CACHE, tr("cannot read %s"), path);
	if ((uint64_t)fs.f_bavail * fs.f_frsize < 2 * (uint64_t)st.st_size)
		return err_set(err, ERR_IO,
		    tr("no room to copy the cache before it is changed for this version; free %lld MB"),
		    (long long)(st.st_size >> 19) + 1);
	return copy_to(db, name, err);
}

/* The version is read again inside the transaction: another process may have been faster. */
static int
step(sqlite3 *db, int to, const char *sql, struct err *err)
{
	char mark[96];
	int64_t version;

	(void)snprintf(mark, sizeof mark, "PRAGMA application_id = %d; PRAGMA user_version = %d;", SCHEMA_APPLICATION_ID, to);
	if (db_pragma(db, "PRAGMA user_version", &version, err) < 0)
		return -1;
	if (version < to && (db_exec(db, sql, err) < 0 || db_exec(db, mark, err) < 0))
		return err_wrap(err, tr("step %d of the cache"), to);
	return 0;
}

static int
end(sqlite3 *db, int rc, struct err *err)
{
	if (!rc)
		rc = db_exec(db, "COMMIT", err);
	if (rc < 0)
		(void)db_exec(db, "ROLLBACK", NULL);
	return rc;
}

static int
run_steps(sqlite3 *db, const char *const *steps, int first, int last, struct err *err)
{
	int rc = db_exec(db, "BEGIN IMMEDIATE", err);

	if (rc < 0)
		return -1;
	for (int to = first; to <= last && !rc; to++)
		rc = step(db, to, steps[to - 1], err);
	return end(db, rc, err);
}

/* Another process may have been faster, also one of another version. */
static int
make_whole(sqlite3 *db, int newest, struct err *err)
{
	int64_t version;
	int rc = db_exec(db, "BEGIN IMMEDIATE", err);

	if (rc < 0)
		return -1;
	rc = db_pragma(db, "PRAGMA user_version", &version, err);
	if (!rc && !version)
		rc = step(db, newest, schema_whole, err);
	return end(db, rc, err);
}

/* A new cache: at once, where all steps are to be done. */
static int
make(sqlite3 *db, const char *const *steps, int newest, int64_t *version, struct err *err)
{
	int all, rc;
	bool is_whole = steps == schema_steps(&all) && newest == all;

	if (!is_whole)
		rc = run_steps(db, steps, 1, newest, err);
	else
		rc = make_whole(db, newest, err);
	return rc < 0 ? -1 : db_pragma(db, "PRAGMA user_version", version, err);
}

/* Undoing a statement that drops or rewrites a large table is for a file: in memory it would be as large as the table. */
static int
migrate(sqlite3 *db, const char *const *steps, int version, int newest, const struct store_opening *how, struct err *err)
{
	int rc = db_exec(db, "PRAGMA temp_store = FILE; PRAGMA secure_delete = FAST;", err), before = version;

	while (!rc && version < newest) {
		version++;
		rc = tell(how, version - before, newest - before, err);
		if (!rc)
			rc = run_steps(db, steps, version, version, err);
	}
	if (db_exec(db, DB_TEMP_STORE, rc < 0 ? NULL : err) < 0)
		rc = -1;
	return rc;
}

/* A lock: two at once would write the same copy. The descriptor, or -1. */
static int
take_turn(const char *path, const struct store_opening *how, struct err *err)
{
	static const struct timespec pause = { .tv_nsec = TURN_NS };
	char name[PATH_SIZE];
	int fd;

	if ((size_t)snprintf(name, PATH_SIZE, "%s-upgrade.lock", path) >= PATH_SIZE)
		return err_set(err, ERR_CACHE, tr("path too long: %.80s…"), path);
	while ((fd = file_lock(name, !how, err)) < 0 && err->code == ERR_BUSY) {
		if (how->wants_stop(how->user))
			return err_set(err, ERR_STOPPED, tr("stopped"));
		(void)nanosleep(&pause, NULL);
	}
	return fd;
}

/* Who had to wait for another finds that all is done. */
static int
copy_and_migrate(sqlite3 *db, const char *path, const char *const *steps, int newest, const struct store_opening *how, struct err *err)
{
	int64_t version;

	if (db_pragma(db, "PRAGMA user_version", &version, err) < 0)
		return -1;
	if (version < newest && path && backup(db, path, version, err) < 0)
		return -1;
	return migrate(db, steps, (int)version, newest, how, err);
}

static int
bring_up(sqlite3 *db, const char *path, const char *const *steps, int version, int newest, const struct store_opening *how, struct err *err)
{
	int turn = -1, rc;

	if (tell(how, 0, newest - version, err) < 0)
		return -1;
	if (path && (turn = take_turn(path, how, err)) < 0)
		return -1;
	rc = copy_and_migrate(db, path, steps, newest, how, err);
	if (turn >= 0)
		(void)close(turn);
	return rc;
}

static int
on_progress(void *user)
{
	const struct store_opening *how = user;

	return how->wants_stop(how->user);
}

int
schema_migrate(sqlite3 *db, const char *path, const char *const *steps, int newest, const struct store_opening *how, struct err *err)
{
	union {
		const struct store_opening *how;
		void *user;
	} u = { how };
	int64_t version;
	int rc;

	if (db_pragma(db, "PRAGMA user_version", &version, err) < 0)
		return -1;
	if (!version && make(db, steps, newest, &version, err) < 0)
		return -1;
	if (version >= newest)
		return 0;
	sqlite3_progress_handler(db, how ? PROGRESS_STEPS : 0, on_progress, u.user);
	rc = bring_up(db, path, steps, (int)version, newest, how, err);
	sqlite3_progress_handler(db, 0, NULL, NULL);
	if (rc < 0 && how && how->wants_stop(how->user))
		return err_set(err, ERR_STOPPED, tr("stopped")); /* also while it waited for others */
	return rc;
}

void
schema_drop_copies(const char *path, int newest)
{
	const int64_t oldest = clock_now() - SCHEMA_COPY_DAYS * 86400;
	char name[PATH_SIZE];
	struct stat st;
	bool has_newer = false;

	for (int version = newest - 1; version > 0; version--) {
		if (!name_copy(name, path, version) || lstat(name, &st) < 0 || !S_ISREG(st.st_mode))
			continue;
		if (has_newer || st.st_mtime < oldest)
			(void)unlink(name);
		has_newer = true;
	}
}
