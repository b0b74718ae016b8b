/*
 * The next page of an article, and what is none.
 */
#include "unit.h"

#include "page/sequel.h"

static void
the_next_page_is_found(void **state)
{
	static const struct {
		const char *url, *html, *want; /* NULL: none */
	} cases[] = {
		{ "https://a.example/review", "<p>글</p><a href='?page=2'>2</a>", "https://a.example/review?page=2" },
		{ "https://a.example/view?id=7", "<a href='/view?id=7&amp;page=2'>다음 페이지</a>", "https://a.example/view?id=7&page=2" },
		{ "https://a.example/view?page=2&id=7", "<a href='/view?page=3&amp;id=7'>3</a>", "https://a.example/view?page=3&id=7" },
		{ "https://a.example/review/", "<a href='/review/2/'>Next page »</a>", "https://a.example/review/2/" },
		{ "https://a.example/review/2/", "<a href='/review/'>1</a> 2 <a href='/review/3/'>3</a>", "https://a.example/review/3/" },
		{ "https://a.example/review", "<link rel=next href='/review/page/2'>", "https://a.example/review/page/2" },
		{ "https://a.example/review/page/2", "<a class='next' href='/review/page/3'><img alt=''></a>", "https://a.example/review/page/3" },
		{ "https://a.example/review", "<a href=/review/page/2>Next page</a>", "https://a.example/review/page/2" },
		{ "https://a.example/review/page/2", "<a href=/review>1</a><a href=/review/page/3>»</a>", "https://a.example/review/page/3" },
		{ "https://a.example/review/2", "<a href=/review>1</a><a href=/review/3>3</a>", "https://a.example/review/3" },
		{ "https://a.example/review.html", "<head><link rel=next href=review-2.html></head>", "https://a.example/review-2.html" },
		{ "https://a.example/review", "<a href='?page=2'>下一页</a>", "https://a.example/review?page=2" },
		{ "https://a.example/2025/review.html", "<a href='review_2.html'>2</a>", "https://a.example/2025/review_2.html" },
		{ "https://a.example/2025/review_2.html", "<a href='review.html'>1</a><a href='review_3.html'>다음</a>",
			"https://a.example/2025/review_3.html" },
		/* The next post. */
		{ "https://a.example/post/1", "<a rel=next href='/post/2'>다음</a>", NULL },
		{ "https://a.example/post/2", "<a rel=next href='/post/3'>다음</a>", NULL },
		{ "https://a.example/12", "<a rel=next href='/13'>다음 글</a>", NULL },
		{ "https://a.example/?p=12", "<a rel=next href='/?p=13'>Next</a>", NULL },
		{ "https://a.example/react-hooks-1.html", "<a rel=next href='/react-hooks-2.html'>다음</a>", NULL },
		{ "https://a.example/review", "<a rel=next href='/another'>다음 글</a>", NULL },
		{ "https://a.example/posts/2", "<a href=/posts>All</a><a href=/posts/3>Next</a>", NULL },
		{ "https://a.example/review", "<head><link rel=next href=/another></head><a href=/other>Next page</a>", NULL },
		{ "https://a.example/review/3", "<a href=/review>1</a><a href=/review/2>2</a>", NULL },
		/* Lists and comments. */
		{ "https://a.example/", "<a href=/page/2>Next page</a>", NULL },
		{ "https://a.example/review", "<div id=comments><a href='?page=2'>2</a></div>", NULL },
		{ "https://a.example/review", "<a href=/review/2#c>Figure</a>", NULL },
		{ "", "<a href=/2>2</a>", NULL },
		{ "https://a.example/review", "<a rel=next href='/page/2'>다음</a><a href='/review/comment-page-2'>2</a><a href='/review?cpage=2'>2</a>", NULL },
		{ "https://a.example/review", "<a href='?page=2'>지난달에 쓴 두 번째 이야기</a><a href='?page=3'>3</a>", NULL },
		{ "https://a.example/review?page=99", "<a href='?page=100'>100</a>", NULL },
		{ "https://a.example/review", "<a href='https://b.example/review?page=2'>2</a>", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct str url = str_of(cases[i].url), got;
		struct gauge g;

		gauge_read(&a, dom_parse(&a, str_of(cases[i].html), NULL), url, STR_NONE, &g);
		got = sequel_find(&a, &g, url, url);
		if (!str_is(got, cases[i].want ? cases[i].want : ""))
			fail_msg("%s: got ‘%.*s’, want ‘%s’", cases[i].url, STR(got), cases[i].want ? cases[i].want : "");
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(the_next_page_is_found) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
