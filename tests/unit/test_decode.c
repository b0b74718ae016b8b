/*
 * The parent's checks: what a worker that has been taken over may send.
 */
#include "unit.h"

#include "base/limits.h"
#include "worker/check.h"
#include "worker/decode.h"

/* Decodes one record whose fields were added to *b. */
static int
decode(struct arena *a, struct buf *b, size_t start, struct client_answer *answer)
{
	struct record record;
	struct str rest;
	const char *why;

	record_end(b, start);
	rest = buf_str(b);
	if (record_take(&rest, &record) != 1)
		return -2;
	return decode_answer(a, record, answer, &why);
}

/* A post with this one field. */
static int
decode_field(enum record_kind kind, enum record_field field, struct str value)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct client_answer answer;
	size_t start = record_begin(&b, kind);
	int rc;

	record_add(&b, field, value);
	rc = decode(&a, &b, start, &answer);
	buf_free(&b);
	arena_free(&a);
	return rc;
}

static int
decode_number(enum record_kind kind, enum record_field field, int64_t value)
{
	struct buf number = { 0 };
	int rc;

	record_add_number(&number, field, value);
	rc = decode_field(kind, field, str_sub(buf_str(&number), 5, number.n));
	buf_free(&number);
	return rc;
}

static void
decode_gives_a_whole_post(void **state)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct client_answer answer;
	size_t start = record_begin(&b, RECORD_POST);

	(void)state;
	record_add(&b, RECORD_TITLE, str_lit("제목"));
	record_add(&b, RECORD_LINK, str_lit("https://a.example/글"));
	record_add_number(&b, RECORD_PUBLISHED, 1738737120);
	record_add(&b, RECORD_CATEGORY, str_lit("서버"));
	record_add(&b, RECORD_CATEGORY, str_lit("통신"));
	record_add(&b, RECORD_ENCLOSURE_URL, str_lit("https://a.example/a.mp3"));
	record_add(&b, RECORD_ENCLOSURE_TYPE, str_lit("audio/mpeg"));
	record_add(&b, RECORD_ENCLOSURE_URL, str_lit("https://a.example/b.mp3"));
	record_add_number(&b, RECORD_ENCLOSURE_LENGTH, 9);
	record_add(&b, RECORD_XHTML, str_lit("<article><p>글</p></article>"));
	record_add_number(&b, RECORD_IS_CUT, 1);
	assert_int_equal(decode(&a, &b, start, &answer), 0);
	assert_int_equal(answer.got, CLIENT_POST);
	assert_str(answer.post.post.title, "제목");
	assert_int_equal(answer.post.post.published, 1738737120);
	assert_true(answer.post.post.updated == CLOCK_NONE);
	assert_int_equal(answer.post.post.n_categories, 2);
	assert_str(answer.post.post.categories[1], "통신");
	assert_int_equal(answer.post.post.n_enclosures, 2);
	assert_str(answer.post.post.enclosures[0].type, "audio/mpeg");
	assert_int_equal(answer.post.post.enclosures[0].length, -1);
	assert_int_equal(answer.post.post.enclosures[1].length, 9);
	assert_true(answer.post.is_cut);
	buf_free(&b);
	arena_free(&a);
}

static void
decode_leaves_out_the_text_of_a_post_that_is_not_clean(void **state)
{
	static const char *const bad[] = { "<article><script/></article>", "<article>a\x1b[31m</article>", "<article>", "\xff" };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct arena a = { 0 };
		struct buf b = { 0 };
		struct client_answer answer;
		size_t start = record_begin(&b, RECORD_POST);

		record_add(&b, RECORD_TITLE, str_lit("제목"));
		record_add(&b, RECORD_XHTML, str_lit("<article><p>글</p></article>"));
		record_add(&b, RECORD_XHTML, str_of(bad[i]));
		record_add_number(&b, RECORD_LETTERS, 7);
		record_add_number(&b, RECORD_IS_CUT, 0);
		assert_int_equal(decode(&a, &b, start, &answer), 0);
		assert_str(answer.post.post.title, "제목");
		assert_int_equal(answer.post.xhtml.n, 0);
		assert_int_equal(answer.post.letters, 0);
		assert_true(answer.post.is_cut);
		buf_free(&b);
		arena_free(&a);
	}
}

