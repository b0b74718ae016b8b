#include "unit.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "catalog/catalog.h"
#include "catalog/catalog_find.h"
#include "catalog/catalog_marks.h"
#include "text/url.h"

static const char blogs[] =
	"# a comment\n\n"
	"우아한형제들\thttps://techblog.example/\thttps://techblog.example/feed\tcompany\town\t배달, IT\n"
	"카카오 페이\thttps://tech.kpay.example/\thttps://tech.kpay.example/rss\tcompany\ttistory\t\n"
	"카카오\thttps://www.kko.example/\thttps://www.kko.example/feed/\tcompany\town\t\r\n"
	"더 카카오맵\thttps://velog.io/@map\thttps://v2.velog.io/rss/map\tcommunity\tvelog\n"
	"보안 소식\thttps://sec.example/\thttps://rss.example/sec.xml\tnews\town\t보안\n"
	"Kim Toss\thttps://toss.example/\thttps://toss.example/rss.xml\tperson\tmedium\tAI\n"
	"김토\thttps://blog.naver.com/kimto\thttps://rss.blog.naver.com/kimto.xml\tperson\tnaver\t\n";

struct fixture {
	struct arena a;
	struct catalog c;
};

static int
setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	catalog_parse(&f->a, str_of(blogs), "blogs", &f->c);
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	arena_free(&f->a);
	free(f);
	return 0;
}

/* The names found, "/" between. */
static struct str
found(struct fixture *f, const struct catalog_find *find)
{
	const struct catalog_row **rows;
	size_t n = catalog_find_rows(&f->a, &f->c, find, &rows);
	struct str names = STR_NONE;

	for (size_t i = 0; i < n; i++)
		names = arena_printf(&f->a, "%.*s%s%.*s", STR(names), i ? "/" : "", STR(rows[i]->name));
	return names;
}

static struct str
words(struct fixture *f, const char *text)
{
	return found(f, &(struct catalog_find){ .words = str_of(text) });
}

static void
a_file_is_read_into_rows(void **state)
{
	struct fixture *f = *state;
	const struct catalog_row *row = &f->c.rows[0];

	assert_int_equal(f->c.n, 7);
	assert_int_equal(f->c.n_problems, 0);
	assert_str(row->name, "우아한형제들");
	assert_str(row->site, "https://techblog.example/");
	assert_str(row->feed, "https://techblog.example/feed");
	assert_string_equal(row->kind->code, "company");
	assert_string_equal(row->platform->code, "own");
	assert_int_equal(row->n_tags, 2);
	assert_str(row->tags[1], "IT");
	assert_int_equal(f->c.rows[3].n_tags, 0);
}

static void
damaged_lines_are_told_and_the_others_count(void **state)
{
	static const char text[] =
		"\xef\xbb\xbf" "A\thttps://a.example/\thttps://a.example/feed\tperson\town\t\n"
		"no columns\n"
		"B\tjavascript:alert(1)\thttps://b.example/feed\tperson\town\t\n"
		"C\thttps://c.example/\tfile:///etc/passwd\tperson\town\t\n"
		"D\thttps://d.example/\thttps://d.example/feed\trobot\town\t\n"
		"E\thttps://e.example/\thttps://e.example/feed\tperson\tmars\t\n"
		"F\xff\thttps://f.example/\thttps://f.example/feed\tperson\town\t\n"
		"G\x1b[31m\thttps://g.example/\thttps://g.example/feed\tperson\town\t\n"
		"A2\thttps://a.example/\thttps://a.example/feed\tperson\town\t\n"
		"\thttps://h.example/\thttps://h.example/feed\tperson\town\t\n"
		"I\thttps://i.example/\thttps://i.example/feed\tperson\town\tx\tand more\n";
	struct arena a = { 0 };
	struct catalog c;

	(void)state;
	catalog_parse(&a, str_new(text, sizeof text - 1), "file", &c);
	assert_int_equal(c.n, 2);
	assert_str(c.rows[1].name, "I");
	assert_int_equal(c.n_problems, 9);
	assert_true(str_starts(c.problems[0], "file:2: "));
	assert_true(str_starts(c.problems[8], "file:10: "));
	catalog_parse(&a, STR_NONE, "file", &c);
	assert_int_equal(c.n + c.n_problems, 0);
	arena_free(&a);
}

