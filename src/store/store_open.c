#include "store/store_open.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/tr.h"
#include "store/db.h"
#include "store/db_setup.h"
#include "store/index_apart.h"
#include "store/index_write.h"
#include "store/journal.h"
#include "store/news.h"
#include "store/rebuild.h"
#include "store/replay.h"
#include "store/schema.h"
#include "store/stamp.h"
#include "store/store_impl.h"
#include "store/young.h"
#include "text/utf8.h"

enum { NOTICE_SIZE = 256 };

static int open_as(struct store **ret, enum store_mode mode, const struct store_opening *how, char notice[NOTICE_SIZE], struct err *err);

static void
tell(char notice[NOTICE_SIZE], const char *text)
{
	struct str fits = utf8_prefix(str_of(text), NOTICE_SIZE - 1);

	if (notice)
		(void)snprintf(notice, NOTICE_SIZE, "%.*s", STR(fits));
}

/* Whoever may only read here is told so, and not which of our files he met first. */
static int
check_writable(const struct store *s, struct err *err)
{
	const char *const names[] = { s->folder.p, s->file.p };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (access(names[i], W_OK) < 0 && errno != ENOENT)
			return err_errno(err, ERR_CACHE, s->is_either ? tr("%s cannot be written to") : tr("nothing was changed, %s can only be read"), names[i]);
	return 0;
}

/* The folder is resolved first: SQLite refuses a symlink anywhere in the name, we only the cache itself. */
static int
locate(struct store *s, struct err *err)
{
	struct path folder;

	if (path_data(&folder, "", err) < 0)
		return -1;
	if (s->mode != STORE_READ && file_mkdirs(folder.p, err) < 0)
		return -1;
	if (!realpath(folder.p, s->folder.p)) {
		if (s->mode != STORE_READ || errno != ENOENT)
			return err_errno(err, ERR_CACHE, tr("cannot open the folder %s"), folder.p);
		s->folder = folder;
	}
	if (s->mode != STORE_READ)
		(void)!chmod(s->folder.p, 0700);
	if (path_join(&s->file, s->folder.p, "sosik.db", err) < 0 || path_join(&s->wal, s->folder.p, "sosik.db-wal", err) < 0 ||
	    path_join(&s->index, s->folder.p, "index.db", err) < 0)
		return -1;
	if (access(s->file.p, R_OK) < 0 && errno == EACCES)
		return err_errno(err, ERR_CACHE, tr("cannot open %s"), s->file.p);
	if (s->mode != STORE_READ && check_writable(s, err) < 0)
		return -1;
	return journal_locate(s, err);
}

