#include "unit.h"

#include "store/full_attached.h"

static const char *
joined(const char *page, const char *feed)
{
	static char ret[1024];
	struct buf out = { 0 };
	bool has = full_attached(&out, str_of(page), str_of(feed));

	(void)snprintf(ret, sizeof ret, "%s", has ? buf_cstr(&out) : "-");
	buf_free(&out);
	return ret;
}

#define LINK(url) "<p><a href=\"" url "\">" url "</a></p>\n"
#define ARTICLE(lines) "<article>\n" lines "</article>"
#define TEXT "<p>글</p>\n"

static void
what_the_feed_attaches_comes_behind_the_page(void **state)
{
	(void)state;
	assert_string_equal(joined(ARTICLE(TEXT), ARTICLE("<p>짧은 글</p>\n" LINK("http://a.example/1.mp3?a=1&amp;b") LINK("http://a.example/2.MP4"))),
	    ARTICLE(TEXT LINK("http://a.example/1.mp3?a=1&amp;b") LINK("http://a.example/2.MP4")));
	assert_string_equal(joined(ARTICLE(TEXT), ARTICLE("<p data-blank=\"1\"><a href=\"http://a.example/1.mp3\">http://a.example/1.mp3</a></p>\n")),
	    ARTICLE(TEXT "<p data-blank=\"1\"><a href=\"http://a.example/1.mp3\">http://a.example/1.mp3</a></p>\n"));
}

static void
nothing_else_does(void **state)
{
	static const char *const feeds[] = {
		"", "<article>", "</article>", ARTICLE(""), ARTICLE(TEXT), ARTICLE(LINK("http://a.example/page")), ARTICLE(LINK("http://a.example/1.mp3") TEXT),
		ARTICLE("<p><a href=\"http://a.example/1.mp3\">듣기</a></p>\n"), ARTICLE("<p>여기: <a href=\"http://a.example/1.mp3\">http://a.example/1.mp3</a></p>\n"),
		ARTICLE("<p><a href=\"http://a.example/1.mp3</a></p>\n"), ARTICLE("<a href=\"http://a.example/1.mp3\">http://a.example/1.mp3</a></p>\n"),
		ARTICLE("<p><a href=\".mp3\">.mp3</a></p>\n"), ARTICLE(LINK("http://a.example/there.mp3")),
	};

	(void)state;
	for (size_t i = 0; i < sizeof feeds / sizeof *feeds; i++)
		assert_string_equal(joined(ARTICLE(TEXT "<p><a href=\"http://a.example/there.mp3?x\">듣기</a></p>\n"), feeds[i]), "-");
	assert_string_equal(joined("<p>글</p>", ARTICLE(LINK("http://a.example/1.mp3"))), "-");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_the_feed_attaches_comes_behind_the_page),
		cmocka_unit_test(nothing_else_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
