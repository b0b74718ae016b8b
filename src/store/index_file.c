#include "store/index_file.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/tr.h"
#include "store/apply.h"
#include "store/db.h"
#include "store/db_setup.h"
#include "store/index_make.h"
#include "store/index_text.h"
#include "store/schema.h"
#include "store/store_impl.h"
#include "store/turn.h"

enum { LOCK_STEP_NS = 200000 }; /* shorter than db_yield(), between two slices of who has the lock */

int
index_file_wanted(struct store *s, struct index_mark *ret, struct err *err)
{
	ret->form = INDEX_TEXT_FORM;
	return apply_get(s, INDEX_FILE_ID, &ret->id, err) < 0 || apply_get(s, INDEX_FILE_SLICE, &ret->slice, err) < 0 ? -1 : 0;
}

/* ---- one that is there */

/* Whether an error says that the file is no index, and not that it could not be read just now: then it would be made anew for nothing. */
static bool
is_none(int code)
{
	return db_is_damage(code) || (code & 0xff) == SQLITE_ERROR || (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
}

/* The mark of the attached file; all 0 when it has none. What is wrong with this file does not put the cache in doubt. */
static int
read_mark(struct store *s, struct index_mark *mark, struct err *err)
{
	sqlite3_stmt *st = NULL;
	int code = sqlite3_prepare_v2(s->db, "SELECT id, slice, form FROM search.mark", -1, &st, NULL);

	*mark = (struct index_mark){ 0 };
	if (code == SQLITE_OK)
		code = sqlite3_step(st);
	if (code == SQLITE_ROW)
		*mark = (struct index_mark){ stmt_num(st, 0), stmt_num(st, 1), stmt_num(st, 2) };
	else if (code != SQLITE_DONE && !is_none(code))
		db_error(s->db, err);
	(void)sqlite3_finalize(st);
	return code == SQLITE_ROW || code == SQLITE_DONE || is_none(code) ? 0 : -1;
}

/* The cache is read first: what another process brings in meanwhile, the file has beyond. */
static int
compare(struct store *s, bool *fits, struct err *err)
{
	struct index_mark wanted, mark = { 0 };

	if (index_file_wanted(s, &wanted, err) < 0 || (s->has_index && read_mark(s, &mark, err) < 0))
		return -1;
	*fits = wanted.id && mark.id == wanted.id && mark.form == wanted.form && mark.slice >= wanted.slice - 1;
	return 0;
}

void
index_file_leave(struct store *s)
{
	if (!s->has_index)
		return;
	/* It is refused within a transaction, where the next look finds it again. */
	s->has_index = sqlite3_exec(s->db, "DETACH search", NULL, NULL, NULL) != SQLITE_OK;
	s->index_version = 0;
}

static int
attach(struct store *s, const char *options, struct err *err)
{
	struct err why = { 0 };
	int64_t tables;
	int code;

	s->has_index = !db_attach(s->db, s->index.p, options, "search", &why);
	if (s->has_index && !db_setup_read(s->db, "search", &why) &&
	    !db_pragma(s->db, "SELECT count(*) FROM search.sqlite_schema", &tables, &why))
		return 0;
	code = sqlite3_errcode(s->db);
	index_file_leave(s);
	if (is_none(code))
		return 0;
	*err = why;
	return -1;
}

/* As the cache itself is read where its folder cannot be written or the disk is full; there, what its WAL has is not done without. */
static int
attach_any(struct store *s, struct err *err)
{
	struct err why = { 0 };

	if (access(s->index.p, F_OK) < 0)
		return 0;
	if (attach(s, "mode=ro", &why) < 0 && (s->mode != STORE_READ || why.code != ERR_IO)) {
		*err = why;
		return -1;
	}
	if (s->has_index || s->mode != STORE_READ || (why.code == ERR_IO && db_has_wal(s->index.p)))
		return 0;
	return attach(s, "immutable=1", err);
}

int
index_file_fits(struct store *s, bool *fits, struct err *err)
{
	int rc = 0;

	*fits = false;
	if (s->has_index)
		rc = compare(s, fits, err);
	if (rc < 0 || *fits)
		return rc;
	index_file_leave(s);
	if (!s->has_index && attach_any(s, err) < 0)
		return -1;
	return compare(s, fits, err);
}

/* ---- one that is not */

/* An empty one in memory. */
static int
attach_empty(struct store *s, struct err *err)
{
	index_file_leave(s);
	if (s->has_index)
		return 0;
	if (db_exec(s->db, "ATTACH 'file:search?mode=memory' AS search", err) < 0) /* not read-only, as the cache may be */
		return -1;
	s->has_index = true;
	return db_exec(s->db, "CREATE VIRTUAL TABLE search.post_index USING " SCHEMA_INDEX, err);
}

/* Where nothing can be written: all posts wait, for this connection. */
static int
do_without(struct store *s, struct err *err)
{
	static const char all[] = "DROP TABLE IF EXISTS temp.index_queue;"
		"CREATE TEMP TABLE index_queue(post_id INTEGER PRIMARY KEY, turn INTEGER NOT NULL DEFAULT 0);"
		"INSERT INTO temp.index_queue(post_id) SELECT id FROM main.post";

	if (attach_empty(s, err) < 0)
		return -1;
	stmt_forget(s);
	return db_exec(s->db, all, err);
}

static int
make_id(struct store *s, int64_t *id, struct err *err)
{
	*id = index_make_id();
	return db_exec(s->db, "DELETE FROM index_hand; DELETE FROM index_queue; INSERT INTO index_queue(post_id) SELECT id FROM post", err) < 0 ||
	    apply_set(s, INDEX_FILE_ID, *id, err) < 0 || apply_set(s, INDEX_FILE_SLICE, 0, err) < 0 ? -1 : 0;
}

/* First the cache: until the file is there its posts wait, and what stands in an old one counts for nothing. */
int
index_file_renew(struct store *s, struct err *err)
{
	int64_t id;

	if (store_begin(s, err) < 0)
		return -1;
	if (make_id(s, &id, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err) < 0 ? -1 : index_make_empty(s, id, err);
}

/* Another process may have been faster. */
static int
renew(struct store *s, struct err *err)
{
	int lock = index_file_lock(s, err), rc;
	bool fits = false;

	if (lock < 0)
		return -1;
	rc = index_file_fits(s, &fits, err);
	if (!rc && !fits) {
		index_file_leave(s);
		rc = index_file_renew(s, err);
	}
	(void)close(lock);
	return rc;
}

/* Who reads has it made by one who writes. */
static int
have_made(struct store *s, struct err *err)
{
	struct store *writer;
	int rc;

	if (s->mode != STORE_READ)
		return renew(s, err);
	if (store_open(&writer, STORE_WRITE, NULL, err) < 0)
		return -1;
	rc = renew(writer, err);
	store_close(writer);
	return rc;
}

static int
heal(struct store *s, struct err *err)
{
	struct err why = { 0 };
	bool fits = false;

	if (s->is_in_memory)
		return attach_empty(s, err);
	if (have_made(s, &why) < 0) {
		if (s->mode == STORE_READ && why.code != ERR_STOPPED)
			return do_without(s, err);
		*err = why;
		return -1;
	}
	if (index_file_fits(s, &fits, err) < 0)
		return -1;
	return fits ? 0 : do_without(s, err);
}

int
index_file_look(struct store *s, struct err *err)
{
	int64_t version = store_version(s);
	struct err local = { 0 };
	bool fits;

	err = err ? err : &local;
	if (s->has_index && s->index_version == version)
		return 0;
	if (index_file_fits(s, &fits, err) < 0)
		return -1;
	if (!fits && !sqlite3_get_autocommit(s->db))
		return s->has_index ? 0 : attach_empty(s, err); /* it is looked at again outside of the transaction */
	if (!fits && heal(s, err) < 0)
		return -1;
	s->index_version = store_version(s);
	return 0;
}

bool
index_file_is_locked(struct store *s)
{
	struct err why = { 0 };
	struct path path;
	int fd = path_join(&path, s->folder.p, "index.lock", &why) < 0 ? -1 : file_lock(path.p, false, &why);

	if (fd >= 0)
		(void)close(fd);
	return fd < 0 && why.code == ERR_BUSY;
}

/* Says that it is waited for: who makes the first index ends it for that. */
static int
ask(const char *path)
{
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

	if (fd >= 0)
		turn_ask(fd);
	return fd;
}

static int
wait_for_lock(struct store *s, const char *path, struct err *err)
{
	const int64_t end_ms = clock_mono_ms() + DB_BUSY_MS;
	const struct timespec step = { .tv_nsec = LOCK_STEP_NS };
	int fd;

	while ((fd = file_lock(path, false, err)) < 0 && err->code == ERR_BUSY && clock_mono_ms() < end_ms) {
		if (store_wants_stop(s))
			return err_set(err, ERR_STOPPED, "%s", tr("stopped"));
		(void)nanosleep(&step, NULL);
	}
	return fd;
}

int
index_file_lock(struct store *s, struct err *err)
{
	struct err why = { 0 };
	struct path path;
	int fd, asked;

	if (path_join(&path, s->folder.p, "index.lock", err) < 0)
		return -1;
	fd = file_lock(path.p, false, &why);
	if (fd >= 0 || why.code != ERR_BUSY)
		return fd < 0 ? err_set(err, ERR_CACHE, "%s", why.text) : fd;
	asked = ask(path.p);
	fd = wait_for_lock(s, path.p, &why);
	if (asked >= 0)
		(void)close(asked);
	if (fd >= 0)
		return fd;
	if (why.code == ERR_BUSY)
		return err_set(err, ERR_BUSY, tr("another program holds the cache; try again"));
	return err_set(err, why.code == ERR_STOPPED ? ERR_STOPPED : ERR_CACHE, "%s", why.text);
}
