#include "store/index.h"

#include <unistd.h>

#include "base/vec.h"
#include "store/db.h"
#include "store/db_memory.h"
#include "store/index_apart.h"
#include "store/index_file.h"
#include "store/index_hand.h"
#include "store/index_number.h"
#include "store/index_rows.h"
#include "store/index_write.h"
#include "store/store_impl.h"

enum {
	BLOCKING_POSTS = 32,     /* in a slice where others cannot read meanwhile (no WAL) */
	MERGE_PAGES = 64,        /* behind a slice, and more with each post of it: about as many as it wrote */
	MERGE_PAGES_POST = 2,
};

static int
get_number(struct store *s, enum stmt which, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_int(s, st, 0, ret, err) : -1;
}

void
index_rest(struct store *s)
{
	index_write_close(s);
	(void)sqlite3_db_release_memory(s->db);
	db_memory_give_back();
}

int
index_behind(struct store *s, int64_t *ret, struct err *err)
{
	return get_number(s, STMT_INDEX_BEHIND, ret, err);
}

bool
index_is_held(struct store *s)
{
	return index_file_is_locked(s);
}

int
index_start_over(struct store *s, struct err *err)
{
	int lock = index_file_lock(s, err), rc;

	if (lock < 0)
		return -1;
	index_file_leave(s);
	rc = index_file_renew(s, err);
	(void)close(lock);
	return rc;
}

/* ---- a slice */

/* Makes the texts of some and writes them, unless the index has them already. */
static int
write_some(struct store *s, const struct index_rows *rows, bool is_written, struct index_text text[2], struct index_facts *facts,
    struct err *err)
{
	for (size_t i = 0; i < rows->rows.n; i++) {
		const struct index_row *row = &rows->rows.v[i];
		struct index_fact fact = { .post = row->post, .has = row->has };

		index_write_lean(s, row->is.xhtml.n + row->was.xhtml.n);
		if (row->is_in && !is_written) {
			index_text_make(&text[0], &row->was);
			if (index_write_take(s, row->post, &text[0], err) < 0)
				return -1;
		}
		if (!row->is_gone) {
			index_text_make(&text[1], &row->is);
			fact = index_hand_fact(row->post, row->has, &text[1]);
			if (!is_written && index_write_add(s, row->post, &text[1], err) < 0)
				return -1;
		}
		*vec_add(&facts->v) = fact;
	}
	return 0;
}

/* All that is in hand, in order, as FTS5 wants it. */
static int
write_all(struct store *s, bool is_written, struct index_facts *facts, struct err *err)
{
	struct index_text text[2] = { 0 };
	struct index_rows rows = { 0 };
	int64_t above = INT64_MIN;
	int rc;

	do {
		rc = index_rows_hand(s, &rows, above, INDEX_READ_POSTS, INDEX_READ_BYTES, err);
		if (!rc && rows.rows.n) {
			above = rows.rows.v[rows.rows.n - 1].post;
			rc = write_some(s, &rows, is_written, text, facts, err);
		}
	} while (!rc && rows.rows.n);
	index_text_free(&text[0]);
	index_text_free(&text[1]);
	index_rows_free(&rows);
	return rc;
}

static int
write_slice(struct store *s, int64_t slice, struct index_facts *facts, struct err *err)
{
	bool is_damaged;

	if (index_write_begin(s, err) < 0)
		return -1;
	if (write_all(s, false, facts, err) == 0 && index_write_end(s, slice, err) == 0)
		return 0;
	is_damaged = index_write_is_damaged(s);
	index_write_cancel(s);
	facts->v.n = 0;
	return is_damaged ? index_file_renew(s, err) : -1;
}

/* The index has what stands in hand of a process that is gone. */
static int
settle(struct store *s, struct err *err)
{
	struct index_facts facts = { 0 };
	int rc = write_all(s, true, &facts, err);

	if (!rc)
		rc = index_hand_finish(s, &facts, NULL, err);
	vec_free(&facts.v);
	return rc;
}

/* Before a slice: the file is as the cache says. */
static int
make_ready(struct store *s, bool *has_wal, struct err *err)
{
	struct index_mark mark, wanted;
	int64_t left = 0;
	bool fits;

	index_apart_sweep(s);
	if (index_write_open(s, has_wal, err) < 0 || index_write_mark(s, &mark, err) < 0)
		return err->code != ERR_CACHE || index_file_renew(s, err) < 0 ? -1 : index_write_open(s, has_wal, err);
	if (index_file_wanted(s, &wanted, err) < 0 || index_hand_left(s, &left, err) < 0)
		return -1;
	fits = wanted.id && mark.id == wanted.id && mark.form == wanted.form &&
	    (mark.slice == wanted.slice || (left && mark.slice == wanted.slice - 1));
	if (!fits)
		return index_file_renew(s, err);
	return left && mark.slice == wanted.slice ? settle(s, err) : 0;
}