static void
no_words_find_all_in_order(void **state)
{
	struct fixture *f = *state;

	assert_str(words(f, ""), "우아한형제들/카카오 페이/카카오/더 카카오맵/보안 소식/Kim Toss/김토");
	assert_str(words(f, "  # "), "우아한형제들/카카오 페이/카카오/더 카카오맵/보안 소식/Kim Toss/김토");
}

static void
names_are_found_by_part_initials_case_and_without_spaces(void **state)
{
	struct fixture *f = *state;

	assert_str(words(f, "형제"), "우아한형제들");
	assert_str(words(f, "ㅇㅇㅎ"), "우아한형제들");
	assert_str(words(f, "카카오페이"), "카카오 페이");
	assert_str(words(f, "TOSS"), "Kim Toss");
	assert_str(words(f, "카카오 ㅍㅇ"), "카카오 페이");
	assert_str(words(f, "우아하"), "우아한형제들"); /* the last syllable is still being typed */
	assert_str(words(f, "없는이름"), "");
}

static void
names_that_begin_come_first_then_words_then_addresses_then_tags(void **state)
{
	struct fixture *f = *state;

	assert_str(words(f, "카카오"), "카카오 페이/카카오/더 카카오맵");
	assert_str(words(f, "ㅋㅋㅇㅁ"), "더 카카오맵");
	assert_str(words(f, "kim"), "Kim Toss/김토");
	assert_str(words(f, "보안"), "보안 소식");
	assert_str(words(f, "it"), "우아한형제들");
	assert_str(words(f, "ai"), "Kim Toss");
	assert_str(words(f, "t"), "Kim Toss/우아한형제들/카카오 페이/김토");
}

static void
addresses_are_found_with_and_without_their_scheme(void **state)
{
	struct fixture *f = *state;

	assert_str(words(f, "https://toss.example/"), "Kim Toss");
	assert_str(words(f, "rss.example/sec"), "보안 소식");
	assert_str(words(f, "HTTPS://WWW.kko.example"), "카카오");
	assert_str(words(f, "blog.naver.com/kimto"), "김토");
}

static void
kinds_platforms_and_tags_have_names_in_both_languages(void **state)
{
	struct fixture *f = *state;

	assert_str(words(f, "#회사"), "우아한형제들/카카오 페이/카카오");
	assert_str(words(f, "#velog"), "더 카카오맵");
	assert_str(words(f, "벨로그"), "더 카카오맵");
	assert_str(words(f, "티스토리 company"), "카카오 페이");
	assert_str(words(f, "#ai"), "Kim Toss");
	assert_str(words(f, "#배"), "우아한형제들");
	assert_str(words(f, "#카카오"), "");
	assert_ptr_equal(catalog_term_find(catalog_term_platforms(), str_lit("GitHub.io")),
		catalog_term_find(catalog_term_platforms(), str_lit("깃허브")));
	assert_ptr_equal(catalog_term_find(catalog_term_platforms(), str_lit("naverblog")),
		catalog_term_find(catalog_term_platforms(), str_lit("네이버 블로그")));
	assert_null(catalog_term_find(catalog_term_platforms(), str_lit("네이")));
	assert_null(catalog_term_find(catalog_term_kinds(), STR_NONE));
}

static void
kind_and_platform_narrow_what_is_found(void **state)
{
	struct fixture *f = *state;
	struct catalog_find find = { .kind = catalog_term_find(catalog_term_kinds(), str_lit("개인")) };

	assert_str(found(f, &find), "Kim Toss/김토");
	find.platform = catalog_term_find(catalog_term_platforms(), str_lit("naver"));
	assert_str(found(f, &find), "김토");
	find.words = str_lit("toss");
	assert_str(found(f, &find), "");
}

static void
a_word_typed_in_the_other_keyboard_language_is_understood(void **state)
{
	struct fixture *f = *state;

	assert_str(words(f, "dndk"), "우아한형제들");
	assert_str(words(f, "새ㄴㄴ"), "Kim Toss");
	assert_str(words(f, "zkzkdhvpdl"), "카카오 페이");
	assert_str(words(f, "dndk 형제"), "우아한형제들");
}

