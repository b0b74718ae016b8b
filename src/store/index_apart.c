#include "store/index_apart.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/tr.h"
#include "store/apply.h"
#include "store/db.h"
#include "store/index_drop.h"
#include "store/index_file.h"
#include "store/index_hand.h"
#include "store/index_make.h"
#include "store/index_write.h"
#include "store/store_impl.h"

struct index_apart {
	struct path path;
	int lock, file;
	int64_t id, last;
};

static int
find_path(struct store *s, struct path *ret)
{
	return path_join(ret, s->folder.p, "index.new", NULL);
}

void
index_apart_sweep(struct store *s)
{
	struct path path;

	if (!find_path(s, &path) && !access(path.p, F_OK))
		index_drop_file(path.p);
}

bool
index_apart_is_on(const struct store *s)
{
	return s->index_apart;
}

int64_t
index_apart_last(const struct store *s)
{
	return s->index_apart ? s->index_apart->last : INT64_MIN;
}

/* The disk may begin with what is written so far, that little is left to be waited for in the end. */
void
index_apart_reach(struct store *s, int64_t post)
{
	s->index_apart->last = post;
	(void)sync_file_range(s->index_apart->file, 0, 0, SYNC_FILE_RANGE_WRITE);
}

/* What is open of it. */
static void
leave(struct store *s)
{
	if (s->index_apart->file >= 0)
		(void)close(s->index_apart->file);
	(void)close(s->index_apart->lock);
	free(s->index_apart);
	s->index_apart = NULL;
}

void
index_apart_drop(struct store *s)
{
	if (!s->index_apart)
		return;
	index_write_close(s);
	index_drop_file(s->index_apart->path.p);
	leave(s);
}

/* ---- the beginning */

/* Whether the index that is there never had anything. */
static int
is_empty(struct store *s, bool *ret, struct err *err)
{
	struct index_mark wanted;
	int64_t left;

	if (index_file_wanted(s, &wanted, err) < 0 || index_hand_left(s, &left, err) < 0)
		return -1;
	*ret = !wanted.slice && !left;
	return 0;
}

static int
make(struct store *s, struct err *err)
{
	struct index_apart *a = s->index_apart;

	index_drop_file(a->path.p);
	if (index_write_open_apart(s, a->path.p, err) < 0 || index_make_tables(s, a->id, err) < 0)
		return -1;
	a->file = open(a->path.p, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	return a->file < 0 ? err_errno(err, ERR_CACHE, tr("cannot open the cache %s"), a->path.p) : 0;
}

int
index_apart_begin(struct store *s, struct err *err)
{
	struct index_apart a = { .id = index_make_id(), .last = INT64_MIN, .file = -1 };
	bool is_new = false;
	int rc;

	if (find_path(s, &a.path) < 0 || index_file_look(s, err) < 0)
		return -1;
	a.lock = index_file_lock(s, err);
	if (a.lock < 0)
		return -1;
	s->index_apart = mem_alloc(sizeof a);
	*s->index_apart = a;
	rc = is_empty(s, &is_new, err);
	if (!rc && is_new)
		rc = make(s, err);
	if (rc < 0)
		index_apart_drop(s);
	else if (!is_new)
		leave(s);
	return rc;
}

/* ---- the end */

/* Has it on the disk as others open it, before the cache says that its posts are in it. */
static int
seal(struct store *s, struct err *err)
{
	if (db_exec(index_write_db(s), "PRAGMA journal_mode = WAL", err) < 0)
		return -1;
	index_write_close(s);
	return fdatasync(s->index_apart->file) < 0 ? err_errno(err, ERR_IO, tr("cannot write %s"), s->index_apart->path.p) : 0;
}

/* Within a transaction. Who has the empty one open finds out by its mark. */
static int
replace(struct store *s, struct err *err)
{
	struct index_apart *a = s->index_apart;

	if (index_hand_drop(s, a->last, err) < 0 || apply_set(s, INDEX_FILE_ID, a->id, err) < 0)
		return -1;
	index_drop_file(s->index.p);
	return rename(a->path.p, s->index.p) < 0 ? err_errno(err, ERR_IO, tr("cannot write %s"), s->index.p) : 0;
}

static int
put_in_place(struct store *s, struct err *err)
{
	int rc;

	if (seal(s, err) < 0)
		return -1;
	s->wait.is_patient = true; /* all would have to be made anew */
	rc = store_begin(s, err);
	s->wait.is_patient = false;
	if (rc < 0)
		return -1;
	if (replace(s, err) == 0)
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

int
index_apart_end(struct store *s, struct err *err)
{
	int rc;

	if (!s->index_apart)
		return 0;
	rc = s->index_apart->last == INT64_MIN ? 0 : put_in_place(s, err);
	index_apart_drop(s);
	return rc;
}
