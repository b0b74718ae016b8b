#include "unit.h"

#include "text/url.h"

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
passwords_are_masked(void **state)
{
	struct buf out = { 0 };

	(void)state;
	url_mask(&out, str_lit("https://me:secret@a.example/x?y#z"));
	assert_str(buf_str(&out), "https://me:***@a.example/x?y#z");
	buf_clear(&out);
	url_mask(&out, str_lit("https://me@a.example/a:b@c"));
	assert_str(buf_str(&out), "https://me@a.example/a:b@c");
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
only_ascii_goes_over_the_wire(void **state)
{
	struct buf out = { 0 };

	(void)state;
	url_wire(&out, str_lit("https://한글.kr/가?q=나#%EB"));
	assert_str(buf_str(&out), "https://한글.kr/%EA%B0%80?q=%EB%82%98#%EB");
	buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(resolves_the_examples_of_rfc_3986),
		cmocka_unit_test(resolves_what_feeds_hold),
		cmocka_unit_test(knows_what_may_be_opened),
		cmocka_unit_test(one_post_has_one_canonical_form),
		cmocka_unit_test(passwords_are_masked),
		cmocka_unit_test(only_ascii_goes_over_the_wire),
		cmocka_unit_test(internal_hosts_are_told_from_public_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
