/* Large feeds: their bytes go as they are read, and what is read is the same as if they had stayed. */
#include "unit.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/mem.h"
#include "feed_fixture.h"

enum { BYTES = 3 << 20, PARAGRAPHS = 40 };

/* Whether the page of this byte is held in memory. */
static bool
is_held(const char *p)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	unsigned char held = 0;

	assert_int_equal(mincore((void *)((uintptr_t)p / page * page), page, &held), 0);
	return held & 1;
}

/* Posts until it is large; in the middle of the last one stands what the test is about. */
static struct buf
feed_of(const char *head, const char *word, const char *last)
{
	struct buf b = { 0 };

	buf_puts(&b, head);
	for (int i = 0; b.n < BYTES; i++) {
		buf_printf(&b, "<item><title>%s %d</title><guid>%d</guid><pubDate>2025-06-%02d 10:00:00</pubDate><description><![CDATA[", word, i, i,
			i % 28 + 1);
		for (int k = 0; k < PARAGRAPHS; k++)
			buf_printf(&b, "<p>%s %s %d</p>", word, word, k);
		buf_puts(&b, "]]></description></item>\n");
	}
	buf_puts(&b, last);
	return b;
}

/* Reads it both ways; whether the middle of the bytes is gone afterwards. */
static bool
is_given_back(struct buf bytes, enum feed_problem problem, const char *content_type)
{
	struct parse_input in = { .bytes = buf_str(&bytes), .url = str_lit("https://blog.example.com/feed.xml"),
		.content_type = str_of(content_type), .now = 1749709800 };
	struct parsed kept = parsed_input(&in), spent;
	bool is_gone;

	assert_true(is_held(bytes.p + bytes.n / 2));
	in.is_spent = true;
	spent = parsed_input(&in);
	assert_int_equal(spent.problem, problem);
	assert_int_equal(kept.problem, problem);
	assert_int_equal(spent.posts, kept.posts);
	assert_int_equal(spent.feed.repairs, kept.feed.repairs);
	assert_true(str_eq(buf_str(&spent.out), buf_str(&kept.out)));
	is_gone = !is_held(bytes.p + bytes.n / 2);
	assert_true(is_held(bytes.p));
	parsed_free(&kept);
	parsed_free(&spent);
	buf_free(&bytes);
	return is_gone;
}

#define UTF8 "<?xml version='1.0'?><rss version='2.0'><channel><title>소식</title>"
#define EUC_KR "<?xml version='1.0' encoding='euc-kr'?><rss version='2.0'><channel><title>\xbc\xd2\xbd\xc4</title>"
#define TAIL "</channel></rss>"

static void
clean_ones_go_as_they_are_read(void **state)
{
	(void)state;
	assert_true(is_given_back(feed_of(UTF8, "소식", TAIL), FEED_OK, ""));
}

static void
those_of_another_charset_go(void **state)
{
	(void)state;
	assert_true(is_given_back(feed_of(EUC_KR, "\xbc\xd2\xbd\xc4", TAIL), FEED_OK, "text/xml"));
	assert_true(is_given_back(feed_of(UTF8, "\xbc\xd2\xbd\xc4", TAIL), FEED_OK, "text/xml; charset=utf-8"));
}

static void
broken_ones_are_mended_to_the_end(void **state)
{
	(void)state;
	assert_true(is_given_back(feed_of(UTF8, "소식", "<item><title>A & B</title><guid>x</guid></item>" TAIL), FEED_OK, ""));
	assert_true(is_given_back(feed_of(UTF8, "소식", "<item><title>A<b></title><guid>x</guid></item>" TAIL), FEED_OK, ""));
	assert_true(is_given_back(feed_of(UTF8, "소식 \x08 &nbsp;", TAIL), FEED_OK, ""));
	assert_true(is_given_back(feed_of(UTF8, "소식", "<item><title>cut"), FEED_OK, ""));
}

static void
what_is_no_feed_is_told_from_its_beginning(void **state)
{
	(void)state;
	(void)is_given_back(feed_of("<!doctype html><html><head><title>t</title></head><body>", "소식", "</body></html>"), FEED_IS_HTML, "");
	(void)is_given_back(feed_of("<html xmlns='http://www.w3.org/1999/xhtml'><body>", "소식", "</body></html>"), FEED_IS_HTML, "");
	(void)is_given_back(feed_of("<list>", "소식", "</list>"), FEED_IS_OTHER, "");
}

/* Nothing of a block goes that is not behind the reader, nor what is before its beginning. */
static void
a_trail_keeps_to_its_bytes(void **state)
{
	struct mem_trail none = { 0 }, trail;
	struct buf b = { 0 };

	(void)state;
	buf_fill(&b, 'x', BYTES);
	mem_trail_pass(NULL, b.p + BYTES);
	mem_trail_pass(&none, b.p + BYTES);
	assert_true(is_held(b.p + 100000));
	trail.from = b.p + 300001;
	mem_trail_pass(&trail, b.p + 2000001);
	for (int i = 0; i < 300001; i++)
		assert_int_equal(b.p[i], 'x');
	for (int i = 2000001; i < BYTES; i++)
		assert_int_equal(b.p[i], 'x');
	assert_false(is_held(b.p + 1000000));
	mem_trail_pass(&trail, b.p + BYTES);
	assert_false(is_held(b.p + 2500000));
	buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clean_ones_go_as_they_are_read),
		cmocka_unit_test(those_of_another_charset_go),
		cmocka_unit_test(broken_ones_are_mended_to_the_end),
		cmocka_unit_test(what_is_no_feed_is_told_from_its_beginning),
		cmocka_unit_test(a_trail_keeps_to_its_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
