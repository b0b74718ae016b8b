#include "store/rebuild.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/tr.h"
#include "store/db.h"
#include "store/salvage.h"
#include "store/store_impl.h"

/* The first row of quick_check: "ok", or what is wrong. */
static int
quick_check(sqlite3 *db, bool *is_whole, struct err *err)
{
	sqlite3_stmt *st = NULL;
	int code = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &st, NULL);
	const char *text;

	if (code == SQLITE_OK)
		code = sqlite3_step(st);
	text = code == SQLITE_ROW ? (const char *)sqlite3_column_text(st, 0) : NULL;
	*is_whole = text && !strcmp(text, "ok");
	(void)sqlite3_finalize(st);
	if (code == SQLITE_ROW || db_is_damage(code))
		return 0;
	return db_error(db, err);
}

int
rebuild_check(struct store *s, bool *is_whole, struct err *err)
{
	return quick_check(s->db, is_whole, err);
}

bool
rebuild_is_damaged(struct store *s)
{
	sqlite3 *db = NULL;
	struct stat st;
	bool is_whole = true;

	if (!lstat(s->file.p, &st) && S_ISDIR(st.st_mode))
		return true;
	if (sqlite3_open_v2(s->file.p, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL) == SQLITE_OK)
		(void)quick_check(db, &is_whole, NULL);
	(void)sqlite3_close(db);
	return !is_whole;
}

static int
move(const struct store *s, const char *suffix, const char *bad, struct err *err)
{
	char from[PATH_SIZE], to[PATH_SIZE];

	if ((size_t)snprintf(from, sizeof from, "%s%s", s->file.p, suffix) >= sizeof from ||
	    (size_t)snprintf(to, sizeof to, "%s%s", bad, suffix) >= sizeof to)
		return err_set(err, ERR_CACHE, tr("path too long: %.80s…"), s->file.p);
	if (rename(from, to) < 0 && errno != ENOENT)
		return err_errno(err, ERR_CACHE, tr("cannot set aside the damaged cache %s"), from);
	return 0;
}

/* What names the cache that was set aside, until all that can be read of it has been taken over. */
static int
find_mark(const struct store *s, struct path *ret)
{
	return path_join(ret, s->folder.p, "sosik.db-salvage", NULL);
}

bool
rebuild_is_unfinished(const struct store *s, struct path *bad)
{
	struct path mark;
	struct buf name = { 0 };
	struct stat st;
	bool is = !find_mark(s, &mark) && !file_read(mark.p, PATH_SIZE, &name, NULL) && !memchr(buf_cstr(&name), '/', name.n) &&
		!path_join(bad, s->folder.p, buf_cstr(&name), NULL) && name.n && !stat(bad->p, &st);

	buf_free(&name);
	if (!is)
		bad->p[0] = '\0';
	return is;
}

static int
begin(const struct store *s, const struct path *bad, struct err *err)
{
	struct path mark;

	return find_mark(s, &mark) < 0 ? -1 : file_replace(mark.p, str_of(strrchr(bad->p, '/') + 1), err);
}

static void
end(const struct store *s)
{
	struct path mark;

	if (!find_mark(s, &mark) && !unlink(mark.p))
		(void)file_sync_folder(s->file.p);
}

static int
name_bad(const struct store *s, struct path *bad, struct err *err)
{
	struct tm t;
	struct stat st;

	clock_local(clock_now(), &t);
	for (int i = 0; i < 100; i++) {
		int n = snprintf(bad->p, sizeof bad->p, "%s.bad-%04d%02d%02d-%02d%02d%02d", s->file.p, t.tm_year + 1900,
		    t.tm_mon + 1, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec);

		if (i && n > 0 && (size_t)n < sizeof bad->p)
			n += snprintf(bad->p + n, sizeof bad->p - (size_t)n, ".%d", i);
		if (n < 0 || (size_t)n >= sizeof bad->p)
			return err_set(err, ERR_CACHE, tr("path too long: %.80s…"), s->file.p);
		if (lstat(bad->p, &st) < 0)
			break;
	}
	return 0;
}

int
rebuild_set_aside(struct store *s, struct path *bad, struct err *err)
{
	struct path to, first;
	bool has_first = rebuild_is_unfinished(s, &first);

	if (name_bad(s, &to, err) < 0 || (!has_first && begin(s, &to, err) < 0))
		return -1;
	/* The WAL first: a crash between leaves a database without it, which is damaged still. */
	if (move(s, "-wal", to.p, err) < 0 || move(s, "-shm", to.p, err) < 0 || move(s, "-journal", to.p, err) < 0 ||
	    move(s, "", to.p, err) < 0)
		return -1;
	(void)file_sync_folder(s->file.p);
	*bad = has_first ? first : to;
	return 0;
}

/* Another process may have done it meanwhile. */
static int
copy(struct store *s, const char *bad, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_NEWEST, err);
	sqlite3 *old = NULL;
	int64_t newest;
	int rc = 0;

	if (!st || stmt_int(s, st, 0, &newest, err) < 0)
		return -1;
	if (!newest && sqlite3_open_v2(bad, &old, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL) == SQLITE_OK)
		rc = salvage_copy(s, old, err);
	(void)sqlite3_close(old);
	return rc;
}

int
rebuild_salvage(struct store *s, const char *bad, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (copy(s, bad, err) < 0) {
		store_rollback(s);
		return -1;
	}
	if (store_commit(s, err) < 0)
		return -1;
	end(s);
	return 0;
}
