#include "unit.h"

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

static void
sql_on(sqlite3 *db, const char *text)
{
	char *message = NULL;

	if (sqlite3_exec(db, text, NULL, NULL, &message) == SQLITE_OK)
		return;
	print_error("%.200s: %s\n", text, message);
	fail();
}

static void
sql(struct fixture *f, const char *text)
{
	sql_on(f->db, text);
}

static int
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

static int
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

static int64_t
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

static unsigned
below(struct fixture *f, unsigned n)
{
	f->seed = f->seed * 1103515245 + 12345;
	return (f->seed >> 16) % n;
}

static sqlite3_stmt *
prepare(sqlite3 *db, const char *text)
{
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, text, -1, &st, NULL), SQLITE_OK);
	return st;
}

/* What was added becomes a part, which the list names. */
static void
write_part(struct fixture *f)
{
	sqlite3_stmt *data = prepare(f->writer, "INSERT INTO ours_data(id, block) VALUES(?1, ?2)");
	sqlite3_stmt *idx = prepare(f->writer, "INSERT INTO ours_idx(segid, term, pgno) VALUES(?1, ?2, ?3)");
	sqlite3_stmt *was = prepare(f->writer, "SELECT block FROM ours_data WHERE id = 10");
	sqlite3_stmt *is = prepare(f->writer, "UPDATE ours_data SET block = ?1 WHERE id = 10");
	struct index_page_into into = { f->writer, data, idx };
	struct index_list list = { 0 };
	struct buf bytes = { 0 };
	int64_t pages;

	sql_on(f->writer, "BEGIN");
	assert_int_equal(sqlite3_step(was), SQLITE_ROW);
	assert_true(index_list_read(&list, str_new(sqlite3_column_blob(was, 0), (size_t)sqlite3_column_bytes(was, 0))));
	index_places_sort(&f->places, &f->terms);
	assert_int_equal(index_part_write(&into, index_list_unused(&list), &f->places, &pages, &f->err), 0);
	if (pages)
		index_list_add(&list, index_list_unused(&list), pages);
	index_list_write(&list, &bytes);
	sqlite3_bind_blob(is, 1, bytes.p, (int)bytes.n, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(is), SQLITE_DONE);
	index_list_free(&list);
	buf_free(&bytes);
	sqlite3_finalize(data);
	sqlite3_finalize(idx);
	sqlite3_finalize(was);
	sqlite3_finalize(is);
	sql_on(f->writer, "COMMIT");
	index_terms_clear(&f->terms);
}

/* The words of a text that blanks part, as unicode61 has them, into a column or out of the index. */
static void
give_words(struct fixture *f, int column, const char *text, bool is_taken)
{
	struct str rest = str_of(text), word;

	index_terms_text(&f->terms, column, is_taken);
	while (rest.n) {
		(void)str_cut(rest, ' ', &word, &rest);
		index_terms_add(&f->terms, &(struct index_word){ .key = index_word_key(word.p, word.n), .bytes = word.p, .n = (uint8_t)word.n }, 1);
	}
}

static void
put_theirs(struct fixture *f, const char *statement, int64_t post, const char *a, const char *b)
{
	sqlite3_stmt *st = prepare(f->db, statement);

	sqlite3_bind_int64(st, 1, post);
	sqlite3_bind_text(st, 2, a, -1, SQLITE_STATIC);
	sqlite3_bind_text(st, 3, b, -1, SQLITE_STATIC);
	assert_int_equal(sqlite3_step(st), SQLITE_DONE);
	sqlite3_finalize(st);
}

static void
add(struct fixture *f, int64_t post, const char *a, const char *b)
{
	put_theirs(f, "INSERT INTO theirs(rowid, a, b) VALUES(?1, ?2, ?3)", post, a, b);
	index_terms_post(&f->terms, post);
	give_words(f, 0, a, false);
	give_words(f, 1, b, false);
}

