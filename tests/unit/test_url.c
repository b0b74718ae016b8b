#include "unit.h"

#include "text/url.h"
#include "text/url_platform.h"

static void
resolves_the_examples_of_rfc_3986(void **state)
{
	static const char *const rows[][2] = {
		{ "g:h", "g:h" }, { "g", "http://a/b/c/g" }, { "./g", "http://a/b/c/g" }, { "g/", "http://a/b/c/g/" },
		{ "/g", "http://a/g" }, { "//g", "http://g" }, { "?y", "http://a/b/c/d;p?y" }, { "g?y", "http://a/b/c/g?y" },
		{ "#s", "http://a/b/c/d;p?q#s" }, { "g#s", "http://a/b/c/g#s" }, { "g?y#s", "http://a/b/c/g?y#s" },
		{ ";x", "http://a/b/c/;x" }, { "g;x", "http://a/b/c/g;x" }, { "g;x?y#s", "http://a/b/c/g;x?y#s" },
		{ "", "http://a/b/c/d;p?q" }, { ".", "http://a/b/c/" }, { "./", "http://a/b/c/" }, { "..", "http://a/b/" },
		{ "../", "http://a/b/" }, { "../g", "http://a/b/g" }, { "../..", "http://a/" }, { "../../", "http://a/" },
		{ "../../g", "http://a/g" }, { "../../../g", "http://a/g" }, { "../../../../g", "http://a/g" },
		{ "/./g", "http://a/g" }, { "/../g", "http://a/g" }, { "g.", "http://a/b/c/g." }, { ".g", "http://a/b/c/.g" },
		{ "g..", "http://a/b/c/g.." }, { "..g", "http://a/b/c/..g" }, { "./../g", "http://a/b/g" },
		{ "./g/.", "http://a/b/c/g/" }, { "g/./h", "http://a/b/c/g/h" }, { "g/../h", "http://a/b/c/h" },
		{ "g;x=1/./y", "http://a/b/c/g;x=1/y" }, { "g;x=1/../y", "http://a/b/c/y" },
		{ "g?y/./x", "http://a/b/c/g?y/./x" }, { "g?y/../x", "http://a/b/c/g?y/../x" },
		{ "g#s/./x", "http://a/b/c/g#s/./x" }, { "g#s/../x", "http://a/b/c/g#s/../x" }, { "http:g", "http:g" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		url_resolve(&out, str_lit("http://a/b/c/d;p?q"), str_of(rows[i][0]));
		assert_str(buf_str(&out), rows[i][1]);
	}
	buf_free(&out);
}

static void
resolves_what_feeds_hold(void **state)
{
	static const char *const rows[][3] = {
		{ "", "/atom.xml", "/atom.xml" },
		{ "https://blog.example.kr", "atom.xml", "https://blog.example.kr/atom.xml" },
		{ "https://blog.example.kr/", " \n/한글 글.html\n ", "https://blog.example.kr/한글%20글.html" },
		{ "https://brunch.example/@@a", "//img1.example/a.jpg", "https://img1.example/a.jpg" },
		{ "https://a.example/", "a\xb0\xa1", "https://a.example/a%B0%A1" },
		{ "https://a.example/x", "https://b.exam\nple/y", "https://b.example/y" },
		{ "https://a.example/x", "mailto:me@a.example", "mailto:me@a.example" },
		{ "https://a.example/x/", "img\\a.png?p=\\#\\", "https://a.example/x/img/a.png?p=\\#\\" },
		{ "", "http:\\\\a.example\\x", "http://a.example/x" },
		{ "https://a.example/", "http://b.example\\@c.example/", "http://b.example/@c.example/" },
		{ "https://a.example/", "javascript:a\\b", "javascript:a\\b" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		url_resolve(&out, str_of(rows[i][0]), str_of(rows[i][1]));
		assert_str(buf_str(&out), rows[i][2]);
	}
	buf_free(&out);
}

static void
what_is_settled_stays_as_it_is(void **state)
{
	static const struct {
		const char *text;
		bool is_settled;
	} rows[] = {
		{ "https://a.example", true }, { "http://a.example/b/c.html?d=../e#f", true }, { "https://a.example/b.c?d=e&f=%20#:~:g", true },
		{ "https://a.example/b/../c", false }, { "https://a.example/.b", false }, { "https://a.example/b\\c", false },
		{ "https://me@a.example/", false }, { "https://a.example:80/", false }, { "https://a.example/가", false },
		{ "https://a.example/b c", false }, { "HTTPS://a.example/", false }, { "//a.example/", false }, { "b", false }, { "", false },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(url_is_settled(str_of(rows[i].text)), rows[i].is_settled);
		buf_clear(&out);
		url_resolve(&out, str_lit("http://a/b/c/d;p?q"), str_of(rows[i].text));
		if (rows[i].is_settled)
			assert_str(buf_str(&out), rows[i].text);
	}
	buf_free(&out);
}

static void
knows_what_may_be_opened(void **state)
{
	(void)state;
	assert_true(url_is_web(str_lit("HTTPS://a.example/x")));
	assert_false(url_is_web(str_lit("https:///x")));
	assert_false(url_is_web(str_lit("/x")));
	assert_false(url_is_web(str_lit("mailto:a@b")));
	assert_true(url_is_safe(str_lit("mailto:a@b")));
	assert_false(url_is_safe(str_lit("javascript:alert(1)")));
	assert_false(url_is_safe(str_lit("file:///etc/passwd")));
	assert_str(url_host(str_lit("http://me:pw@Blog.Example:8080/x")), "Blog.Example");
	assert_str(url_host(str_lit("http://[::1]:80/")), "[::1]");
	assert_str(url_host(str_lit("no/host")), "");
}

static void
one_post_has_one_canonical_form(void **state)
{
	static const char *const rows[][2] = {
		{ "http://www.Example.com:80/a/?utm_source=rss&id=3#top", "https://example.com/a?id=3" },
		{ "https://m.blog.naver.com/vv/2217?fromRss=true&trackingCode=rss", "https://blog.naver.com/vv/2217" },
		{ "https://medium.com/p/x?source=rss-1234---2", "https://medium.com/p/x" },
		{ "https://example.com/list?source=web", "https://example.com/list?source=web" },
		{ "https://velog.io/@a/%ea%b0%80%2D1", "https://velog.io/@a/%EA%B0%80-1" },
		{ "https://velog.io/@a/가-1", "https://velog.io/@a/%EA%B0%80-1" },
		{ "https://a.example/x?a=1&amp;fbclid=9&b=%2f", "https://a.example/x?a=1&b=%2F" },
		{ "https://a.example:8443/", "https://a.example:8443" },
		{ "tag:a.example,2025:1", "tag:a.example,2025:1" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		url_canonical(&out, str_of(rows[i][0]));
		assert_str(buf_str(&out), rows[i][1]);
	}
	buf_free(&out);
}

static void
assert_same(const char *a, const char *b, bool is_same)
{
	struct buf x = { 0 }, y = { 0 }, again = { 0 };

	url_canonical(&x, str_of(a));
	url_canonical(&y, str_of(b));
	if (str_eq(buf_str(&x), buf_str(&y)) != is_same)
		fail_msg("%s and %s: %s, %s", a, b, buf_cstr(&x), buf_cstr(&y));
	url_canonical(&again, buf_str(&x));
	if (!str_eq(buf_str(&again), buf_str(&x)))
		fail_msg("%s: %s, and again %s", a, buf_cstr(&x), buf_cstr(&again));
	buf_free(&x);
	buf_free(&y);
	buf_free(&again);
}

/* Two of one row are the same post. */
static const char *const same_posts[][2] = {
	{ "http://a.example/1", "https://a.example/1" }, { "https://www.a.example/1", "https://m.a.example/1/" },
	{ "https://A.Example/1", "https://a.example./1" }, { "https://a.example:443/1", "http://a.example:80/1" },
	{ "https://a.example", "http://www.a.example/index.html" }, { "https://a.example/b/", "https://a.example/b/index.php" },
	{ "https://a.example/b?id=1", "https://a.example/b/index.php?id=1" },
	{ "https://a.example/1", "https://a.example/1?fromRss=true&trackingCode=rss" },
	{ "https://a.example/1", "https://a.example/1?utm_source=rss&utm_medium=rss&utm_campaign=x" },
	{ "https://a.example/1", "https://a.example/1?UTM_Source=x&amp;fbclid=IwAR0&gclid=1&igshid=2&mc_cid=3&_hsenc=4" },
	{ "https://a.example/1", "https://a.example/1?source=rss-5f3e2b1a----2" }, { "https://a.example/1", "https://a.example/1?ref=rss" },
	{ "https://a.example/1", "https://a.example/1?from=rss" }, { "https://a.example/1", "https://a.example/1?ref=news.example.com" },
	{ "https://a.example/1?no=3", "https://a.example/1?PHPSESSID=0a1b2c&no=3&" },
	{ "https://a.example/1.do?no=3", "https://a.example/1.do;jsessionid=0A1B.node1?no=3" },
	{ "https://a.example/1", "https://a.example/1#entry1comment" }, { "https://a.example/1", "https://a.example/1#comment-77" },
	{ "https://a.example/1", "https://a.example/1#respond" }, { "https://a.example/1", "https://a.example/1#more-1234" },
	{ "https://a.example/1", "https://a.example/1#:~:text=abc" }, { "https://a.example/1", "https://a.example/1#xtor=RSS-1" },
	{ "https://a.example/1", "https://a.example/1/amp/" }, { "https://a.example/1", "https://amp.a.example/1" },
	{ "https://a.example/1", "https://a.example/1?pk_campaign=rss&pk_kwd=2&PK_Source=3" }, { "https://a.example/1", "https://a.example/1?ref=news.hada.io" },
	{ "https://a.example/2025/word", "https://a.example/2025/word/amp" }, { "https://a.example/1", "https://a.example/1#entry1comment345" },
	{ "https://a.example/1?no=3", "https://a.example/1?no=3&amp=1" }, { "https://a.example/1", "https://a.example/1?outputType=amp" },
	{ "https://velog.io/@id/가-나", "https://velog.io/%40id/%EA%B0%80-%eb%82%98" },
	{ "https://a.example/%EA%B0%80(1)", "https://a.example/가%281%29" }, { "https://a.example/?q=a+b", "https://a.example/?q=a%20b" },
	{ "https://id.tistory.com/12", "https://id.tistory.com/m/12" }, { "https://id.tistory.com/entry/글", "http://id.tistory.com/m/entry/글?category=1#entry12comment" },
	{ "https://blog.naver.com/some_id/223456789012", "https://m.blog.naver.com/some_id/223456789012?fromRss=true&trackingCode=rss" },
	{ "https://blog.naver.com/some_id/223456789012", "https://blog.naver.com/PostView.naver?blogId=some_id&logNo=223456789012&redirect=Dlog" },
	{ "https://blog.naver.com/some_id/223456789012", "http://blog.naver.com/PostView.nhn?blogId=some_id&amp;logNo=223456789012" },
	{ "https://blog.naver.com/some_id/223456789012", "https://blog.naver.com/some_id?Redirect=Log&logNo=223456789012" },
	{ "https://blog.naver.com/someid/220123456789", "http://someid.blog.me/220123456789" },
	{ "https://n.news.naver.com/mnews/article/001/0014000001?sid=105", "https://news.naver.com/main/read.naver?mode=LSD&mid=shm&sid1=105&oid=001&aid=0014000001" },
	{ "https://www.etoday.example/news/articleView.html?idxno=1", "https://m.etoday.example/news/articleViewAmp.html?idxno=1" },
	{ "https://medium.com/p/0a1b2c3d4e5f", "https://medium.com/@some.id/title-of-it-0a1b2c3d4e5f?source=rss-1------2" },
	{ "https://medium.com/a-publication/title-0a1b2c3d4e5f", "https://some-id.medium.com/other-title-0a1b2c3d4e5f" },
	{ "https://youtu.be/dQw4w9WgXcQ?si=abc", "https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=3" },
	{ "https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ" },
};

/* Two of one row are different ones. */
static const char *const different_posts[][2] = {
	{ "https://a.example/1", "https://a.example/2" }, { "https://a.example/1", "https://b.a.example/1" },
	{ "https://a.example/news/articleView.html?idxno=1", "https://a.example/news/articleView.html?idxno=2" },
	{ "https://a.example/?p=1", "https://a.example/?p=2" }, { "https://a.example/view?id=1", "https://a.example/view?id=2" },
	{ "https://a.example/view?no=1", "https://a.example/view?no=11" }, { "https://a.example/b.php?logNo=1", "https://a.example/b.php?logNo=2" },
	{ "https://a.example/topic?id=31396", "https://a.example/topic?id=31397" }, { "https://a.example/?page=1", "https://a.example/?page=2" },
	{ "https://a.example/?ref=main", "https://a.example/?ref=next" }, { "https://a.example/?ref=v1.2", "https://a.example/?ref=v1.3" },
	{ "https://a.example/?source=1", "https://a.example/?source=2" }, { "https://a.example/?from=2024", "https://a.example/?from=2025" },
	{ "https://a.example/?sid=1", "https://a.example/?sid=2" }, { "https://a.example/?s=1", "https://a.example/?s=2" },
	{ "https://a.example/changes#v1.2", "https://a.example/changes#v1.3" }, { "https://a.example/#/post/1", "https://a.example/#/post/2" },
	{ "https://a.example/#!1", "https://a.example/#!2" }, { "https://a.example/amp", "https://a.example/" },
	{ "https://a.example/Post", "https://a.example/post" }, { "https://a.example:8080/1", "https://a.example/1" },
	{ "https://a.example/m/1", "https://a.example/1" }, { "https://a.example/C%2B%2B", "https://a.example/C%20%20" },
	{ "https://a.example/?q=a%2Bb", "https://a.example/?q=a+b" }, { "https://a.example/a%2Fb", "https://a.example/a/b" },
	{ "https://id.tistory.com/12", "https://other.tistory.com/12" }, { "https://id.tistory.com/entry/12", "https://id.tistory.com/12" },
	{ "https://blog.naver.com/a/223456789012", "https://blog.naver.com/b/223456789012" },
	{ "https://blog.naver.com/a/223456789012", "https://blog.naver.com/a/223456789013" },
	{ "https://blog.naver.com/PostView.naver?blogId=a&logNo=1", "https://blog.naver.com/PostView.naver?blogId=a&logNo=2" },
	{ "https://blog.naver.com/a", "https://blog.naver.com/b" }, { "https://cafe.naver.com/a/1", "https://cafe.naver.com/a/2" },
	{ "https://n.news.naver.com/article/001/0014000001", "https://n.news.naver.com/article/002/0014000001" },
	{ "https://medium.com/@a/title-0a1b2c3d4e5f", "https://medium.com/@a/title-0a1b2c3d4e50" },
	{ "https://medium.com/@a/one", "https://medium.com/@b/one" }, { "https://medium.com/tag/facade", "https://medium.com/tag/decade" },
	{ "https://www.youtube.com/watch?v=a1", "https://www.youtube.com/watch?v=a2" }, { "https://youtube.com/@a", "https://youtube.com/@b" },
	{ "https://a.example/b/index.html", "https://a.example/b/index2.html" }, { "https://www.kr/1", "https://m.kr/1" },
	{ "https://a.example/view?pk_seq=1", "https://a.example/view?pk_seq=2" }, { "https://a.example/log#entry-2026-01", "https://a.example/log#entry-2026-02" },
	{ "https://a.example/log#more-speed", "https://a.example/log#more-colors" }, { "https://a.example/log#comment-box", "https://a.example/log" },
	{ "https://a.example/docs#content", "https://a.example/docs#feed" }, { "https://a.example/docs#main", "https://a.example/docs" },
	{ "https://a.example/?ref=v1.alpha", "https://a.example/?ref=v1.beta" }, { "https://a.example/?ref=main.html", "https://a.example/" },
	{ "https://a.example/posts/amp", "https://a.example/posts/" }, { "https://a.example/log#entry12", "https://a.example/log#entry13" },
};

static void
one_post_has_many_addresses_and_no_other_has_them(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof same_posts / sizeof *same_posts; i++)
		assert_same(same_posts[i][0], same_posts[i][1], true);
	for (size_t i = 0; i < sizeof different_posts / sizeof *different_posts; i++)
		assert_same(different_posts[i][0], different_posts[i][1], false);
}

static void
passwords_are_masked(void **state)
{
	struct buf out = { 0 };

	(void)state;
	url_mask(&out, str_lit("https://me:secret@a.example/x?y#z"));
	assert_str(buf_str(&out), "https://me:***@a.example/x?y#z");
	buf_clear(&out);
	url_mask(&out, str_lit("https://me@a.example/a:b@c"));
	assert_str(buf_str(&out), "https://me@a.example/a:b@c");
	buf_clear(&out);
	url_mask_line(&out, str_lit("‘https://me:p@ss@a.example/x’, then http://b.example/c:d@e and ftp://:x@c: no://"));
	assert_str(buf_str(&out), "‘https://me:***@a.example/x’, then http://b.example/c:d@e and ftp://:***@c: no://");
	buf_clear(&out);
	url_mask(&out, str_lit("https://me:p@a.example/rss?a=1&Private_Token=x%20y/z&key=&monkey=2&auth=q#key=3"));
	assert_str(buf_str(&out), "https://me:***@a.example/rss?a=1&Private_Token=***&key=&monkey=2&auth=***#key=3");
	buf_clear(&out);
	url_mask_line(&out, str_lit("‘https://a.example/rss?key=a-b.c’: HTTP 403 (https://b.example/?apikey=12). 끝"));
	assert_str(buf_str(&out), "‘https://a.example/rss?key=***’: HTTP 403 (https://b.example/?apikey=***). 끝");
	buf_clear(&out);
	url_mask_login(&out, str_lit("https://me:p@a.example/rss?key=a"));
	assert_str(buf_str(&out), "https://me:***@a.example/rss?key=a");
	buf_clear(&out);
	url_label(&out, str_lit("https://a.example/rss?token=a"));
	assert_str(buf_str(&out), "a.example/rss?token=***");
	buf_free(&out);
}

static void
url_labels_tell_places_of_one_host_apart(void **state)
{
	static const char *const table[][2] = {
		{ "https://rss.blog.naver.com/gaon.xml", "rss.blog.naver.com/gaon.xml" },
		{ "http://me:secret@a.example:8080/x/?y=1", "a.example:8080/x/?y=1" },
		{ "https://blog.example/", "blog.example" },
		{ "https://[::1]:1/rss", "[::1]:1/rss" },
		{ "not an address", "not an address" },
		{ "", "" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		buf_clear(&out);
		url_label(&out, str_of(table[i][0]));
		assert_str(buf_str(&out), table[i][1]);
	}
	buf_free(&out);
}

static void
internal_hosts_are_told_from_public_ones(void **state)
{
	static const char *const internal[] = { "localhost", "a.localhost", "printer", "nas.local", "127.0.0.1", "127.1",
		"0x7f000001", "2130706433", "0177.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1",
		"169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "[::1]", "::", "fe80::1%eth0",
		"[fd00::1]", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "localhost.", "db.internal", "" };
	static const char *const public[] = { "example.com", "8.8.8.8", "172.32.0.1", "[2606:4700::1]", "::ffff:8.8.8.8",
		"100.128.0.1", "한글.kr", "local.example.com", "11.0.0.1" };

	(void)state;
	for (size_t i = 0; i < sizeof internal / sizeof *internal; i++)
		if (!url_is_internal_host(str_of(internal[i])))
			fail_msg("%s is internal", internal[i]);
	for (size_t i = 0; i < sizeof public / sizeof *public; i++)
		if (url_is_internal_host(str_of(public[i])))
			fail_msg("%s is public", public[i]);
}

static void
hosts_have_one_form_in_ascii(void **state)
{
	static const char *const hosts[][2] = {
		{ "a.example", "a.example" },
		{ "한글.kr", "xn--bj0bj06e.kr" },
		{ "www.실례.테스트", "www.xn--9n2bp8q.xn--9t4b11yi5a" },
		{ "한글.kr", "xn--bj0bj06e.kr" }, /* NFD */
		{ "BÜCHER.example", "xn--bcher-kva.example" },
		{ "例え.テスト", "xn--r8jz45g.xn--zckzah" },
		{ "domän-1.example.", "xn--domn-1-dua.example." },
		{ "\xff.kr", "\xff.kr" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
		struct buf out = { 0 };

		url_host_ascii(&out, str_of(hosts[i][0]));
		assert_str(buf_str(&out), hosts[i][1]);
		buf_free(&out);
	}
}

static void
only_ascii_goes_over_the_wire(void **state)
{
	struct buf out = { 0 };

	(void)state;
	url_wire(&out, str_lit("https://한글.kr/가?q=나#%EB"));
	assert_str(buf_str(&out), "https://한글.kr/%EA%B0%80?q=%EB%82%98#%EB");
	buf_free(&out);
}

static void
an_address_is_shown_as_it_is_read(void **state)
{
	static const char *const rows[][2] = {
		{ "https://a.example/%EC%98%A4%ED%94%88AI/%c3%a9t%C3%A9", "https://a.example/오픈AI/été" },
		{ "https://a.example/?q=%EC%98%A4%20%EB%8A%98&b=%26", "https://a.example/?q=오%20늘&b=%26" },
		{ "https://a.example/%EC%98", "https://a.example/%EC%98" },                       /* half a syllable */
		{ "https://a.example/%FF%EA%B0%80", "https://a.example/%FF가" },
		{ "https://a.example/%E1%84%92%E1%85%A1", "https://a.example/%E1%84%92%E1%85%A1" }, /* NFD */
		{ "https://a.example/e%CC%81", "https://a.example/e%CC%81" },
		{ "https://a.example/%E3%85%A4%EF%BC%8F", "https://a.example/%E3%85%A4%EF%BC%8F" }, /* filler, wide "/" */
		{ "https://a.example/%E2%80%AE%D7%90", "https://a.example/%E2%80%AE%D7%90" },     /* right to left */
		{ "https://%EA%B0%80.example/%EA%B0%80", "https://%EA%B0%80.example/가" },
		{ "mailto:%EA%B0%80@a.example", "mailto:%EA%B0%80@a.example" },
		{ "%", "%" },
		{ "", "" },
	};
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		buf_clear(&out);
		url_show(&out, str_of(rows[i][0]));
		assert_str(buf_str(&out), rows[i][1]);
	}
	buf_free(&out);
}

static void
blogs_of_one_platform_are_one_place(void **state)
{
	static const struct {
		const char *host, *want;
	} cases[] = {
		{ "gaon.tistory.com", "tistory.com" }, { "Nuri.Tistory.com", "tistory.com" }, { "v2.velog.io", "velog.io" },
		{ "m.blog.naver.com", "blog.naver.com" }, { "d2.naver.com", "d2.naver.com" }, { "mytistory.com", "mytistory.com" },
		{ "medium.com", "medium.com" }, { "blog.rss.naver.com", "blog.naver.com" }, { "nuri.blogspot.kr.", "blogspot.com" },
		{ "feeds2.feedburner.com", "feedburner.com" }, { "brunch.co.kr", "brunch.co.kr" }, { "blog.example", "blog.example" }, { "127.0.0.1", "127.0.0.1" }, { "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(url_platform(str_of(cases[i].host)), cases[i].want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_is_shown_as_it_is_read),
		cmocka_unit_test(resolves_the_examples_of_rfc_3986),
		cmocka_unit_test(resolves_what_feeds_hold),
		cmocka_unit_test(what_is_settled_stays_as_it_is),
		cmocka_unit_test(knows_what_may_be_opened),
		cmocka_unit_test(one_post_has_one_canonical_form),
		cmocka_unit_test(one_post_has_many_addresses_and_no_other_has_them),
		cmocka_unit_test(passwords_are_masked),
		cmocka_unit_test(hosts_have_one_form_in_ascii),
		cmocka_unit_test(only_ascii_goes_over_the_wire),
		cmocka_unit_test(url_labels_tell_places_of_one_host_apart),
		cmocka_unit_test(internal_hosts_are_told_from_public_ones),
		cmocka_unit_test(blogs_of_one_platform_are_one_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
