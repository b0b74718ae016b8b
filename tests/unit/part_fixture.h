/*
 * A part of the search index beside what FTS5 makes of the same posts.
 */
#ifndef PART_FIXTURE_H
#define PART_FIXTURE_H

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "store/index_list.h"
#include "store/index_number.h"
#include "store/index_part.h"

/* Two tables of FTS5: one is written by itself; the other, in a file, by us beside it, as FTS5 remembers what it has written. */
struct fixture {
	char file[32];
	sqlite3 *db, *writer;
	struct arena a;
	struct index_terms terms;
	struct index_places places;
	struct err err;
	unsigned seed;
};

__attribute__((unused)) static void
sql_on(sqlite3 *db, const char *text)
{
	char *message = NULL;

	if (sqlite3_exec(db, text, NULL, NULL, &message) == SQLITE_OK)
		return;
	print_error("%.200s: %s\n", text, message);
	fail();
}

__attribute__((unused)) static void
sql(struct fixture *f, const char *text)
{
	sql_on(f->db, text);
}

__attribute__((unused)) static int
set_up(void **state)
{
	struct fixture *f = mem_zalloc(1, sizeof *f);
	int fd;

	*state = f;
	f->seed = 7;
	memcpy(f->file, "/tmp/index_part.XXXXXX", sizeof "/tmp/index_part.XXXXXX");
	fd = mkstemp(f->file);
	if (fd < 0 || close(fd) < 0 || sqlite3_open(f->file, &f->writer) != SQLITE_OK || sqlite3_open(":memory:", &f->db) != SQLITE_OK)
		return -1;
	sql_on(f->writer, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
	    "CREATE VIRTUAL TABLE ours USING fts5(a, b, content = '', tokenize = \"unicode61 tokenchars '_'\");"
	    "INSERT INTO ours(ours, rank) VALUES('automerge', 0)");
	sql(f, arena_printf(&f->a, "ATTACH '%s' AS file", f->file).p);
	sql(f, "PRAGMA file.journal_mode = OFF;"
	    "CREATE VIRTUAL TABLE theirs USING fts5(a, b, content = '', tokenize = \"unicode61 tokenchars '_'\");"
	    "CREATE VIRTUAL TABLE temp.their_words USING fts5vocab(main, theirs, instance);"
	    "CREATE VIRTUAL TABLE temp.our_words USING fts5vocab(file, ours, instance);");
	return 0;
}

__attribute__((unused)) static int
tear_down(void **state)
{
	struct fixture *f = *state;

	index_terms_free(&f->terms);
	index_places_free(&f->places);
	arena_free(&f->a);
	sqlite3_close(f->db);
	sqlite3_close(f->writer);
	(void)unlink(f->file);
	free(f);
	return 0;
}

__attribute__((unused)) static int64_t
number(struct fixture *f, const char *text)
{
	sqlite3_stmt *st;
	int64_t n;

	if (sqlite3_prepare_v2(f->db, text, -1, &st, NULL) != SQLITE_OK || sqlite3_step(st) != SQLITE_ROW) {
		print_error("%s: %s\n", text, sqlite3_errmsg(f->db));
		fail();
	}
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

__attribute__((unused)) static unsigned
below(struct fixture *f, unsigned n)
{
	f->seed = f->seed * 1103515245 + 12345;
	return (f->seed >> 16) % n;
}

__attribute__((unused)) static sqlite3_stmt *
prepare(sqlite3 *db, const char *text)
{
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, text, -1, &st, NULL), SQLITE_OK);
	return st;
}

/* The list of the parts of the one that is ours. */
__attribute__((unused)) static void
get_list(struct fixture *f, struct index_list *list)
{
	sqlite3_stmt *st = prepare(f->writer, "SELECT block FROM ours_data WHERE id = 10");

	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	assert_true(index_list_read(list, str_new(sqlite3_column_blob(st, 0), (size_t)sqlite3_column_bytes(st, 0))));
	sqlite3_finalize(st);
}

__attribute__((unused)) static void
put_list(struct fixture *f, struct index_list *list)
{
	sqlite3_stmt *st = prepare(f->writer, "UPDATE ours_data SET block = ?1 WHERE id = 10");
	struct buf bytes = { 0 };

	index_list_write(list, &bytes);
	sqlite3_bind_blob(st, 1, bytes.p, (int)bytes.n, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(st), SQLITE_DONE);
	sqlite3_finalize(st);
	index_list_free(list);
	buf_free(&bytes);
}

__attribute__((unused)) static struct index_page_into
writer(struct fixture *f)
{
	return (struct index_page_into){ f->writer, prepare(f->writer, "INSERT INTO ours_data(id, block) VALUES(?1, ?2)"),
		prepare(f->writer, "INSERT INTO ours_idx(segid, term, pgno) VALUES(?1, ?2, ?3)") };
}

__attribute__((unused)) static void
writer_free(const struct index_page_into *into)
{
	sqlite3_finalize(into->data);
	sqlite3_finalize(into->idx);
}

/* What was added becomes a part, which the list names. */
__attribute__((unused)) static void
write_part(struct fixture *f)
{
	struct index_page_into into = writer(f);
	struct index_list list;
	int64_t pages;

	sql_on(f->writer, "BEGIN");
	get_list(f, &list);
	index_places_sort(&f->places, &f->terms);
	assert_int_equal(index_part_write(&into, index_list_unused(&list), &f->places, &pages, &f->err), 0);
	if (pages)
		index_list_add(&list, index_list_unused(&list), pages);
	put_list(f, &list);
	writer_free(&into);
	sql_on(f->writer, "COMMIT");
	index_terms_clear(&f->terms);
}