static void
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
static void
check_same(struct fixture *f)
{
	sql(f, "INSERT INTO ours(ours) VALUES('integrity-check'); INSERT INTO theirs(theirs) VALUES('integrity-check')");
	assert_int_equal(number(f, "SELECT count(*) FROM (SELECT * FROM our_words EXCEPT SELECT * FROM their_words)"), 0);
	assert_int_equal(number(f, "SELECT (SELECT count(*) FROM our_words) - (SELECT count(*) FROM their_words)"), 0);
}

static const char *
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

static void
numbers_are_those_of_sqlite(void **state)
{
	static const uint64_t numbers[] = { 0, 1, 0x7f, 0x80, 0x3fff, 0x4000, 0x1fffff, 0x200000, UINT32_MAX, (UINT64_C(1) << 56) - 1,
		UINT64_C(1) << 56, UINT64_MAX };
	static const size_t lengths[] = { 1, 1, 1, 2, 2, 3, 3, 4, 5, 8, 9, 9 };
	struct buf bytes = { 0 };
	struct str rest;

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		buf_clear(&bytes);
		index_number_add(&bytes, numbers[i]);
		assert_int_equal(bytes.n, lengths[i]);
		rest = buf_str(&bytes);
		assert_true(index_number_take(&rest) == numbers[i]);
		assert_int_equal(rest.n, 0);
	}
	rest = str_lit("\x81\x82");
	assert_int_equal(index_number_take(&rest), 1 << 7 | 2); /* cut off */
	buf_free(&bytes);
}

static void
a_part_is_read_as_theirs(void **state)
{
	struct fixture *f = *state;

	add(f, 3, "나무 숲 나무", "가지 나무");
	add(f, 4, "", "");
	add(f, INT64_C(1) << 40, "숲", "abcdefghi abcdefgh");
	write_part(f);
	check_same(f);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH 'b : \"가지 나무\"'"), 3);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH 'abcdefghi'"), INT64_C(1) << 40);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH 'abcd*'"), 1);
}

static void
parts_of_random_posts_are_theirs(void **state)
{
	struct fixture *f = *state;
	int64_t post = 0;

	for (int i = 0; i < 1500; i++) {
		post += 1 + below(f, 200);
		add(f, post, random_text(f, 60), random_text(f, 20));
		if (!below(f, 200))
			write_part(f);
	}
	write_part(f);
	check_same(f);
	sql(f, "INSERT INTO ours(ours) VALUES('optimize')");
	check_same(f);
}

/* A list over many pages has an index of its own: posts are reached from both ends and in the middle. */
static void
long_lists_are_theirs(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	for (int i = 0; i < 300; i++)
		(void)buf_printf(&text, "%s나무%s", i ? " " : "", i % 7 ? "" : " 숲");
	for (int64_t post = 1; post <= 3000; post++)
		add(f, post * 3, post % 50 ? "나무 가지" : buf_cstr(&text), post % 2000 ? "" : "끝");
	write_part(f);
	check_same(f);
	assert_true(number(f, "SELECT count(*) FROM ours_data WHERE id >> 36 & 1") > 0);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH '나무' ORDER BY rowid DESC"), 9000);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH '나무 AND 끝'"), 6000);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH '나무' AND rowid BETWEEN 3000 AND 6000"), 1001);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH '\"나무 숲 나무\"'"), 60);
	buf_free(&text);
}

/* One text that is longer than pages, in parts that FTS5 makes one. */
static void
long_texts_are_theirs(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	for (int i = 0; i < 30000; i++)
		(void)buf_printf(&text, "%s숲%s", i ? " " : "", i % 300 ? "" : " w");
	for (int64_t post = 1; post <= 5; post++) {
		add(f, post, buf_cstr(&text), buf_cstr(&text));
		write_part(f);
		check_same(f);
	}
	sql(f, "INSERT INTO ours(ours) VALUES('optimize')");
	check_same(f);
	buf_free(&text);
}

/* So many texts that a place and its text do not fit in one number any more. */
static void
texts_beside_many_are_theirs(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	for (int i = 0; i < 40000; i++)
		(void)buf_printf(&text, "%s%s", i ? " " : "", i % 5 ? "숲" : "나무");
	add(f, 1, "숲", "나무");
	for (int i = 0; i < 300000; i++)
		index_terms_text(&f->terms, 1, false);
	add(f, 2, buf_cstr(&text), "가지");
	add(f, 3, buf_cstr(&text), buf_cstr(&text));
	write_part(f);
	assert_true(f->places.pieces.n > 10);
	check_same(f);
	buf_free(&text);
}