static void
decode_looks_at_each_field_of_an_entry(void **state)
{
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct client_answer answer;
	size_t start = record_begin(&b, RECORD_ENTRY);

	(void)state;
	record_add(&b, RECORD_URL, str_lit("https://a.example/rss"));
	record_add(&b, RECORD_LINE, str_lit("name=\"두  칸 \u2764\ufe0f\" #x"));
	record_add(&b, RECORD_CATEGORY, str_lit("분류/하위"));
	record_add_number(&b, RECORD_WHY, BLOGROLL_QUERY);
	assert_int_equal(decode(&a, &b, start, &answer), 0);
	assert_int_equal(answer.got, CLIENT_ENTRY);
	assert_str(answer.entry.line, "name=\"두  칸 \u2764\ufe0f\" #x");
	assert_str(answer.entry.tags[0], "분류/하위");
	assert_int_equal(answer.entry.problem, BLOGROLL_QUERY);
	buf_free(&b);
	arena_free(&a);
	assert_int_equal(decode_field(RECORD_ENTRY, RECORD_LINE, str_lit("a\nhttps://b.example/")), -1);
	assert_int_equal(decode_field(RECORD_ENTRY, RECORD_LINE, str_lit("\x1b[2J")), -1);
	assert_int_equal(decode_field(RECORD_ENTRY, RECORD_LINE, str_lit("\xff")), -1);
	assert_int_equal(decode_field(RECORD_ENTRY, RECORD_URL, str_lit("file:///etc/x")), -1);
	assert_int_equal(decode_field(RECORD_ENTRY, RECORD_TITLE, str_lit("a\nb")), -1);
	assert_int_equal(decode_number(RECORD_ENTRY, RECORD_WHY, BLOGROLL_UNCLEAR + 1), -1);
	assert_int_equal(decode_number(RECORD_ENTRY, RECORD_EVERY, -1), -1);
	assert_int_equal(decode_number(RECORD_ENTRY, RECORD_PLACE, LIMIT_ROLL_FEEDS + 1), -1);
	assert_int_equal(decode_number(RECORD_DONE, RECORD_ROLL_FORMAT, BLOGROLL_JSON + 1), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_WHY, 1), -1);
}

static void
decode_looks_at_each_field_of_a_page(void **state)
{
	static const enum record_field addresses[] = { RECORD_LINK, RECORD_NEXT, RECORD_GO, RECORD_IMAGE };
	struct arena a = { 0 };
	struct buf b = { 0 };
	struct client_answer answer;
	size_t start = record_begin(&b, RECORD_ARTICLE);

	(void)state;
	record_add_number(&b, RECORD_PAGE_KIND, PAGE_GO);
	record_add(&b, RECORD_TITLE, str_lit("제목"));
	record_add(&b, RECORD_SITE, str_lit("신문"));
	record_add(&b, RECORD_NEXT, str_lit("https://a.example/2"));
	assert_int_equal(decode(&a, &b, start, &answer), 0);
	assert_int_equal(answer.article.kind, PAGE_GO);
	assert_str(answer.article.title, "제목");
	assert_str(answer.article.site, "신문");
	assert_str(answer.article.next, "https://a.example/2");
	assert_true(answer.article.published == CLOCK_NONE && answer.article.updated == CLOCK_NONE);
	buf_free(&b);
	arena_free(&a);
	for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
		assert_int_equal(decode_field(RECORD_ARTICLE, addresses[i], str_lit("javascript:x")), -1);
	assert_int_equal(decode_field(RECORD_ARTICLE, RECORD_SITE, str_lit("a\x1b[2J")), -1);
	assert_int_equal(decode_field(RECORD_ARTICLE, RECORD_XHTML, str_lit("<article><script/></article>")), -1);
	assert_int_equal(decode_number(RECORD_ARTICLE, RECORD_PAGE_KIND, PAGE_OTHER + 1), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_PAGE_KIND, PAGE_NONE), -1);
}

static void
decode_refuses_text_that_is_not_clean(void **state)
{
	static const char *const lines[] = { "a\x1b[31mb", "a\nb", "a\tb", "\xff", "a\xc2\x9b", ("a\xe2\x80\xae" "b") };

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		assert_int_equal(decode_field(RECORD_POST, RECORD_TITLE, str_of(lines[i])), -1);
		assert_int_equal(decode_field(RECORD_POST, RECORD_AUTHOR, str_of(lines[i])), -1);
		assert_int_equal(decode_field(RECORD_POST, RECORD_CATEGORY, str_of(lines[i])), -1);
		assert_int_equal(decode_field(RECORD_DONE, RECORD_SUBTITLE, str_of(lines[i])), -1);
		assert_int_equal(decode_field(RECORD_ARTICLE, RECORD_EXCERPT, str_of(lines[i])), -1);
		assert_int_equal(decode_field(RECORD_FEED_LINK, RECORD_TITLE, str_of(lines[i])), -1);
	}
}

