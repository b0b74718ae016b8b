#include "unit.h"

#include "part_fixture.h"

/* Two at once, where both are short. */
static void
check_pairs(const uint64_t *numbers, size_t n)
{
	for (size_t i = 0; i < n * n; i++) {
		uint64_t first = numbers[i / n], second = numbers[i % n], a, b;
		bool is_short = first < INDEX_NUMBER_TWO && second < INDEX_NUMBER_TWO;
		char bytes[2 * INDEX_NUMBER_BYTES + INDEX_NUMBER_AHEAD] = { 0 };
		size_t len = index_number_put((unsigned char *)bytes, first);

		len += index_number_put((unsigned char *)bytes + len, second);
		assert_int_equal(index_number_pair(bytes, &a, &b), is_short ? len : 0);
		assert_true(!is_short || (a == first && b == second));
	}
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
	check_pairs(numbers, sizeof numbers / sizeof *numbers);
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
	const char *text = long_text(f);

	for (int64_t post = 1; post <= 5; post++) {
		add(f, post, text, text);
		write_part(f);
		check_same(f);
	}
	sql(f, "INSERT INTO ours(ours) VALUES('optimize')");
	check_same(f);
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
lists_that_end_about_a_page_are_theirs(void **state)
{
	struct fixture *f = *state;
	int64_t post = 0;

	for (unsigned part = 0; part < EDGE_PARTS; part++)
		write_to_the_edge(f, part, &post);
	check_edges(f);
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
		STR_INIT("\0\0\0\0\0\0\0\1"), STR_INIT("\0\0\0\0\1\1\0\0\2\1\1\2"), STR_INIT("\0\0\0\0\1\1\0\0\1\0\1\2"),
		STR_INIT("\0\0\0\0\1\1\0\0\1\1\3\2") };
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_those_of_sqlite),
		PART_TEST(a_part_is_read_as_theirs),
		PART_TEST(parts_of_random_posts_are_theirs),
		PART_TEST(long_lists_are_theirs),
		PART_TEST(long_texts_are_theirs),
		PART_TEST(texts_beside_many_are_theirs),
		PART_TEST(lists_that_end_about_a_page_are_theirs),
		PART_TEST(what_is_taken_out_is_gone),
		PART_TEST(nothing_makes_no_part),
		cmocka_unit_test(what_is_no_list_is_told),
		cmocka_unit_test(a_list_keeps_what_it_does_not_know),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