/* The words of a text that blanks part, as unicode61 has them, into a column or out of the index. */
__attribute__((unused)) static void
give_words(struct fixture *f, int column, const char *text, bool is_taken)
{
	struct str rest = str_of(text), word;

	index_terms_text(&f->terms, column, is_taken);
	while (rest.n) {
		(void)str_cut(rest, ' ', &word, &rest);
		index_terms_add(&f->terms, &(struct index_word){ .key = index_word_key(word.p, word.n), .bytes = word.p, .n = (uint8_t)word.n }, 1);
	}
}

__attribute__((unused)) static void
put_theirs(struct fixture *f, const char *statement, int64_t post, const char *a, const char *b)
{
	sqlite3_stmt *st = prepare(f->db, statement);

	sqlite3_bind_int64(st, 1, post);
	sqlite3_bind_text(st, 2, a, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 3, b, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(st), SQLITE_DONE);
	sqlite3_finalize(st);
}

__attribute__((unused)) static void
add(struct fixture *f, int64_t post, const char *a, const char *b)
{
	put_theirs(f, "INSERT INTO theirs(rowid, a, b) VALUES(?1, ?2, ?3)", post, a, b);
	index_terms_post(&f->terms, post);
	give_words(f, 0, a, false);
	give_words(f, 1, b, false);
}

__attribute__((unused)) static void
change(struct fixture *f, int64_t post, const char *was, const char *is)
{
	put_theirs(f, "INSERT INTO theirs(theirs, rowid, a, b) VALUES('delete', ?1, ?2, ?3)", post, was, was);
	index_terms_post(&f->terms, post);
	give_words(f, 0, was, true);
	give_words(f, 1, was, true);
	if (!is)
		return;
	put_theirs(f, "INSERT INTO theirs(rowid, a, b) VALUES(?1, ?2, ?3)", post, is, is);
	give_words(f, 0, is, false);
	give_words(f, 1, is, false);
}

/* FTS5 finds every word of the one at the places of the other, and nothing wrong with either. */
__attribute__((unused)) static void
check_same(struct fixture *f)
{
	sql(f, "INSERT INTO ours(ours) VALUES('integrity-check'); INSERT INTO theirs(theirs) VALUES('integrity-check')");
	assert_int_equal(number(f, "SELECT count(*) FROM (SELECT * FROM our_words EXCEPT SELECT * FROM their_words)"), 0);
	assert_int_equal(number(f, "SELECT (SELECT count(*) FROM our_words) - (SELECT count(*) FROM their_words)"), 0);
}

__attribute__((unused)) static const char *
random_text(struct fixture *f, unsigned max)
{
	static const char *const words[] = { "나무", "나뭇잎", "가지", "숲", "가", "index", "인덱스인덱스", "abcdefgh", "abcdefghi", "abcdefghj",
		"abcdefg", "a", "longest_of_all_words_that_stand_in_this_text_and_go_on_and_on" };
	struct buf text = { 0 };
	const char *ret;

	for (unsigned i = 0, n = below(f, max); i < n; i++)
		if (below(f, 3))
			(void)buf_printf(&text, "%s%s", i ? " " : "", words[below(f, 13)]);
		else
			(void)buf_printf(&text, "%sw%u", i ? " " : "", below(f, 3000));
	ret = arena_cstr(&f->a, buf_str(&text));
	buf_free(&text);
	return ret + (*ret == ' ');
}

/* Longer than pages. */
__attribute__((unused)) static const char *
long_text(struct fixture *f)
{
	struct buf text = { 0 };
	const char *ret;

	for (int i = 0; i < 30000; i++)
		(void)buf_printf(&text, "%s숲%s", i ? " " : "", i % 300 ? "" : " w");
	ret = arena_cstr(&f->a, buf_str(&text));
	buf_free(&text);
	return ret;
}

__attribute__((unused)) static void
put_words(struct fixture *f, struct buf *text, unsigned n, const char *rare)
{
	buf_clear(text);
	for (unsigned i = 0; i < n; i++)
		(void)buf_printf(text, "%s%s", i ? " " : "", below(f, 200) ? "a" : rare);
}

/* A page filled up to about its end, then posts that begin there: far from the one before, of few places or of more than the page has. */
__attribute__((unused)) static int64_t
put_to_the_edge(struct fixture *f, int64_t post, unsigned filler, struct buf *text)
{
	static const unsigned places[] = { 0, 1, 2, 60, 70, 300, 4000, 9000 };

	put_words(f, text, filler, below(f, 2) ? "a" : "aa");
	add(f, ++post, buf_cstr(text), "");
	for (unsigned i = below(f, 5); i; i--) {
		put_words(f, text, below(f, 4), "longest_of_all_words_that_stand_in_this_text_and_go_on_and_on");
		add(f, ++post, buf_cstr(text), below(f, 2) ? "a" : "");
	}
	post += INT64_C(1) << below(f, 48);
	put_words(f, text, places[below(f, 8)], "b");
	add(f, post, buf_cstr(text), "a b");
	return post;
}

enum { EDGE_PARTS = 100 };

/* A part of those that end about a page's end, the one after the other. */
__attribute__((unused)) static void
write_to_the_edge(struct fixture *f, unsigned part, int64_t *post)
{
	struct buf text = { 0 };

	*post = put_to_the_edge(f, *post, 3940 + part, &text);
	write_part(f);
	buf_free(&text);
}

/* FTS5 reads them, and makes them one. */
__attribute__((unused)) static void
check_edges(struct fixture *f)
{
	assert_true(number(f, "SELECT max(length(block)) FROM ours_data") < 4096);
	check_same(f);
	sql(f, "INSERT INTO ours(ours) VALUES('optimize')");
	check_same(f);
}

#define PART_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#endif