static void
decode_refuses_other_schemes(void **state)
{
	static const char *const urls[] = {
		"javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "-o", "/relative", "http://", "ftp://a.example/",
		"http://a.example/\n", "http://a.example/ b", "http://a.example/\x1b",
	};

	(void)state;
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
		if (decode_field(RECORD_POST, RECORD_LINK, str_of(urls[i])) != -1)
			fail_msg("%s is let through", urls[i]);
		assert_int_equal(decode_field(RECORD_POST, RECORD_IMAGE, str_of(urls[i])), -1);
		assert_int_equal(decode_field(RECORD_FEED_LINK, RECORD_URL, str_of(urls[i])), -1);
	}
	assert_int_equal(decode_field(RECORD_POST, RECORD_LINK, str_lit("https://a.example/")), 0);
}

static void
decode_refuses_numbers_out_of_range(void **state)
{
	(void)state;
	assert_int_equal(decode_number(RECORD_POST, RECORD_LETTERS, -1), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_IS_CUT, 2), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_PUBLISHED, INT64_MAX), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_PUBLISHED, 0), 0);
	assert_int_equal(decode_number(RECORD_DONE, RECORD_PROBLEM, FEED_BROKEN + 1), -1);
	assert_int_equal(decode_number(RECORD_DONE, RECORD_FORMAT, 99), -1);
	assert_int_equal(decode_field(RECORD_POST, RECORD_LETTERS, str_lit("123")), -1);
}

static void
decode_refuses_fields_where_they_do_not_belong(void **state)
{
	(void)state;
	assert_int_equal(decode_field(RECORD_DONE, RECORD_XHTML, str_lit("<article></article>")), -1);
	assert_int_equal(decode_field(RECORD_POST, RECORD_BYTES, str_lit("x")), -1);
	assert_int_equal(decode_field(RECORD_POST, RECORD_ENCLOSURE_TYPE, str_lit("audio/mpeg")), -1);
	assert_int_equal(decode_field(RECORD_RUN, RECORD_TITLE, str_lit("x")), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_PROBLEM, 0), -1);
}

static void
decode_refuses_too_much_of_a_thing(void **state)
{
	struct arena a = { 0 };
	struct buf b = { 0 }, name = { 0 };
	struct client_answer answer;
	size_t start = record_begin(&b, RECORD_POST);

	(void)state;
	for (int i = 0; i <= LIMIT_CATEGORIES; i++)
		record_add(&b, RECORD_CATEGORY, str_lit("x"));
	assert_int_equal(decode(&a, &b, start, &answer), -1);
	buf_fill(&name, 'x', LIMIT_TITLE);
	assert_int_equal(decode_field(RECORD_POST, RECORD_TITLE, buf_str(&name)), 0);
	buf_putc(&name, 'x');
	assert_int_equal(decode_field(RECORD_POST, RECORD_TITLE, buf_str(&name)), -1);
	buf_free(&b);
	buf_free(&name);
	arena_free(&a);
}

static void
check_takes_the_clean_subset(void **state)
{
	static const char *const good[] = {
		"",
		"<article></article>",
		"<article><h2>제목</h2><p>글 &amp; <a href=\"https://a.example/?a=1&amp;b=2\">곳</a><br/></p></article>",
		"<article><ol start=\"3\"><li>a</li></ol><p data-size=\"16.5\" data-blank=\"1\">b</p></article>",
		("<article><table><tr><td colspan=\"2\">1</td></tr></table><img src=\"https://a.example/a.png\" alt=\"그림\"/>"
		 "<img src=\"https://a.example/b.png\" alt=\"\" width=\"640\" height=\"480\"/>"
		 "<ol type=\"a\"><li value=\"7\">a</li></ol><table><tr><td data-align=\"right\">1</td></tr></table>"
		 "<pre data-lang=\"c\">int main(void)\n{\n}\n</pre><a href=\"mailto:a@a.example\">a</a></article>"),
	};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		if (!check_xhtml(str_of(good[i])))
			fail_msg("refused: %s", good[i]);
}

