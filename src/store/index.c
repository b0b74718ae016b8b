#include "store/index.h"

#include "base/mem.h"
#include "store/db.h"
#include "store/index_rows.h"
#include "store/store_impl.h"

/* In meta: the form of what stands in the index. */
#define FORM "index_form"

enum {
	SLICE_BYTES = 128 << 10, /* of articles: as many are written in about 5 ms */
	MERGE_PAGES = 32,        /* in a transaction of 2 ms */
	MERGES = 6,              /* behind a slice, at most: with fewer the parts of a large index pile up */
};

/* A row with its texts, made before the transaction. */
struct entry {
	const struct index_row *row;
	struct index_text was, is;
};

static int
get_number(struct store *s, enum stmt which, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_int(s, st, 0, ret, err) : -1;
}

static int
run(struct store *s, enum stmt which, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	return st ? stmt_run(s, st, err) : -1;
}

int
index_behind(struct store *s, int64_t *ret, struct err *err)
{
	return get_number(s, STMT_INDEX_BEHIND, ret, err);
}

/* ---- from the start */

/* FTS5 would merge its parts within the transactions of slices, up to 20 ms at once: merge() does it, and not as soon as there are four alike. */
static int
set_form(struct store *s, struct err *err)
{
	sqlite3_stmt *st = run(s, STMT_INDEX_NO_MERGES, err) < 0 || run(s, STMT_INDEX_MERGE_AT, err) < 0 ? NULL : stmt_get(s, STMT_META_SET, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, str_lit(FORM));
	stmt_bind_int(st, 2, INDEX_TEXT_FORM);
	return stmt_run(s, st, err);
}

static int
start_over(struct store *s, struct err *err)
{
	return run(s, STMT_INDEX_EMPTY, err) < 0 || run(s, STMT_INDEX_FORGET, err) < 0 || run(s, STMT_INDEX_QUEUE_ALL, err) < 0 ? -1 :
		set_form(s, err);
}

int
index_start_over(struct store *s, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (start_over(s, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

/* An index that another sosik made by other rules is made anew. */
static int
settle_form(struct store *s, struct err *err)
{
	sqlite3_stmt *st = s->is_index_known ? NULL : stmt_get(s, STMT_META_GET, err);
	int64_t form;

	if (s->is_index_known)
		return 0;
	if (!st)
		return -1;
	stmt_bind_str(st, 1, str_lit(FORM));
	if (stmt_int(s, st, 0, &form, err) < 0 || (form != INDEX_TEXT_FORM && index_start_over(s, err) < 0))
		return -1;
	s->is_index_known = true;
	return 0;
}

/* ---- a slice */

/* Whether the post has not changed further since its texts were read. */
static int
find_same(struct store *s, const struct index_row *row, bool *is_same, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_TURN, err);
	int64_t turn;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, row->post);
	if (stmt_int(s, st, -1, &turn, err) < 0)
		return -1;
	*is_same = turn == row->turn;
	return 0;
}

static int
put(struct store *s, enum stmt which, int64_t post, const struct index_text *text, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post);
	index_rows_bind(st, 2, text);
	return stmt_run(s, st, err);
}

static int
set_facts(struct store *s, const struct entry *entry, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_FACTS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, entry->row->post);
	stmt_bind_int(st, 2, entry->is.has | entry->row->has);
	stmt_bind_int(st, 3, entry->is.seconds);
	return stmt_run(s, st, err);
}

static int
write_entry(struct store *s, const struct entry *entry, struct err *err)
{
	const struct index_row *row = entry->row;
	sqlite3_stmt *st;

	if (row->is_in && put(s, STMT_INDEX_TAKE, row->post, &entry->was, err) < 0)
		return -1;
	if (!row->is_gone && (put(s, STMT_INDEX_ADD, row->post, &entry->is, err) < 0 || set_facts(s, entry, err) < 0))
		return -1;
	st = stmt_get(s, STMT_INDEX_DONE, err);
	if (!st)
		return -1;
	stmt_bind_int(st, 1, row->post);
	return stmt_run(s, st, err);
}

static int
write_entries(struct store *s, const struct entry *entries, size_t n, struct err *err)
{
	bool is_same;

	for (size_t i = 0; i < n; i++)
		if (find_same(s, entries[i].row, &is_same, err) < 0 || (is_same && write_entry(s, &entries[i], err) < 0))
			return -1;
	return 0;
}

/* Damage in the index alone is none of the cache: it is made anew. */
static int
write_slice(struct store *s, const struct entry *entries, size_t n, struct err *err)
{
	bool is_damaged;

	if (store_begin(s, err) < 0)
		return -1;
	if (write_entries(s, entries, n, err) == 0)
		return store_commit(s, err);
	is_damaged = sqlite3_extended_errcode(s->db) == SQLITE_CORRUPT_VTAB;
	store_rollback(s);
	return is_damaged ? index_start_over(s, err) : -1;
}

