#include "unit.h"

#include "part_fixture.h"
#include "store/index_join.h"

static struct index_join_with
joiner(struct fixture *f)
{
	return (struct index_join_with){ writer(f), prepare(f->writer, "SELECT block FROM ours_data WHERE id = ?1"),
		prepare(f->writer, "DELETE FROM ours_data WHERE id >= ?1 AND id < ?2"),
		prepare(f->writer, "DELETE FROM ours_idx WHERE segid = ?1") };
}

static void
joiner_free(const struct index_join_with *with)
{
	writer_free(&with->into);
	sqlite3_finalize(with->get);
	sqlite3_finalize(with->remove);
	sqlite3_finalize(with->remove_words);
}

/* The oldest parts of the first level become one of the second. */
static int
try_join(struct fixture *f, size_t n)
{
	struct index_join_with with = joiner(f);
	struct index_list list;
	int64_t pages;
	int rc;

	sql_on(f->writer, "BEGIN");
	get_list(f, &list);
	rc = index_join(&with, list.parts.v, n, index_list_unused(&list), &pages, &f->err);
	if (!rc)
		index_list_join(&list, n, index_list_unused(&list), pages);
	put_list(f, &list);
	joiner_free(&with);
	sql_on(f->writer, "COMMIT");
	return rc;
}

static void
join(struct fixture *f, size_t n)
{
	assert_int_equal(try_join(f, n), 0);
}

static int64_t
parts(struct fixture *f)
{
	return number(f, "SELECT count(DISTINCT segid) FROM ours_idx");
}

static size_t
parts_of_level(struct fixture *f, size_t level)
{
	struct index_list list;
	size_t n;

	get_list(f, &list);
	n = level < list.levels.n ? list.levels.v[level].n : 0;
	index_list_free(&list);
	return n;
}

static void
parts_become_one(void **state)
{
	struct fixture *f = *state;

	add(f, 3, "나무 숲 나무", "가지 나무");
	write_part(f);
	add(f, 4, "", "");
	add(f, 5, "나무", "끝");
	write_part(f);
	add(f, INT64_C(1) << 40, "숲", "abcdefghi abcdefgh");
	write_part(f);
	join(f, 3);
	assert_int_equal(parts(f), 1);
	assert_int_equal(parts_of_level(f, 0), 0);
	assert_int_equal(parts_of_level(f, 1), 1);
	check_same(f);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH 'b : \"가지 나무\"'"), 3);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH '나무'"), 2);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH 'abcd*'"), 1);
}

/* Those that are newer stay as they are, and all goes on as ever. */
static void
random_posts_stay_theirs(void **state)
{
	struct fixture *f = *state;
	int64_t post = 0;

	for (int i = 1; i <= 1800; i++) {
		post += 1 + below(f, i % 7 ? 3 : 40000);
		add(f, post, random_text(f, 60), random_text(f, 20));
		if (i % 60 == 0)
			write_part(f);
		if (i % 600 == 0) {
			join(f, 9);
			check_same(f);
		}
	}
	assert_int_equal(parts_of_level(f, 0), 3);
	assert_int_equal(parts_of_level(f, 1), 3);
	assert_int_equal(parts(f), 6);
	sql(f, "INSERT INTO ours(ours) VALUES('optimize')");
	check_same(f);
}

/* Lists over many pages, with an index of their own: posts are reached from both ends and in the middle. */
static void
long_lists_stay_theirs(void **state)
{
	struct fixture *f = *state;

	for (int64_t post = 1; post <= 12000; post++) {
		add(f, post * 3, post % 50 ? "나무 가지" : "나무 숲 나무", post % 4000 ? "" : "끝");
		if (post % 2000 == 0)
			write_part(f);
	}
	join(f, 6);
	check_same(f);
	assert_true(number(f, "SELECT count(*) FROM ours_data WHERE id >> 36 & 1") > 0);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH '나무' ORDER BY rowid DESC"), 36000);
	assert_int_equal(number(f, "SELECT rowid FROM ours WHERE ours MATCH '나무 AND 끝'"), 12000);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH '나무' AND rowid BETWEEN 3000 AND 12000"), 3001);
	assert_int_equal(number(f, "SELECT count(*) FROM ours WHERE ours MATCH '\"나무 숲 나무\"'"), 240);
}

