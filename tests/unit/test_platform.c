/*
 * The rules of the platforms, and where feeds usually are.
 */
#include "arena_fixture.h"

#include "sync/choice.h"
#include "sync/platform.h"
#include "sync/platform_table.h"
#include "sync/usual.h"

/* What is given, and the first feed of its rule; "" where no rule gives one. */
static const struct {
	const char *url, *feed;
} rules[] = {
	{ "https://blog.naver.com/gaon", "https://rss.blog.naver.com/gaon.xml" },
	{ "http://BLOG.naver.com./gaon/", "https://rss.blog.naver.com/gaon.xml" },
	{ "https://blog.naver.com/gaon/223456789012?x=1", "https://rss.blog.naver.com/gaon.xml" },
	{ "https://blog.naver.com/PostView.naver?logNo=2&blogId=gaon-1", "https://rss.blog.naver.com/gaon-1.xml" },
	{ "https://blog.naver.com/PostList.nhn?blogId=gaon_1&from=x", "https://rss.blog.naver.com/gaon_1.xml" },
	{ "https://blog.naver.com/PostList.nhn?from=x&amp;blogId=gaon", "https://rss.blog.naver.com/gaon.xml" },
	{ "https://blog.naver.com/PostList.nhn", "" },
	{ "https://blog.naver.com/", "" },
	{ "https://m.blog.naver.com/gaon/223456789012", "https://rss.blog.naver.com/gaon.xml" },
	{ "http://blog.rss.naver.com/gaon.xml", "https://rss.blog.naver.com/gaon.xml" },
	{ "http://gaon.blog.me/220012345678", "https://rss.blog.naver.com/gaon.xml" },
	{ "https://velog.io/@gaon/series/쿠버네티스", "https://v2.velog.io/rss/gaon" },
	{ "https://velog.io/%40gaon.kim/post", "https://v2.velog.io/rss/gaon.kim" },
	{ "https://api.velog.io/rss/@gaon", "https://v2.velog.io/rss/gaon" },
	{ "https://velog.io/tags/쿠버네티스", "https://v2.velog.io/rss/tag/쿠버네티스" },
	{ "https://gaon.tistory.com/m/entry/한글", "https://gaon.tistory.com/rss" },
	{ "https://GAON.Tistory.com?page=2", "https://gaon.tistory.com/rss" },
	{ "https://www.tistory.com/", "" },
	{ "https://a.b.tistory.com/", "" },
	{ "https://tistory.com.evil.example/", "" },
	{ "https://eviltistory.com/", "" },
	{ "https://brunch.co.kr/@@eHom/78", "https://brunch.co.kr/rss/@@eHom" },
	{ "https://brunch.co.kr/atom/@@eHom", "https://brunch.co.kr/rss/@@eHom" },
	{ "https://medium.com/@gaon/hello-123", "https://medium.com/feed/@gaon" },
	{ "https://medium.com/daangn", "https://medium.com/feed/daangn" },
	{ "https://medium.com/tag/rust/latest", "https://medium.com/feed/tag/rust" },
	{ "https://medium.com/p/0123abcd", "" },
	{ "https://gaon.medium.com/x-1", "https://medium.com/feed/@gaon" },
	{ "https://www.youtube.com/channel/UCabc/videos", "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc" },
	{ "https://youtube.com/playlist?list=PL1&si=x", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1" },
	{ "https://github.com/gaon", "https://github.com/gaon.atom" },
	{ "https://github.com/orgs/gaon/repositories", "https://github.com/gaon.atom" },
	{ "https://github.com/gaon/a.b/tree/main/src", "https://github.com/gaon/a.b/releases.atom" },
	{ "https://github.com/gaon/a/tags", "https://github.com/gaon/a/tags.atom" },
	{ "https://github.com/topics/c", "" },
	{ "https://github.com/", "" },
	{ "https://gist.github.com/gaon/0123", "https://gist.github.com/gaon.atom" },
	{ "https://news.hada.io/topic?id=1", "https://news.hada.io/rss/news" },
	{ "https://gaon.blogspot.co.uk/2012/01/a.html", "https://gaon.blogspot.com/feeds/posts/default" },
	{ "https://gaon.wordpress.com/about/", "https://gaon.wordpress.com/feed/" },
	{ "https://gaon.substack.com/p/a", "https://gaon.substack.com/feed" },
	{ "https://gaon.hashnode.dev/a", "https://gaon.hashnode.dev/rss.xml" },
	{ "https://dev.to/gaon/a-1", "https://dev.to/feed/gaon" },
	{ "https://dev.to/", "https://dev.to/feed" },
	{ "https://old.reddit.com/r/rust/top", "https://www.reddit.com/r/rust/.rss" },
	{ "https://ko.stackoverflow.com/questions/tagged/c", "https://ko.stackoverflow.com/feeds/tag/c" },
	{ "https://mastodon.social/@gaon", "https://mastodon.social/@gaon.rss" },
	{ "https://mastodon.social/@gaon.rss", "https://mastodon.social/@gaon.rss" },
	{ "https://gitlab.com/gaon/a/-/issues", "https://gitlab.com/gaon/a.atom" },
	{ "https://www.any.co.kr:8080/news/articleView.html?idxno=1", "https://www.any.co.kr:8080/rss/allArticle.xml" },
	{ "https://rss.etnews.com/04.xml", "" },
	{ "https://www.etnews.com/20260625000259", "https://rss.etnews.com/Section901.xml" },
	{ "https://blog.example.com/post", "" },
	{ "https://blog.naver.com@evil.example/gaon", "" },
	{ "ftp://blog.naver.com/gaon", "" },
	{ "gaon", "" },
};

static void
platforms_lead_to_their_feeds(void **state)
{
	struct platform platform;

	(void)state;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		platform_find(&arena, str_of(rules[i].url), &platform);
		if (!str_is(platform.feeds[0], rules[i].feed))
			fail_msg("%s: want ‘%s’, got ‘%.*s’", rules[i].url, rules[i].feed, STR(platform.feeds[0]));
	}
}

