#include "unit.h"

#include "base/tr.h"
#include "store/feeds_trouble.h"
#include "text/feed_why.h"

enum { NOW = 1738700000, DAY = 86400 };

static const char *
words(const char *why)
{
	static char ret[512];
	struct buf out = { 0 };

	feed_why_text(&out, str_of(why));
	(void)snprintf(ret, sizeof ret, "%s", buf_cstr(&out));
	buf_free(&out);
	return ret;
}

static void
a_code_is_put_into_words(void **state)
{
	(void)state;
	assert_string_equal(words("no-host blog.example"), "cannot find the host blog.example");
	assert_string_equal(words("status 404"), "404: there is nothing at this address");
	assert_string_equal(words("html"), "this is a web page, not a feed");
	assert_string_equal(words("html-feed https://a.example/%s"),
		"this is a web page, not a feed; to subscribe to its feed: sosik add https://a.example/%s");
	assert_string_equal(words("html-moved https://a.example/rss"),
		"this is a web page, not a feed; its feed may be at https://a.example/rss: ‘sosik move --to’ takes its posts along");
	assert_string_equal(words("large 16384"), "it is larger than 16 MB");
	assert_string_equal(words("large 64"), "it is larger than 64 KB");
	assert_string_equal(words("redirects 10"), "more than 10 redirects");
	assert_string_equal(words("circle http://a/b"), "http://a/b redirects to itself; see in a browser what it wants");
	assert_string_equal(feed_why_plain("empty"), "the answer is empty");
	assert_string_equal(feed_why_plain("no-host"), "");
}

static void
a_reason_is_the_code_alone(void **state)
{
	(void)state;
	assert_true(str_is(feed_why_reason(str_lit("no-host blog.example")), "no-host"));
	assert_true(str_is(feed_why_reason(str_lit("status 404")), "status"));
	assert_true(str_is(feed_why_reason(str_lit("html")), "html"));
	assert_true(str_is(feed_why_reason(str_lit("status x")), ""));
	assert_true(str_is(feed_why_reason(str_lit("html x")), ""));
	assert_true(str_is(feed_why_reason(STR_NONE), ""));
}

static void
what_is_no_code_stays(void **state)
{
	static const char *const texts[] = { "", "cannot connect to a.example", "no-host", "html x", "status 4", "status x", "status",
		"%s%n" };

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_string_equal(words(texts[i]), texts[i]);
}

static const char *
trouble(struct feeds_row row)
{
	static char ret[512];
	struct buf out = { 0 };

	feeds_trouble(&out, &row);
	(void)snprintf(ret, sizeof ret, "%s", buf_cstr(&out));
	buf_free(&out);
	return ret;
}

static void
trouble_says_what_to_do_or_how_long_to_wait(void **state)
{
	struct feeds_row row = { .last_ok = CLOCK_NONE, .held_until = CLOCK_NONE };

	(void)state;
	clock_set(NOW);
	assert_string_equal(trouble(row), "");
	row.error = str_lit("status 429");
	row.fails = 1;
	assert_string_equal(trouble(row), "failed 1 time: 429: we asked too often; sync less often");
	row.held_until = NOW + 600;
	assert_non_null(strstr(trouble(row), "429: we asked too often; it is left alone until "));
	row.held_until = CLOCK_NONE;
	row.error = str_lit("status 404");
	row.fails = 5;
	row.last_ok = NOW - 20 * DAY;
	assert_non_null(strstr(trouble(row), "there is nothing at this address; it has not come since "));
	row.last_ok = NOW - DAY;
	assert_null(strstr(trouble(row), "since"));
	row.status = FEEDS_GONE;
	assert_string_equal(trouble(row), "gone; it is not asked any more");
	clock_set(CLOCK_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_put_into_words),
		cmocka_unit_test(a_reason_is_the_code_alone),
		cmocka_unit_test(what_is_no_code_stays),
		cmocka_unit_test(trouble_says_what_to_do_or_how_long_to_wait),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