static int
write_rows(struct store *s, const struct index_rows *rows, struct err *err)
{
	size_t n = rows->rows.n;
	struct entry *entries = mem_zalloc(n ? n : 1, sizeof *entries);
	int rc;

	for (size_t i = 0; i < n; i++) {
		entries[i].row = &rows->rows.v[i];
		if (entries[i].row->is_in)
			index_text_make(&entries[i].was, &entries[i].row->was);
		index_text_make(&entries[i].is, &entries[i].row->is);
	}
	rc = n ? write_slice(s, entries, n, err) : 0;
	for (size_t i = 0; i < n; i++) {
		index_text_free(&entries[i].was);
		index_text_free(&entries[i].is);
	}
	free(entries);
	return rc;
}

/* *is_done: there were no parts to merge. */
static int
merge_some(struct store *s, bool *is_done, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_MERGE, err);
	int64_t before = sqlite3_total_changes64(s->db);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, MERGE_PAGES);
	if (stmt_run(s, st, err) < 0)
		return -1;
	*is_done = sqlite3_total_changes64(s->db) - before < 2;
	return 0;
}

/* Merges parts of the index, in short transactions of their own, while there are enough that are alike. */
static int
merge(struct store *s, struct err *err)
{
	bool is_done = s->depth > 0;

	for (int i = 0; i < MERGES && !is_done; i++) {
		db_yield();
		if (merge_some(s, &is_done, err) < 0)
			return -1;
	}
	return 0;
}

int
index_run(struct store *s, int64_t budget, bool *is_done, struct err *err)
{
	struct index_rows rows = { 0 };
	int rc = settle_form(s, err);

	if (!rc)
		rc = index_rows_load(s, &rows, INT64_MAX, budget, SLICE_BYTES, err);
	*is_done = !rc && !rows.rows.n;
	if (!rc)
		rc = write_rows(s, &rows, err);
	index_rows_free(&rows);
	return rc < 0 || *is_done ? rc : merge(s, err);
}

/* ---- is it whole? */

/* A number in SQLite's own form (varint), taken off the front. */
static int64_t
take_number(struct str *bytes)
{
	uint64_t n = 0;

	for (int i = 0; i < 9 && bytes->n; i++) {
		unsigned char c = (unsigned char)*bytes->p;

		*bytes = str_sub(*bytes, 1, bytes->n);
		if (i == 8)
			return (int64_t)(n << 8 | c);
		n = n << 7 | (c & 0x7fu);
		if (c < 0x80)
			break;
	}
	return (int64_t)n;
}

/* How many words FTS5 says it holds: the sums of its columns, behind the number of posts. */
static int
count_words(struct store *s, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_INDEX_SUMS, err);
	int got = st ? stmt_step(s, st, err) : -1;
	struct str bytes = got > 0 ? stmt_peek(st, 0) : STR_NONE;

	*ret = 0;
	(void)take_number(&bytes);
	while (bytes.n)
		*ret += take_number(&bytes);
	if (st)
		stmt_done(st);
	return got < 0 ? -1 : 0;
}

/* FTS5's own check is a write; who only reads goes through all words instead, which are as many as they should, or more where some are read in two ways. */
static int
check_words(struct store *s, bool *is_whole, struct err *err)
{
	int64_t n, want;

	if (db_exec(s->db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.post_words USING fts5vocab(main, post_index, row)", err) < 0 ||
	    get_number(s, STMT_INDEX_WORDS, &n, err) < 0 || count_words(s, &want, err) < 0)
		return -1;
	*is_whole = n >= want;
	return 0;
}

static int
check_inside(struct store *s, bool *is_whole, struct err *err)
{
	struct err why = { 0 };

	*is_whole = true;
	if ((s->mode == STORE_READ ? check_words(s, is_whole, &why) : run(s, STMT_INDEX_CHECK, &why)) == 0)
		return 0;
	*is_whole = false;
	if (sqlite3_extended_errcode(s->db) == SQLITE_CORRUPT_VTAB)
		return 0;
	*err = why;
	return -1;
}

int
index_check(struct store *s, bool *is_whole, struct err *err)
{
	int64_t missing, odd;

	if (check_inside(s, is_whole, err) < 0)
		return -1;
	if (!*is_whole)
		return 0;
	if (get_number(s, STMT_INDEX_MISSING, &missing, err) < 0 || get_number(s, STMT_INDEX_ODD, &odd, err) < 0)
		return -1;
	*is_whole = !missing && !odd;
	return 0;
}