static void
codes_are_looked_for_in_pages(void **state)
{
	static const struct {
		const char *url, *page, *code, *feed;
	} pages[] = {
		{ "https://brunch.co.kr/@gaon/78", "https://brunch.co.kr/@gaon", "eHom", "https://brunch.co.kr/rss/@@eHom" },
		{ "https://brunch.co.kr/magazine/c", "https://brunch.co.kr/magazine/c", "eHom", "https://brunch.co.kr/rss/@@eHom" },
		{ "https://youtu.be/abc?t=3", "https://www.youtube.com/watch?v=abc", "UC1",
			"https://www.youtube.com/feeds/videos.xml?channel_id=UC1" },
		{ "https://m.youtube.com/@가온/videos", "https://www.youtube.com/@가온", "UC1",
			"https://www.youtube.com/feeds/videos.xml?channel_id=UC1" },
		{ "https://www.youtube.com/watch?list=x&v=abc", "https://www.youtube.com/watch?v=abc", "UC1",
			"https://www.youtube.com/feeds/videos.xml?channel_id=UC1" },
	};
	struct platform platform;

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct str url = str_of(pages[i].url);

		platform_find(&arena, url, &platform);
		assert_str(platform.page, pages[i].page);
		assert_int_equal(platform.n_feeds, 0);
		assert_non_null(platform.marks[0]);
		platform_use_code(&arena, url, str_of(pages[i].code), &platform);
		assert_str(platform.feeds[0], pages[i].feed);
	}
}

static void
what_has_no_feeds_says_so(void **state)
{
	struct platform platform;

	(void)state;
	platform_find(&arena, str_lit("https://x.com/gaon"), &platform);
	assert_non_null(platform.why);
	assert_int_equal(platform.n_feeds, 0);
	platform_find(&arena, str_lit("https://cafe.naver.com/ca-fe/cafes/1/articles/2"), &platform);
	assert_non_null(platform.why);
}