/* Texts that are longer than pages, with places that are far from one another. */
static void
long_texts_stay_theirs(void **state)
{
	struct fixture *f = *state;
	const char *text = long_text(f);

	for (int64_t post = 1; post <= 4; post++) {
		add(f, post << 15 * post, text, post % 2 ? text : "w");
		write_part(f);
	}
	join(f, 4);
	check_same(f);
}

static void
lists_that_end_about_a_page_stay_theirs(void **state)
{
	struct fixture *f = *state;
	int64_t post = 0;

	for (unsigned part = 0; part < EDGE_PARTS; part++) {
		write_to_the_edge(f, part, &post);
		if (parts_of_level(f, 0) == INDEX_JOIN_PARTS)
			join(f, INDEX_JOIN_PARTS);
	}
	check_edges(f);
}

/* Of the parts that became one nothing is left, and the file grows by little for it. */
static void
the_old_ones_are_gone(void **state)
{
	struct fixture *f = *state;
	int64_t pages;

	for (int64_t post = 1; post <= 3000; post++) {
		add(f, post, random_text(f, 200), "나무");
		if (post % 500 == 0)
			write_part(f);
	}
	pages = number(f, "PRAGMA file.page_count");
	assert_int_equal(parts(f), 6);
	join(f, 6);
	assert_int_equal(parts(f), 1);
	assert_int_equal(number(f, "SELECT count(DISTINCT id >> 37) FROM ours_data WHERE id > 10"), 1);
	assert_true(number(f, "PRAGMA file.page_count") < pages * 2);
	check_same(f);
}

/* ---- that is damaged */

static void
make_parts(struct fixture *f)
{
	for (int64_t post = 1; post <= 300; post++) {
		add(f, post, random_text(f, 60), "나무");
		if (post % 100 == 0)
			write_part(f);
	}
}

static void
what_is_no_part_is_told(void **state)
{
	static const char *const damages[] = {
		"DELETE FROM ours_data WHERE id = (2 << 37) + 2",
		"UPDATE ours_data SET block = x'00' WHERE id = (2 << 37) + 1",
		"UPDATE ours_data SET block = zeroblob(4000) WHERE id = (2 << 37) + 1",
		"UPDATE ours_data SET block = x'0000ffff' WHERE id = (3 << 37) + 1",
		"UPDATE ours_data SET block = x'0000000604000a' WHERE id = (3 << 37) + 1",
		"UPDATE ours_data SET block = x'00000006ffff04' WHERE id = (3 << 37) + 1",
	};

	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		struct fixture *f = *state;

		make_parts(f);
		sql_on(f->writer, damages[i]);
		assert_int_equal(try_join(f, 3), -1);
		assert_int_equal(f->err.code, ERR_CACHE);
		(void)tear_down(state);
		assert_int_equal(set_up(state), 0);
	}
}

/* A list over pages of bytes that all say that a number goes on. */
static void
a_number_without_an_end_is_survived(void **state)
{
	struct fixture *f = *state;
	struct buf text = { 0 };

	for (int i = 0; i < 30000; i++)
		(void)buf_puts(&text, i ? " 숲" : "숲");
	for (int64_t post = 1; post <= 2; post++) {
		add(f, post, buf_cstr(&text), "");
		write_part(f);
	}
	sql_on(f->writer, "UPDATE ours_data SET block = CAST(x'00000fbe' || replace(hex(zeroblob(4026)), '00', x'ff') AS BLOB)"
	    " WHERE id BETWEEN (1 << 37) + 2 AND (1 << 37) + 6");
	(void)try_join(f, 2);
	buf_free(&text);
}

