#include "store/store.h"

#include <stdlib.h>

#include "base/tr.h"
#include "store/category.h"
#include "store/db.h"
#include "store/query_list.h"
#include "store/stamp.h"
#include "store/store_impl.h"
#include "store/store_open.h"
#include "store/story_head.h"
#include "store/trace.h"
#include "store/turn.h"
#include "store/wal.h"
#include "store/young.h"

enum {
	PROGRESS_STEPS = 4000, /* of SQLite's machine: less than a millisecond */
	OWN_BITS = 40,         /* of store_version(), for the changes of this store's own */
	LET_IN_TIMES = 20,     /* a process that waits may be stopped: it is not waited for as long */
};

void
store_close(struct store *s)
{
	if (!s)
		return;
	store_rollback(s);
	trace_close(s);
	story_head_forget(s);
	category_forget(s);
	young_keep_log(s);
	store_open_end(s);
	young_leave(s);
	stamp_leave(s);
	vec_free(&s->waiting.v);
	query_list_free(s);
	free(s);
}

static int
run(struct store *s, enum stmt which, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_run(s, st, err) : -1;
}

int
store_check_write(const struct store *s, struct err *err)
{
	return s->mode == STORE_READ ? err_set(err, ERR_CACHE, tr("the cache can only be read now; nothing was changed")) : 0;
}

/* While it waits for others it asks for its turn; who does not wait, until he comes again and has it. */
static int
begin(struct store *s, struct err *err)
{
	int rc;

	s->wait.has_turns = s->stamp >= 0;
	s->wait.turns = s->stamp;
	rc = run(s, STMT_BEGIN, err);
	s->wait.has_turns = false;
	if (s->wait.is_hasty && rc < 0)
		return -1;
	if (s->wait.has_asked)
		turn_drop(s->stamp);
	s->wait.has_asked = false;
	return rc;
}

int
store_begin(struct store *s, struct err *err)
{
	if (store_check_write(s, err) < 0)
		return -1;
	if (!s->depth && begin(s, err) < 0)
		return -1;
	trace_keep(s);
	s->wait.is_stuck = false;
	s->depth++;
	return 0;
}

int
store_commit(struct store *s, struct err *err)
{
	if (s->depth > 1 || !s->depth) {
		s->depth -= s->depth > 1;
		return 0;
	}
	if (run(s, STMT_COMMIT, err) < 0) {
		store_rollback(s);
		return -1;
	}
	s->depth = 0;
	return 0;
}

void
store_rollback(struct store *s)
{
	bool is_full = s->depth && db_has_no_room(s->db);

	if (s->depth && !sqlite3_get_autocommit(s->db))
		(void)run(s, STMT_ROLLBACK, NULL);
	trace_take_back(s);
	if (s->depth) {
		story_head_forget(s);
		category_forget(s);
	}
	s->depth = 0;
	s->waiting_version = 0; /* tables in memory are taken back, too */
	if (is_full)
		wal_give_back(s);
}

bool
store_is_wanted(const struct store *s)
{
	return s->stamp >= 0 && turn_is_asked(s->stamp);
}

void
store_let_in(const struct store *s)
{
	for (int i = 0; i < LET_IN_TIMES && store_is_wanted(s); i++)
		db_yield();
}

int64_t
store_version(struct store *s)
{
	sqlite3_stmt *st = stmt_get(s, STMT_DATA_VERSION, NULL);
	int64_t others = 0;

	if (st)
		(void)stmt_int(s, st, 0, &others, NULL);
	return (others << OWN_BITS) + sqlite3_total_changes64(s->db) - s->own_changes;
}

int64_t
store_version_own(struct store *s, int64_t version)
{
	const int64_t own = ((int64_t)1 << OWN_BITS) - 1;

	return (version & ~own) | (store_version(s) & own);
}

void
store_hurry(struct store *s, bool is_hasty)
{
	s->wait.is_hasty = is_hasty;
}

bool
store_wants_stop(struct store *s)
{
	return !s->depth && s->wait.wants_stop && s->wait.wants_stop(s->wait.user);
}

static int
on_progress(void *user)
{
	return store_wants_stop(user);
}

void
store_watch(struct store *s, bool (*wants_stop)(void *user), void *user)
{
	s->wait.wants_stop = wants_stop;
	s->wait.user = user;
	sqlite3_progress_handler(s->db, wants_stop ? PROGRESS_STEPS : 0, on_progress, s);
}

const char *
store_wal_path(struct store *s)
{
	return s->wal.p;
}