static void
check_refuses_what_is_not_in_the_subset(void **state)
{
	static const char *const bad[] = {
		"text", "<p>no article</p>", "<article>", "<article></article>x", "<article></article><article></article>",
		"<article><script>x</script></article>", "<article><p></article></p>", "<article><article></article></article>",
		"<article><p onclick=\"x\">a</p></article>", "<article><a href=\"javascript:x\">a</a></article>",
		"<article><img src=\"mailto:a@a.example\"/></article>", "<article><p href=\"https://a.example/\">a</p></article>",
		"<article>&#27;[31m</article>", "<article>&nbsp;</article>", "<article>a & b</article>",
		"<article>\x1b[31m</article>", "<article><!-- x --></article>", "<article><?x?></article>",
		"<article><![CDATA[x]]></article>", "<!DOCTYPE x><article></article>", "<article><P>a</P></article>",
		"<article><a href='https://a.example/'>a</a></article>", "<article><p data-size=\"1\" data-size=\"2\">a</p></article>",
		"<article><td colspan=\"99999999999999999\">a</td></article>", "<article><", "<article><p", "<article><p a=\"",
		"<article><ol type=\"x\"><li>a</li></ol></article>", "<article><ul value=\"1\"></ul></article>",
		"<article><table><tr><td data-align=\"justify\">a</td></tr></table></article>",
		"<article><p width=\"1\">a</p></article>",
	};
	struct buf deep = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (check_xhtml(str_of(bad[i])))
			fail_msg("let through: %s", bad[i]);
	buf_puts(&deep, "<article>");
	for (int i = 0; i < 1000; i++)
		buf_puts(&deep, "<b>");
	for (int i = 0; i < 1000; i++)
		buf_puts(&deep, "</b>");
	buf_puts(&deep, "</article>");
	assert_false(check_xhtml(buf_str(&deep)));
	buf_free(&deep);
}

static void
decode_takes_codes_of_plain_letters_only(void **state)
{
	(void)state;
	assert_int_equal(decode_field(RECORD_DONE, RECORD_CODE, str_lit("UC_a-9")), 0);
	assert_int_equal(decode_field(RECORD_DONE, RECORD_CODE, str_lit("a/../b")), -1);
	assert_int_equal(decode_field(RECORD_DONE, RECORD_CODE, str_lit("")), -1);
	assert_int_equal(decode_number(RECORD_FEED_LINK, RECORD_KIND, RECORD_LINK_GO), 0);
	assert_int_equal(decode_number(RECORD_FEED_LINK, RECORD_KIND, RECORD_LINK_GO + 1), -1);
}

static void
decode_takes_a_known_post_by_its_place_alone(void **state)
{
	(void)state;
	assert_int_equal(decode_number(RECORD_KNOWN, RECORD_NUMBER, 0), 0);
	assert_int_equal(decode_number(RECORD_KNOWN, RECORD_NUMBER, -1), -1);
	assert_int_equal(decode_field(RECORD_KNOWN, RECORD_TITLE, str_lit("글")), -1);
	assert_int_equal(decode_number(RECORD_KNOWN, RECORD_SOURCE, 1), -1);
	assert_int_equal(decode_number(RECORD_POST, RECORD_SOURCE, INT64_MAX), 0);
	assert_int_equal(decode_number(RECORD_POST, RECORD_SOURCE, -1), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decode_gives_a_whole_post),
		cmocka_unit_test(decode_leaves_out_the_text_of_a_post_that_is_not_clean),
		cmocka_unit_test(decode_looks_at_each_field_of_an_entry),
		cmocka_unit_test(decode_looks_at_each_field_of_a_page),
		cmocka_unit_test(decode_refuses_text_that_is_not_clean),
		cmocka_unit_test(decode_refuses_other_schemes),
		cmocka_unit_test(decode_refuses_numbers_out_of_range),
		cmocka_unit_test(decode_refuses_fields_where_they_do_not_belong),
		cmocka_unit_test(decode_refuses_too_much_of_a_thing),
		cmocka_unit_test(decode_takes_codes_of_plain_letters_only),
		cmocka_unit_test(decode_takes_a_known_post_by_its_place_alone),
		cmocka_unit_test(check_takes_the_clean_subset),
		cmocka_unit_test(check_refuses_what_is_not_in_the_subset),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