static void
put_words(struct fixture *f, struct buf *text, unsigned n, const char *rare)
{
	buf_clear(text);
	for (unsigned i = 0; i < n; i++)
		(void)buf_printf(text, "%s%s", i ? " " : "", below(f, 200) ? "a" : rare);
}

/* A page filled up to about its end, then posts that begin there: far from the one before, of few places or of more than the page has. */
static int64_t
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

static void
lists_that_end_about_a_page_are_theirs(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };
	int64_t post = 0;

	for (unsigned filler = 3940; filler < 4040; filler++) {
		post = put_to_the_edge(f, post, filler, &text);
		write_part(f);
	}
	assert_true(number(f, "SELECT max(length(block)) FROM ours_data") < 4096);
	check_same(f);
	sql(f, "INSERT INTO ours(ours) VALUES('optimize')");
	check_same(f);
	buf_free(&text);
}

static void
what_is_taken_out_is_gone(void **state)
{
	struct fixture *f = *state;
	const char *texts[200];

	for (int post = 1; post < 200; post++) {
		texts[post] = random_text(f, 40);
		add(f, post, texts[post], texts[post]);
	}
	write_part(f);
	for (int round = 0; round < 6; round++) {
		for (int post = 1; post < 200; post++)
			if (texts[post] && below(f, 2)) {
				const char *is = below(f, 8) ? random_text(f, 40) : NULL;

				change(f, post, texts[post], is);
				texts[post] = is;
			}
		write_part(f);
		check_same(f);
	}
	for (int post = 1; post < 200; post++)
		if (texts[post])
			change(f, post, texts[post], NULL);
	write_part(f);
	assert_int_equal(number(f, "SELECT count(*) FROM our_words"), 0);
}

static void
nothing_makes_no_part(void **state)
{
	struct fixture *f = *state;

	write_part(f);
	add(f, 1, "", "");
	write_part(f);
	assert_int_equal(number(f, "SELECT count(*) FROM ours_data WHERE id > 10"), 0);
	check_same(f);
}

static void
what_is_no_list_is_told(void **state)
{
	static const struct str lists[] = { STR_INIT(""), STR_INIT("\0\0\0\0"), STR_INIT("\0\0\0\0\1\2\0\0\1\1\1\2"),
		STR_INIT("\0\0\0\0\0\0\0\1") };
	struct index_list list;

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		assert_false(index_list_read(&list, lists[i]));
		index_list_free(&list);
	}
}

static void
a_list_keeps_what_it_does_not_know(void **state)
{
	struct str was = str_lit("\1\2\3\4\2\3\5\2\2\1\1\7\3\2\2\0\1\2\1\011");
	struct index_list list;
	struct buf is = { 0 };

	(void)state;
	assert_true(index_list_read(&list, was));
	index_list_write(&list, &is);
	assert_true(str_eq(buf_str(&is), was));
	assert_int_equal(index_list_unused(&list), 4);
	index_list_add(&list, 4, 6);
	buf_clear(&is);
	index_list_write(&list, &is);
	assert_true(str_eq(buf_str(&is), str_lit("\1\2\3\4\2\4\5\2\3\1\1\7\3\2\2\4\1\6\0\1\2\1\011")));
	index_list_free(&list);
	buf_free(&is);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_those_of_sqlite),
		TEST(a_part_is_read_as_theirs),
		TEST(parts_of_random_posts_are_theirs),
		TEST(long_lists_are_theirs),
		TEST(long_texts_are_theirs),
		TEST(texts_beside_many_are_theirs),
		TEST(lists_that_end_about_a_page_are_theirs),
		TEST(what_is_taken_out_is_gone),
		TEST(nothing_makes_no_part),
		cmocka_unit_test(what_is_no_list_is_told),
		cmocka_unit_test(a_list_keeps_what_it_does_not_know),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
