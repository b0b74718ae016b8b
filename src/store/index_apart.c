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
#include "store/index.h"
#include "store/index_drop.h"
#include "store/index_file.h"
#include "store/index_hand.h"
#include "store/index_make.h"
#include "store/index_rows.h"
#include "store/index_settle.h"
#include "store/index_write.h"
#include "store/store_impl.h"
#include "store/turn.h"
#include "store/young.h"

struct index_apart {
	struct path path;
	int lock, file;
	int64_t id;                /* of its mark */
	bool has_parts;            /* that the cache knows of */
	bool is_settling;          /* they were so many that they are joined */
	int64_t last;              /* the post that was told last */
	struct index_facts facts;  /* of those that the cache takes to be in none */
	size_t in_parts;           /* of these */
	int64_t turns;             /* of all of them */
	int64_t letters;           /* of the others */
	struct index_rows rows;
	struct index_text text;
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

/* What is open of it. */
static void
leave(struct store *s)
{
	struct index_apart *a = s->index_apart;

	if (a->file >= 0)
		(void)close(a->file);
	(void)close(a->lock);
	vec_free(&a->facts.v);
	index_rows_free(&a->rows);
	index_text_free(&a->text);
	free(a);
	s->index_apart = NULL;
}

bool
index_apart_is_wanted(const struct store *s)
{
	return s->index_apart && turn_is_asked(s->index_apart->lock);
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

/* ---- parts */

/* One that is gone already has no words, and nothing is known of it. */
static int
tell(struct store *s, const struct index_row *row, struct err *err)
{
	struct index_apart *a = s->index_apart;
	struct index_fact fact = { .post = row->post, .has = row->has };

	index_write_lean(s, row->is.xhtml.n);
	if (!row->is_gone) {
		index_text_make(&a->text, &row->is);
		fact = index_hand_fact(row->post, row->has, &a->text);
		if (index_write_add(s, row->post, &a->text, err) < 0)
			return -1;
	}
	*vec_add(&a->facts.v) = fact;
	a->last = row->post;
	a->turns += row->turn;
	a->letters += row->letters;
	return 0;
}

static int
tell_some(struct store *s, bool *is_all, struct err *err)
{
	struct index_apart *a = s->index_apart;
	const struct index_rows *rows = &a->rows;

	if (index_rows_queue(s, &a->rows, a->last, INDEX_READ_POSTS, INDEX_READ_BYTES, err) < 0)
		return -1;
	*is_all = !rows->rows.n;
	if (rows->rows.n && a->facts.v.n == a->in_parts && index_write_begin(s, err) < 0)
		return -1;
	for (size_t i = 0; i < rows->rows.n; i++)
		if (tell(s, &rows->rows.v[i], err) < 0)
			return -1;
	return 0;
}

/* Within a transaction: the posts of a part leave the queue. Of one that has changed since nobody would know the text that the index has. */
static int
take_in_hand(struct store *s, struct err *err)
{
	struct index_apart *a = s->index_apart;
	sqlite3_stmt *st = stmt_get(s, STMT_QUEUE_TURNS, err);
	int64_t from = a->facts.v.v[0].post, turns;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, from);
	stmt_bind_int(st, 2, a->last);
	if (stmt_int(s, st, 0, &turns, err) < 0)
		return -1;
	if (turns != a->turns)
		return err_set(err, ERR_BUSY, tr("another program holds the cache; try again"));
	if (!a->has_parts && apply_set(s, INDEX_FILE_SLICE, 1, err) < 0)
		return -1;
	return index_hand_know(s, &a->facts, err) < 0 ? -1 : index_hand_move(s, from, a->last, err);
}

static int
note(struct store *s, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (take_in_hand(s, err) == 0)
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

/* The disk may begin with what is written so far, that little is left to be waited for in the end. */
static int
make_part(struct store *s, struct err *err)
{
	struct index_apart *a = s->index_apart;

	if (a->in_parts == a->facts.v.n)
		return 0;
	if (index_write_end(s, 1, err) < 0)
		return -1;
	if (!young_is(s))
		(void)sync_file_range(a->file, 0, 0, SYNC_FILE_RANGE_WRITE);
	a->in_parts = a->facts.v.n;
	a->letters = 0;
	return 0;
}

/* Each transaction makes others who write read their pages anew: one is for several parts, unless all is told, and short enough for who waits to write a tag. */
static int
note_parts(struct store *s, size_t least, struct err *err)
{
	struct index_apart *a = s->index_apart;

	if (!a->in_parts || a->in_parts < least)
		return 0;
	if (note(s, err) < 0)
		return -1;
	a->has_parts = true;
	a->facts.v.n = a->in_parts = 0;
	a->turns = 0;
	return 0;
}

static int
cut(struct store *s, struct err *err)
{
	return make_part(s, err) < 0 ? -1 : note_parts(s, 0, err);
}

int
index_apart_cut(struct store *s, struct err *err)
{
	int rc = cut(s, err);

	if (rc < 0)
		index_apart_drop(s);
	return rc;
}

int
index_apart_settle(struct store *s, int64_t large, bool *is_done, struct err *err)
{
	int rc = cut(s, err);

	if (!rc && !s->index_apart->is_settling)
		rc = index_settle_is_due(s, large, &s->index_apart->is_settling, err);
	*is_done = !s->index_apart->is_settling;
	if (!rc && !*is_done)
		rc = index_settle_apart(s, is_done, err);
	if (rc < 0)
		index_apart_drop(s);
	return rc;
}

int
index_apart_tell(struct store *s, bool *is_all, struct err *err)
{
	struct index_apart *a = s->index_apart;
	int rc = tell_some(s, is_all, err);

	if (!rc && (a->letters >= INDEX_LETTERS || a->facts.v.n - a->in_parts >= INDEX_SLICE)) {
		index_text_free(&a->text); /* both may be large, and the words of all take much now */
		index_rows_free(&a->rows);
		rc = make_part(s, err) < 0 ? -1 : note_parts(s, INDEX_SLICE / 2, err);
	}
	if (rc < 0)
		index_apart_drop(s);
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
	return !young_is(s) && fdatasync(s->index_apart->file) < 0 ? err_errno(err, ERR_IO, tr("cannot write %s"), s->index_apart->path.p) : 0;
}

/* Within a transaction. Who has the empty one open finds out by its mark. */
static int
replace(struct store *s, struct err *err)
{
	struct index_apart *a = s->index_apart;

	if (index_hand_drop(s, err) < 0 || apply_set(s, INDEX_FILE_ID, a->id, err) < 0)
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
	int rc = cut(s, err);

	if (!rc && s->index_apart->has_parts)
		rc = put_in_place(s, err);
	index_apart_drop(s);
	return rc;
}
