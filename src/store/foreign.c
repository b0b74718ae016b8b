#include "store/foreign.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/tr.h"
#include "base/vec.h"
#include "text/clean.h"
#include "text/url.h"
#include "text/utf8.h"

enum {
	FOREIGN_WAIT_MS = 2000,
	FOREIGN_STEPS = 1000,       /* between two looks at the clock */
	FOREIGN_MS = 60000,         /* for all of it: a million posts take 5 s */
	FOREIGN_VALUE = 16 << 20,   /* a row with its post's text */
	FOREIGN_BYTES = 512 << 20,  /* kept of all rows: a million posts take 300 MB */
};

/* What a row of a reader's table is read from; older ones lack the last columns. */
struct source {
	const char *table;
	const char *columns[2];
};

enum column { FEED, GUID, TITLE, LINK, PUBLISHED, UNREAD, STARRED, FLAGS, DELETED };

static const struct source sources[] = {
	{ "rss_item", {
		"SELECT feedurl, guid, title, url, pubDate, unread, 0, flags, deleted FROM rss_item"
		" WHERE unread = 0 OR deleted = 1 OR flags != '' ORDER BY rowid",
		"SELECT feedurl, guid, title, url, pubDate, unread, 0, '', 0 FROM rss_item WHERE unread = 0 ORDER BY rowid",
	} },
	{ "items", {
		"SELECT feed_url, guid, title, link, publication_date, unread, important, '', 0 FROM items"
		" WHERE unread = 0 OR important = 1 ORDER BY rowid",
		"SELECT feed_url, guid, title, link, publication_date, unread, 0, '', 0 FROM items WHERE unread = 0 ORDER BY rowid",
	} },
};

struct reading {
	struct arena *a;
	sqlite3 *db;
	vec(struct subscribe_post) posts;
	int64_t passed;
	int64_t until; /* by clock_mono_ms() */
};

static int
fail(const char *path, const char *why, struct err *err)
{
	return err_set(err, ERR_FORMAT, tr("%s cannot be read: %s"), path, why);
}

static int
fail_by(const char *path, int code, struct err *err)
{
	return fail(path, code == SQLITE_INTERRUPT ? tr("it takes too long") : sqlite3_errstr(code), err);
}

/* A file that keeps SQLite busy for ever is left. */
static int
on_progress(void *user)
{
	struct reading *r = user;

	return clock_mono_ms() > r->until;
}

/* "file:…?mode=ro", and for one whose folder cannot be written "&immutable=1". */
static void
add_uri(struct buf *uri, const char *path, bool is_immutable)
{
	(void)buf_puts(uri, "file:");
	for (const char *c = path; *c; c++)
		if (str_is_alpha(*c) || str_is_digit(*c) || strchr("/-_.~", *c))
			(void)buf_putc(uri, *c);
		else
			(void)buf_printf(uri, "%%%02X", (unsigned)(unsigned char)*c);
	(void)buf_puts(uri, is_immutable ? "?mode=ro&immutable=1" : "?mode=ro");
}