static void
damage_first(struct fixture *f, const char *word, const char *other)
{
	sql_on(f->writer, arena_printf(&f->a, "UPDATE ours_data SET block = CAST(replace(block, CAST('%s' AS BLOB), CAST('%s' AS BLOB)) AS BLOB)"
	    " WHERE id = (1 << 37) + 1", word, other).p);
}

static void
words_and_posts_out_of_order_are_told(void **state)
{
	struct fixture *f = *state;

	add(f, 1, "가지 abcd ffff", "");
	write_part(f);
	add(f, 2, "bbbb", "");
	write_part(f);
	damage_first(f, "ffff", "aaaa");
	assert_int_equal(try_join(f, 2), -1);
	assert_int_equal(f->err.code, ERR_CACHE);
	(void)tear_down(state);
	assert_int_equal(set_up(state), 0);
	f = *state;
	for (int64_t post = 9; post; post -= 3) {
		add(f, post, "나무", "");
		write_part(f);
	}
	f->err = (struct err){ 0 };
	assert_int_equal(try_join(f, 3), -1);
	assert_int_equal(f->err.code, ERR_CACHE);
}

/* Whatever the bytes are, it comes to an end and reads none but them. */
static void
damage_is_survived(void **state)
{
	for (int i = 0; i < 60; i++) {
		struct fixture *f = *state;

		f->seed = (unsigned)i;
		make_parts(f);
		for (unsigned n = 1 + below(f, 3); n; n--)
			sql_on(f->writer, arena_printf(&f->a, "UPDATE ours_data SET block = CAST(substr(block, 1, %u)"
			    " || replace(hex(zeroblob(%u)), '00', x'%02x') || substr(block, %u) AS BLOB) WHERE id = (%u << 37) + %u",
			    below(f, 4000), 1 + below(f, i % 2 ? 2 : 2000), below(f, 2) ? 255 : below(f, 256), below(f, 4000), 1 + below(f, 3),
			    1 + below(f, 6)).p);
		(void)try_join(f, 3);
		(void)tear_down(state);
		assert_int_equal(set_up(state), 0);
	}
}

/* ---- the list of parts */

static void
a_list_has_the_one_behind_others(void **state)
{
	struct index_list list;
	struct buf is = { 0 };

	(void)state;
	assert_true(index_list_read(&list, str_lit("\1\2\3\4\2\5\5\0\3\1\1\7\3\2\2\4\1\6\0\2\2\1\011\5\1\1")));
	index_list_join(&list, 2, 6, 8);
	index_list_write(&list, &is);
	assert_true(str_eq(buf_str(&is), str_lit("\1\2\3\4\2\4\5\0\1\4\1\6\0\3\2\1\011\5\1\1\6\1\10")));
	index_list_free(&list);
	buf_clear(&is);
	assert_true(index_list_read(&list, str_lit("\1\2\3\4\1\2\5\0\2\1\1\7\3\2\2")));
	index_list_join(&list, 2, 2, 9);
	index_list_write(&list, &is);
	assert_true(str_eq(buf_str(&is), str_lit("\1\2\3\4\2\1\5\0\0\0\1\2\1\011")));
	index_list_free(&list);
	buf_free(&is);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		PART_TEST(parts_become_one),
		PART_TEST(random_posts_stay_theirs),
		PART_TEST(long_lists_stay_theirs),
		PART_TEST(long_texts_stay_theirs),
		PART_TEST(lists_that_end_about_a_page_stay_theirs),
		PART_TEST(the_old_ones_are_gone),
		PART_TEST(what_is_no_part_is_told),
		PART_TEST(a_number_without_an_end_is_survived),
		PART_TEST(words_and_posts_out_of_order_are_told),
		PART_TEST(damage_is_survived),
		cmocka_unit_test(a_list_has_the_one_behind_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