static void
a_cookie_goes_only_where_it_is_asked_for(void **state)
{
	(void)state;
	assert_string_equal(platform_cookie(str_lit("https://brunch.co.kr/rss/@@eHom")), "b_s_a_l=1");
	assert_string_equal(platform_cookie(str_lit("https://velog.io/@gaon")), "");
	assert_string_equal(platform_cookie(str_lit("https://brunch.co.kr.evil.example/")), "");
	assert_string_equal(platform_cookie(str_lit("nonsense")), "");
}

static void
one_feed_has_one_identity(void **state)
{
	static const char *const same[][2] = {
		{ "http://blog.rss.naver.com/gaon.xml", "https://rss.blog.naver.com/gaon" },
		{ "https://v2.velog.io/rss/@gaon", "https://velog.io/@gaon" },
		{ "http://www.example.com/feed/", "https://example.com/feed" },
		{ "https://gaon.medium.com/feed", "https://medium.com/feed/@gaon" },
		{ "https://gaon.blogspot.kr/feeds/posts/default", "http://gaon.blogspot.com/" },
		{ "https://gaon.blogspot.com/feeds/posts/default?alt=rss", "https://gaon.blogspot.com/atom.xml" },
		{ "https://gaon.tistory.com/feed", "https://gaon.tistory.com/rss/" },
		{ "https://brunch.co.kr/atom/@@eHom", "https://brunch.co.kr/rss/@@eHom" },
		{ "https://feeds.feedburner.com/geeknews-feed", "https://news.hada.io/topic?id=1" },
		{ "https://github.com/gaon/a", "https://github.com/gaon/a/releases.atom" },
		{ "https://gaon.wordpress.com/feed", "https://gaon.wordpress.com/2020/a/" },
	};
	static const char *const other[][2] = {
		{ "https://v2.velog.io/rss/gaon", "https://v2.velog.io/rss/tag/gaon" },
		{ "https://example.com/feed", "https://example.com/feed?cat=3" },
		{ "https://www.hankyung.com/feed/it", "https://www.hankyung.com/feed/all-news" },
		{ "https://www.yna.co.kr/rss/industry.xml", "https://www.yna.co.kr/rss/news.xml" },
		{ "https://github.com/gaon/a/tags.atom", "https://github.com/gaon/a/releases.atom" },
		{ "https://github.com/gaon/a/commits.atom", "https://github.com/gaon/a" },
		{ "https://gaon.wordpress.com/comments/feed/", "https://gaon.wordpress.com/feed/" },
		{ "https://gaon.wordpress.com/category/c/feed/", "https://gaon.wordpress.com/" },
		{ "https://gaon.blogspot.com/feeds/posts/default/-/c", "https://gaon.blogspot.com/feeds/posts/default" },
		{ "https://news.hada.io/rss/show", "https://news.hada.io/rss/news" },
		{ "https://gitlab.com/gaon/a/-/tags?format=atom", "https://gitlab.com/gaon/a" },
		{ "https://github.com/gaon/a/releases.atom", "https://github.com/gaon/a/commits/main.atom" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof same / sizeof *same + sizeof other / sizeof *other; i++) {
		bool is_same = i < sizeof same / sizeof *same;
		const char *const *pair = is_same ? same[i] : other[i - sizeof same / sizeof *same];
		struct buf one = { 0 }, two = { 0 };

		platform_identity(&one, str_of(pair[0]));
		platform_identity(&two, str_of(pair[1]));
		if (str_eq(buf_str(&one), buf_str(&two)) != is_same)
			fail_msg("%s and %s: %s and %s", pair[0], pair[1], buf_cstr(&one), buf_cstr(&two));
		buf_free(&one);
		buf_free(&two);
	}
}

/* Every row can be read: its variables are set by its paths, its page has marks. */
static void
the_table_is_sound(void **state)
{
	(void)state;
	for (const struct platform_table_row *row = platform_table_rows(); row->name; row++) {
		struct str form = str_of(row->feeds);

		assert_non_null(row->hosts);
		assert_non_null(row->paths);
		while (str_cut(form, '$', NULL, &form)) {
			char mark[3] = { '{', form.p[0], '\0' };
			bool is_set = form.p[0] == 'h' ? str_has(str_of(row->hosts), "*") :
				form.p[0] == 'c' ? row->page != NULL : form.p[0] == 'o' || form.p[0] == 'b' || str_has(str_of(row->paths), mark);

			if (!is_set)
				fail_msg("%s: $%c of %s is never set", row->name, form.p[0], row->feeds);
		}
	}
}

static void
usual_places_begin_with_what_made_the_page(void **state)
{
	struct str to[USUAL_MAX];
	size_t n = usual_paths(&arena, str_lit("https://a.example/2024/01/post.html"), str_lit("Hexo 7.0.0"), to);

	(void)state;
	assert_true(n > 8);
	assert_str(to[0], "https://a.example/atom.xml");
	assert_str(to[1], "https://a.example/rss2.xml");
	(void)usual_paths(&arena, str_lit("https://gaon.github.io/"), STR_NONE, to);
	assert_str(to[0], "https://gaon.github.io/feed.xml");
	(void)usual_paths(&arena, str_lit("https://a.example"), STR_NONE, to);
	assert_str(to[0], "https://a.example/feed");
}

static void
usual_places_begin_at_the_path_of_the_blog(void **state)
{
	struct str to[USUAL_MAX];
	size_t n = usual_paths(&arena, str_lit("https://a.example/blog/2024/post?x"), STR_NONE, to);
	bool has_root = false;

	(void)state;
	assert_str(to[0], "https://a.example/blog/feed");
	for (size_t i = 0; i < n; i++)
		has_root |= str_is(to[i], "https://a.example/feed.xml");
	assert_true(has_root);
	(void)usual_paths(&arena, str_lit("https://a.example/ko/blog/post"), STR_NONE, to);
	assert_str(to[0], "https://a.example/ko/blog/feed");
	(void)usual_paths(&arena, str_lit("https://a.example/posts/post"), STR_NONE, to);
	assert_str(to[0], "https://a.example/feed");
}

static void
check_choice(const char *answer, const char *want)
{
	bool is_taken[4] = { false };
	char got[6] = "";
	bool is_read = choice_read(str_of(answer), 4, is_taken);

	for (size_t i = 0; i < 4; i++)
		got[i] = is_taken[i] ? 'x' : '.';
	got[4] = is_read ? '\0' : '?';
	if (strcmp(got, want) != 0)
		fail_msg("‘%s’: want %s, got %s", answer, want, got);
}

static void
choices_are_read_as_people_type_them(void **state)
{
	(void)state;
	check_choice("", "x...");
	check_choice(" y\r", "x...");
	check_choice("ㅛ", "x...");
	check_choice("예", "x...");
	check_choice("a", "xxxx");
	check_choice("ㅁ", "xxxx");
	check_choice("n", "....");
	check_choice("ㅜ", "....");
	check_choice("2", ".x..");
	check_choice("1,3 4", "x.xx");
	check_choice("2-4", ".xxx");
	check_choice("5", "....?");
	check_choice("1,9", "....?");
	check_choice("3-2", "....?");
	check_choice("한글", "....?");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(platforms_lead_to_their_feeds, empty_arena),
		cmocka_unit_test_teardown(codes_are_looked_for_in_pages, empty_arena),
		cmocka_unit_test_teardown(what_has_no_feeds_says_so, empty_arena),
		cmocka_unit_test(a_cookie_goes_only_where_it_is_asked_for),
		cmocka_unit_test(one_feed_has_one_identity),
		cmocka_unit_test(the_table_is_sound),
		cmocka_unit_test_teardown(usual_places_begin_with_what_made_the_page, empty_arena),
		cmocka_unit_test_teardown(usual_places_begin_at_the_path_of_the_blog, empty_arena),
		cmocka_unit_test(choices_are_read_as_people_type_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