static int
open_as(struct reading *r, const char *path, bool is_immutable)
{
	struct buf uri = { 0 };
	int code;

	add_uri(&uri, path, is_immutable);
	code = sqlite3_open_v2(buf_cstr(&uri), &r->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOFOLLOW, NULL);
	buf_free(&uri);
	if (code == SQLITE_OK) {
		(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
		(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
		(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
		(void)sqlite3_db_config(r->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
		(void)sqlite3_limit(r->db, SQLITE_LIMIT_LENGTH, FOREIGN_VALUE);
		(void)sqlite3_busy_timeout(r->db, FOREIGN_WAIT_MS);
		sqlite3_progress_handler(r->db, FOREIGN_STEPS, on_progress, r);
		code = sqlite3_exec(r->db, "PRAGMA cell_size_check = 1; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
	}
	if (code != SQLITE_OK) {
		(void)sqlite3_close(r->db);
		r->db = NULL;
	}
	return code;
}

/* With what its log holds, if that can be read; a symlink is looked through, and SQLite sees none. */
static int
open_db(struct reading *r, const char *path, struct err *err)
{
	char real[PATH_SIZE];
	int code;

	r->until = clock_mono_ms() + FOREIGN_MS;
	if (!realpath(path, real))
		return err_errno(err, errno == ENOENT ? ERR_NOT_FOUND : ERR_IO, tr("cannot open %s"), path);
	code = open_as(r, real, false);
	if (code == SQLITE_CANTOPEN || code == SQLITE_READONLY || (code & 0xff) == SQLITE_READONLY)
		code = open_as(r, real, true);
	if (code == SQLITE_OK)
		return 0;
	if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
		return err_set(err, ERR_BUSY, tr("another program holds %s; end it and try again"), path);
	return fail_by(path, code, err);
}

/* A real table, and not a view or something that runs code of its own: a virtual table, a column that is computed. */
static bool
has_table(struct reading *r, const char *name)
{
	static const char sql[] = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1 AND rootpage > 0"
		" AND NOT EXISTS (SELECT 1 FROM pragma_table_xinfo(?1) WHERE hidden != 0)";
	sqlite3_stmt *st = NULL;
	bool has = false;

	if (sqlite3_prepare_v2(r->db, sql, -1, &st, NULL) == SQLITE_OK) {
		(void)sqlite3_bind_text(st, 1, name, -1, SQLITE_STATIC);
		has = sqlite3_step(st) == SQLITE_ROW;
	}
	(void)sqlite3_finalize(st);
	return has;
}

bool
foreign_line(struct arena *a, struct str raw, size_t max, struct str *ret)
{
	struct buf clean = { 0 };
	bool is_good = raw.n <= max && utf8_is_valid(raw);

	if (is_good)
		clean_line(&clean, raw);
	*ret = arena_dup(a, buf_str(&clean));
	buf_free(&clean);
	return is_good;
}

/* A clean line in the arena, empty for NULL. False for what is no text or too long. Of a title the beginning will do. */
static bool
text_at(struct reading *r, sqlite3_stmt *st, enum column at, size_t max, struct str *ret)
{
	int type = sqlite3_column_type(st, at);
	struct str raw;

	*ret = STR_NONE;
	if (type == SQLITE_NULL)
		return true;
	if (type != SQLITE_TEXT)
		return false;
	raw = str_new((const char *)sqlite3_column_text(st, at), (size_t)sqlite3_column_bytes(st, at));
	return foreign_line(r->a, at == TITLE ? utf8_prefix(raw, max) : raw, max, ret);
}

static int64_t
number_at(sqlite3_stmt *st, enum column at)
{
	return sqlite3_column_type(st, at) == SQLITE_INTEGER ? sqlite3_column_int64(st, at) : 0;
}

/* Tags that differ in case are one. */
static void
take_flags(struct subscribe_post *post, struct str flags)
{
	size_t n = 0;

	for (size_t i = 0; i < flags.n; i++)
		if (str_is_alpha(flags.p[i]) && !strchr(post->flags, str_lower(flags.p[i])))
			post->flags[n++] = str_lower(flags.p[i]);
}

/* Where the feed had no identity, readers make one: the link, the link and the date, the title. */
static void
settle_guid(struct subscribe_post *post)
{
	struct str behind = str_sub(post->guid, post->link.n, post->guid.n);

	if (str_eq(post->guid, post->title))
		post->guid = STR_NONE;
	else if (post->link.n && str_eq(str_sub(post->guid, 0, post->link.n), post->link) && str_find_char(behind, ' ') < behind.n)
		post->guid = STR_NONE;
}

static bool
read_row(struct reading *r, sqlite3_stmt *st, struct subscribe_post *post)
{
	struct str flags, title;
	int64_t published = number_at(st, PUBLISHED);

	*post = (struct subscribe_post){ .published = published > 0 && published < (int64_t)1 << 38 ? published : CLOCK_NONE };
	if (!text_at(r, st, FEED, LIMIT_URL, &post->feed) || !text_at(r, st, GUID, LIMIT_GUID, &post->guid) ||
	    !text_at(r, st, LINK, LIMIT_URL, &post->link) || !text_at(r, st, TITLE, 2 * LIMIT_TITLE, &title) ||
	    !text_at(r, st, FLAGS, LIMIT_NAME, &flags) || sqlite3_column_type(st, UNREAD) != SQLITE_INTEGER)
		return false;
	post->title = str_trim(utf8_prefix(title, LIMIT_TITLE));
	if (!url_is_web(post->link) || str_find_char(post->link, ' ') < post->link.n)
		post->link = STR_NONE;
	take_flags(post, flags);
	post->is_starred = number_at(st, STARRED) == 1 || *post->flags;
	post->is_hidden = number_at(st, DELETED) == 1;
	post->is_read = number_at(st, UNREAD) == 0 || post->is_hidden;
	settle_guid(post);
	return post->feed.n && (post->guid.n || post->link.n || post->title.n);
}

static int
read_rows(struct reading *r, const struct source *source, const char *path, struct err *err)
{
	sqlite3_stmt *st = NULL;
	int code = sqlite3_prepare_v2(r->db, source->columns[0], -1, &st, NULL);

	if (code == SQLITE_ERROR)
		code = sqlite3_prepare_v2(r->db, source->columns[1], -1, &st, NULL);
	while (code == SQLITE_OK || code == SQLITE_ROW) {
		struct subscribe_post post;

		code = sqlite3_step(st);
		if (code != SQLITE_ROW || r->posts.n == LIMIT_UNDO_POSTS || r->a->total > FOREIGN_BYTES)
			break;
		if (read_row(r, st, &post))
			*vec_add(&r->posts) = post;
		else
			r->passed++;
	}
	(void)sqlite3_finalize(st);
	if (r->a->total > FOREIGN_BYTES)
		return fail(path, tr("it holds too much"), err);
	return code == SQLITE_DONE || code == SQLITE_ROW ? 0 : fail_by(path, code, err);
}

bool
foreign_is(const char *path)
{
	char head[16];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool is = fd >= 0 && read(fd, head, sizeof head) == sizeof head && !memcmp(head, "SQLite format 3", sizeof head);

	if (fd >= 0)
		(void)close(fd);
	return is;
}

int
foreign_read(const char *path, struct arena *a, struct foreign *ret, struct err *err)
{
	struct reading r = { .a = a };
	int rc = -1;

	if (open_db(&r, path, err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
		if (has_table(&r, sources[i].table)) {
			rc = read_rows(&r, &sources[i], path, err);
			goto out;
		}
	(void)fail(path, tr("it is no database of newsboat or newsraft"), err);
out:
	(void)sqlite3_close(r.db);
	*ret = (struct foreign){ arena_new(a, struct subscribe_post, r.posts.n), r.posts.n, r.passed };
	for (size_t i = 0; i < r.posts.n; i++)
		ret->posts[i] = r.posts.v[i];
	vec_free(&r.posts);
	return rc;
}