/* Takes posts in hand, if none are: those that are become the slice, unless they are more than wanted. */
static int
take(struct store *s, const struct index_hand_want *want, int64_t *n, struct err *err)
{
	if (index_hand_left(s, n, err) < 0)
		return -1;
	if (*n && *n <= want->posts)
		return 0;
	if (*n && index_hand_back(s, err) < 0)
		return -1;
	return index_hand_take(s, want, n, err);
}

static int
run_slice(struct store *s, int64_t budget, int64_t least, bool *is_done, struct err *err)
{
	struct index_hand_want want = { budget, INDEX_LETTERS, 1 }, next = { budget, INDEX_LETTERS, least };
	struct index_facts facts = { 0 };
	struct index_mark wanted;
	bool has_wal = true;
	int64_t n = 0;
	int rc = make_ready(s, &has_wal, err);

	if (!has_wal && budget > BLOCKING_POSTS)
		want.posts = next.posts = BLOCKING_POSTS;
	if (!rc)
		rc = take(s, &want, &n, err);
	*is_done = !rc && !n;
	if (rc < 0 || *is_done)
		return rc;
	rc = index_file_wanted(s, &wanted, err) < 0 ? -1 : write_slice(s, wanted.slice, &facts, err);
	if (!rc)
		rc = index_hand_finish(s, &facts, least ? &next : NULL, err);
	if (!rc)
		rc = index_write_merge(s, MERGE_PAGES + MERGE_PAGES_POST * n, err);
	vec_free(&facts.v);
	return rc;
}

/* Where nothing waits nothing is written; but what the index has is to be there. */
static int
run_locked(struct store *s, int64_t budget, int64_t least, bool *is_done, struct err *err)
{
	struct err local = { 0 };
	int64_t n;
	int lock, rc;

	err = err ? err : &local;
	*is_done = false;
	if (index_file_look(s, err) < 0 || index_behind(s, &n, err) < 0)
		return -1;
	*is_done = !n;
	if (*is_done)
		return 0;
	lock = index_file_lock(s, err);
	if (lock < 0)
		return -1;
	rc = run_slice(s, budget, least, is_done, err);
	(void)close(lock);
	if (!*is_done)
		db_yield(); /* who waits for the lock comes in between two slices */
	return rc;
}

int
index_run(struct store *s, int64_t budget, bool *is_done, struct err *err)
{
	return run_locked(s, budget, 0, is_done, err);
}

int
index_run_on(struct store *s, int64_t budget, int64_t least, bool *is_done, struct err *err)
{
	return run_locked(s, budget, least, is_done, err);
}

/* ---- is it whole? */

/* How many words FTS5 says it holds: the sums of its columns, behind the number of posts. */
static int
count_words(struct store *s, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_SUMS, err);
	int got = st ? stmt_step(s, st, err) : -1;
	struct str bytes = got > 0 ? stmt_peek(st, 0) : STR_NONE;

	*ret = 0;
	(void)index_number_take(&bytes);
	while (bytes.n)
		*ret += (int64_t)index_number_take(&bytes);
	if (st)
		stmt_done(st);
	return got < 0 ? -1 : 0;
}

/* FTS5's own check is a write; who only reads goes through all words instead, which are as many as they should, or more where some are read in two ways. */
static int
check_words(struct store *s, bool *is_whole, struct err *err)
{
	int64_t n, want;

	if (db_exec(s->db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.post_words USING fts5vocab(search, post_index, row)", err) < 0 ||
	    get_number(s, STMT_INDEX_WORDS, &n, err) < 0 || count_words(s, &want, err) < 0)
		return -1;
	*is_whole = n >= want;
	return 0;
}

static int
check_inside(struct store *s, bool *is_whole, struct err *err)
{
	struct err why = { 0 };
	bool has_wal;
	int lock, rc;

	*is_whole = false;
	if (s->mode == STORE_READ) {
		if (check_words(s, is_whole, &why) == 0 || db_is_damage(sqlite3_errcode(s->db)))
			return 0;
		*err = why;
		return -1;
	}
	lock = index_file_lock(s, err);
	if (lock < 0)
		return -1;
	rc = index_write_open(s, &has_wal, &why) < 0 ? (why.code == ERR_CACHE ? 0 : -1) : index_write_check(s, is_whole, &why);
	(void)close(lock);
	if (rc < 0)
		*err = why;
	return rc;
}

int
index_check(struct store *s, bool *is_whole, struct err *err)
{
	int64_t missing, odd, brought_in;

	if (index_file_fits(s, is_whole, err) < 0)
		return -1;
	if (!*is_whole) { /* none is needed where all posts wait */
		if (get_number(s, STMT_INDEX_BROUGHT_IN, &brought_in, err) < 0)
			return -1;
		*is_whole = !brought_in;
		return 0;
	}
	if (check_inside(s, is_whole, err) < 0)
		return -1;
	if (!*is_whole)
		return 0;
	if (get_number(s, STMT_INDEX_MISSING, &missing, err) < 0 || get_number(s, STMT_INDEX_ODD, &odd, err) < 0)
		return -1;
	*is_whole = !missing && !odd;
	return 0;
}