static void
a_feed_is_known_under_other_forms_of_its_address(void **state)
{
	struct catalog_marks m = { 0 };

	(void)state;
	assert_false(catalog_marks_has(&m, str_lit("https://kko.example/feed")));
	catalog_marks_add(&m, str_lit("http://www.KKO.example/feed"));
	assert_true(catalog_marks_has(&m, str_lit("https://kko.example/feed/")));
	assert_false(catalog_marks_has(&m, str_lit("https://kko.example/rss")));
	catalog_marks_free(&m);
}

static void
read_shipped(struct arena *a, struct catalog *c)
{
	struct buf text = BUF_CAPPED(LIMIT_CATALOG_BYTES);
	struct err err = { 0 };

	if (file_read("src/share/catalog.tsv", LIMIT_CATALOG_BYTES, &text, &err) < 0)
		fail_msg("%s", err.text);
	catalog_parse(a, buf_str(&text), "catalog.tsv", c);
	buf_free(&text);
}

static void
what_ships_is_clean_sorted_and_without_doubles(void **state)
{
	struct catalog_marks seen = { 0 };
	struct arena a = { 0 };
	struct catalog c;

	(void)state;
	read_shipped(&a, &c);
	for (size_t i = 0; i < c.n_problems; i++)
		print_error("%.*s\n", STR(c.problems[i]));
	assert_int_equal(c.n_problems, 0);
	assert_true(c.n > 1900);
	for (size_t i = 0; i < c.n; i++) {
		if (catalog_marks_has(&seen, c.rows[i].feed) || (i && c.rows[i].kind < c.rows[i - 1].kind))
			fail_msg("%.*s", STR(c.rows[i].feed));
		assert_true(str_starts(c.rows[i].feed, "https://"));
		assert_false(url_is_internal_host(url_host(c.rows[i].feed)));
		catalog_marks_add(&seen, c.rows[i].feed);
	}
	catalog_marks_free(&seen);
	arena_free(&a);
}

static void
blogs_that_everybody_looks_for_come_first(void **state)
{
	static const struct {
		const char *words, *feed;
	} wanted[] = {
		{ "네이버 d2", "https://d2.naver.com/d2.atom" }, { "우아한", "https://techblog.woowahan.com/feed" },
		{ "ㅇㅇㅎㅎㅈㄷ", "https://techblog.woowahan.com/feed" }, { "배달의민족", "https://techblog.woowahan.com/feed" },
		{ "line", "https://techblog.lycorp.co.jp/ko/feed/index.xml" }, { "toss.tech", "https://toss.tech/rss.xml" },
		{ "당근", "https://medium.com/feed/daangn" }, { "카카오페이", "https://tech.kakaopay.com/rss" },
		{ "tech.kakao.com", "https://tech.kakao.com/feed/" }, { "긱뉴스", "https://news.hada.io/rss/news" },
		{ "nhn", "https://meetup.nhncloud.com/rss" }, { "하이퍼커넥트", "https://hyperconnect.github.io/feed.xml" },
	};
	struct arena a = { 0 };
	struct catalog c;

	(void)state;
	read_shipped(&a, &c);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		const struct catalog_row **rows;
		struct catalog_find find = { .words = str_of(wanted[i].words) };

		if (!catalog_find_rows(&a, &c, &find, &rows))
			fail_msg("%s", wanted[i].words);
		assert_str(rows[0]->feed, wanted[i].feed);
	}
	arena_free(&a);
}

#define CATALOG_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CATALOG_TEST(a_file_is_read_into_rows),
		cmocka_unit_test(damaged_lines_are_told_and_the_others_count),
		CATALOG_TEST(no_words_find_all_in_order),
		CATALOG_TEST(names_are_found_by_part_initials_case_and_without_spaces),
		CATALOG_TEST(names_that_begin_come_first_then_words_then_addresses_then_tags),
		CATALOG_TEST(addresses_are_found_with_and_without_their_scheme),
		CATALOG_TEST(kinds_platforms_and_tags_have_names_in_both_languages),
		CATALOG_TEST(kind_and_platform_narrow_what_is_found),
		CATALOG_TEST(a_word_typed_in_the_other_keyboard_language_is_understood),
		cmocka_unit_test(a_feed_is_known_under_other_forms_of_its_address),
		cmocka_unit_test(what_ships_is_clean_sorted_and_without_doubles),
		cmocka_unit_test(blogs_that_everybody_looks_for_come_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
