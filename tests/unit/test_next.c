/*
 * Articles that are cut into pages.
 */
#include "unit.h"

#include "page/next.h"

static struct arena arena;

static int
empty_arena(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static void
assert_next(const char *url, const char *html, const char *want)
{
	struct gauge g;

	gauge_read(&arena, dom_parse(&arena, str_of(html), NULL), str_of(url), STR_NONE, &g);
	assert_str(next_find(&arena, &g, str_of(url), str_of(url)), want);
}

static void
the_address_with_the_next_number_is_the_next_page(void **state)
{
	(void)state;
	assert_next("https://a.example/story/", "<a href=2/>2</a>", "https://a.example/story/2/");
	assert_next("https://a.example/story", "<a href=/story/page/2>Next page</a>", "https://a.example/story/page/2");
	assert_next("https://a.example/story/page/2", "<a href=/story>1</a><a href=/story/page/3>»</a>", "https://a.example/story/page/3");
	assert_next("https://a.example/s?id=7", "<a href='?id=7&page=2'>다음 페이지</a>", "https://a.example/s?id=7&page=2");
	assert_next("https://a.example/s?page=2&id=7", "<a href='/s?page=3&id=7'>3</a>", "https://a.example/s?page=3&id=7");
	assert_next("https://a.example/story.html", "<head><link rel=next href=story-2.html></head>", "https://a.example/story-2.html");
	assert_next("https://a.example/story_2.html", "<a href=story.html>1</a><a href=story_3.html>3</a>", "https://a.example/story_3.html");
	assert_next("https://a.example/story/2", "<a href=/story>1</a><a href=/story/3>3</a>", "https://a.example/story/3");
}

static void
the_next_article_is_none(void **state)
{
	(void)state;
	assert_next("https://a.example/posts/2", "<a href=/posts>All</a><a href=/posts/3>Next</a>", "");
	assert_next("https://a.example/posts/41", "<a rel=next href=/posts/42>Next</a>", "");
	assert_next("https://a.example/story", "<head><link rel=next href=/another-story></head><a href=/other>Next page</a>", "");
	assert_next("https://a.example/story", "<a href=https://b.example/story/2>2</a><a href=/story/2#c>Figure</a>", "");
	assert_next("https://a.example/", "<a href=/page/2>Next page</a>", "");
	assert_next("https://a.example/story", "<div id=comments><a href='?page=2'>2</a></div>", "");
	assert_next("https://a.example/story/3", "<a href=/story>1</a><a href=/story/2>2</a>", "");
	assert_next("", "<a href=/2>2</a>", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(the_address_with_the_next_number_is_the_next_page, empty_arena),
		cmocka_unit_test_teardown(the_next_article_is_none, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