void
store_open_end(struct store *s)
{
	stmt_forget(s);
	if (s->is_full)
		(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	(void)sqlite3_close(s->db);
	s->db = NULL;
	index_apart_drop(s);
	index_write_close(s); /* last: it takes the index's WAL away, which who has it attached for reading cannot */
	s->depth = 0;
	s->waiting_version = s->index_version = 0;
	s->has_index = false;
}

/* Where somebody looks on, who may stop it, others are waited for: they may be at the same. */
static int
bring_up(struct store *s, const char *const *steps, int newest, struct err *err)
{
	const struct store_opening *how = s->opening;
	int rc;

	s->wait.wants_stop = how ? how->wants_stop : NULL;
	s->wait.user = how ? how->user : NULL;
	s->wait.is_patient = how;
	rc = schema_migrate(s->db, s->file.p, steps, newest, how, err);
	s->wait.wants_stop = NULL;
	s->wait.is_patient = false;
	return rc;
}

/* Checks the version, migrates. */
static int
prepare_db(struct store *s, struct err *err)
{
	int newest;
	const char *const *steps = schema_steps(&newest);

	/* A newer one is to stay as it is, its WAL too. */
	(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	if (schema_check(s->db, newest, err) < 0)
		return -1;
	(void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
	if (bring_up(s, steps, newest, err) < 0 || db_setup_temp(s->db, err) < 0)
		return -1;
	return s->mode == STORE_CHECK ? db_setup_bulk(s->db, err) : 0;
}

static int
open_db(struct store *s, bool *has_wal, struct err *err)
{
	if (db_open(&s->db, s->file.p, young_is(s) ? DB_WRITE_YOUNG : DB_WRITE, has_wal, err) < 0)
		return -1;
	db_wait_by(s->db, &s->wait);
	if (prepare_db(s, err) == 0)
		return 0;
	store_open_end(s);
	return -1;
}

/* A new cache in the place of a damaged one, which was set aside. */
static int
remake(struct store *s, const char *bad, char notice[NOTICE_SIZE], struct err *err)
{
	char text[NOTICE_SIZE * 4];
	int64_t posts, lines = 0;
	sqlite3_stmt *st;
	bool has_wal;

	if (open_db(s, &has_wal, err) < 0 || rebuild_salvage(s, bad, err) < 0 || replay_at_open(s, &lines, err) < 0)
		return -1;
	st = stmt_get(s, STMT_POST_ROWS, err);
	if (!st || stmt_int(s, st, 0, &posts, err) < 0)
		return -1;
	stamp_clear(s);
	(void)snprintf(text, sizeof text,
	    tr("the cache was damaged and has been rebuilt: %lld posts saved, your tags and marks are back; the old file is %s"),
	    (long long)posts, strrchr(bad, '/') + 1);
	tell(notice, text);
	return 0;
}

static int
rebuild(struct store *s, char notice[NOTICE_SIZE], struct err *err)
{
	struct path bad;

	store_open_end(s);
	return rebuild_set_aside(s, &bad, err) < 0 ? -1 : remake(s, bad.p, notice, err);
}

static int
check_whole(struct store *s, char notice[NOTICE_SIZE], struct err *err)
{
	bool is_whole;

	if (rebuild_check(s, &is_whole, err) < 0)
		return -1;
	if (!is_whole)
		return rebuild(s, notice, err);
	stamp_clear(s);
	return 0;
}

/* Where the cache is there, and has no posts. */
static int
begin_young(struct store *s, bool has_wal, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_POST_NEWEST, err);
	int64_t newest;

	if (!st || stmt_int(s, st, 0, &newest, err) < 0)
		return -1;
	if (newest || !has_wal || young_is(s))
		return 0;
	young_begin(s);
	return young_is(s) ? db_exec(s->db, "PRAGMA synchronous = OFF", err) : 0;
}

static int
open_write(struct store *s, char notice[NOTICE_SIZE], struct err *err)
{
	struct err why = { 0 };
	struct path bad;
	struct stat st;
	bool has_wal = true, was_there = !stat(s->file.p, &st), was_lost = !was_there || !st.st_size;
	int64_t lines = 0;
	int newest;

	(void)schema_steps(&newest);
	if (schema_check_file(s->file.p, newest, err) < 0 || stamp_enter(s, &bad, err) < 0)
		return -1;
	if (*bad.p || rebuild_is_unfinished(s, &bad))
		return remake(s, bad.p, notice, err);
	if (s->mode == STORE_CHECK && was_lost)
		young_begin(s);
	if (s->mode == STORE_BESIDE)
		young_join(s);
	if (open_db(s, &has_wal, &why) < 0 || replay_at_open(s, &lines, &why) < 0) {
		if (why.code != ERR_CACHE || !rebuild_is_damaged(s)) {
			*err = why;
			return -1;
		}
		return rebuild(s, notice, err);
	}
	if (s->mode == STORE_REPAIR || (s->mode == STORE_CHECK && s->is_suspect))
		return check_whole(s, notice, err);
	if (s->mode == STORE_CHECK)
		schema_drop_copies(s->file.p, newest);
	if (s->mode == STORE_CHECK && begin_young(s, has_wal, err) < 0)
		return -1;
	if (!has_wal && news_take(s, "told-no-wal"))
		tell(notice, tr("this file system has no write-ahead log for the cache: reading waits while a sync writes"));
	else if (was_lost && lines)
		tell(notice, was_there ? tr("the cache was damaged, its file was empty; your tags and marks are back from the journal, the next sync brings the posts that feeds still carry") :
			tr("the cache was gone; your tags and marks are back from the journal, the next sync brings the posts that feeds still carry"));
	return 0;
}

/* An empty cache that lives in memory, for reading where there is none yet. */
static int
open_empty(struct store *s, struct err *err)
{
	int newest;
	const char *const *steps = schema_steps(&newest);
	bool has_wal;

	s->is_in_memory = true;
	if (db_open(&s->db, NULL, DB_MEMORY, &has_wal, err) < 0)
		return -1;
	return schema_migrate(s->db, NULL, steps, newest, NULL, err) < 0 ? -1 : db_setup_temp(s->db, err);
}

/* Opens the cache as it is; *version is that of its form. */
static int
open_file(struct store *s, int newest, int64_t *version, struct err *err)
{
	bool has_wal;

	if (schema_check_file(s->file.p, newest, err) < 0 || db_open(&s->db, s->file.p, DB_READ, &has_wal, err) < 0)
		return -1;
	if (schema_check(s->db, newest, err) < 0 || db_setup_read(s->db, "main", err) < 0)
		return -1;
	return db_pragma(s->db, "PRAGMA user_version", version, err);
}

/* One of an older version, or one that is gone while the journal is there, is first opened as for writing, where that can be done. */
static int
write_first(struct store *s, int newest, int64_t *version, char notice[NOTICE_SIZE], struct err *err)
{
	struct store *writer;

	store_open_end(s);
	if (open_as(&writer, STORE_WRITE, s->opening, notice, err) < 0)
		return -1;
	store_close(writer);
	return open_file(s, newest, version, err);
}

static int
open_read(struct store *s, char notice[NOTICE_SIZE], struct err *err)
{
	char text[sizeof err->text + NOTICE_SIZE];
	struct path bad;
	struct stat st;
	int64_t version = 0;
	bool has_file = !stat(s->file.p, &st) && st.st_size, is_unfinished = rebuild_is_unfinished(s, &bad);
	bool is_there = has_file && !is_unfinished && !young_is_lost(s);
	int newest;

	(void)schema_steps(&newest);
	if (!has_file && !is_unfinished && !journal_size(s))
		return open_empty(s, err);
	if (is_there && open_file(s, newest, &version, err) < 0)
		return -1;
	if (version == newest || !write_first(s, newest, &version, notice, err))
		return db_setup_temp(s->db, err);
	if (version)
		return err_wrap(err, tr("the cache is of an older sosik, which this one cannot read as it is"));
	(void)snprintf(text, sizeof text, tr("the cache is gone and cannot be made again (%s)"), err->text);
	tell(notice, text);
	store_open_end(s);
	return open_empty(s, err);
}

static int
open_as(struct store **ret, enum store_mode mode, const struct store_opening *how, char notice[NOTICE_SIZE], struct err *err)
{
	struct store *s = mem_zalloc(1, sizeof *s);

	s->mode = mode == STORE_EITHER ? STORE_WRITE : mode;
	s->is_either = mode == STORE_EITHER;
	s->opening = how;
	s->stamp = s->young = s->young_log = -1;
	if (locate(s, err) < 0 || (s->mode == STORE_READ ? open_read(s, notice, err) : open_write(s, notice, err)) < 0) {
		store_close(s);
		return -1;
	}
	s->opening = NULL;
	*ret = s;
	return 0;
}

/* For reading where it cannot be written. */
static int
open_either(struct store **ret, const struct store_opening *how, char notice[NOTICE_SIZE], struct err *err)
{
	char text[sizeof err->text + NOTICE_SIZE];
	struct err why = { 0 };

	if (!open_as(ret, STORE_EITHER, how, notice, err))
		return 0;
	if ((err->code != ERR_CACHE && err->code != ERR_IO) || open_as(ret, STORE_READ, how, notice, &why) < 0)
		return -1;
	(void)snprintf(text, sizeof text, tr("for reading only: %s"), err->text);
	tell(notice, text);
	return 0;
}

int
store_open_told(struct store **ret, enum store_mode mode, const struct store_opening *how, char notice[NOTICE_SIZE], struct err *err)
{
	struct err local = { 0 };

	tell(notice, "");
	err = err ? err : &local;
	return mode == STORE_EITHER ? open_either(ret, how, notice, err) : open_as(ret, mode, how, notice, err);
}

int
store_open(struct store **ret, enum store_mode mode, char notice[NOTICE_SIZE], struct err *err)
{
	return store_open_told(ret, mode, NULL, notice, err);
}
