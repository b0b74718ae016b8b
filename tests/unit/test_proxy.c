/*
 * net/proxy.h: which proxy the environment names for a URL.
 */
#include "unit.h"

#include <stdlib.h>

#include "net/proxy.h"

static int
forget(void **state)
{
	static const char *const names[] = {
		"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
	};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unsetenv(names[i]);
	return 0;
}

static void
a_proxy_is_of_one_scheme(void **state)
{
	(void)state;
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), false), "");
	setenv("http_proxy", "http://proxy.example:3128", 1);
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), false), "http://proxy.example:3128");
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), true), "");
	setenv("HTTPS_PROXY", "http://other.example", 1);
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), true), "http://other.example");
}

static void
one_for_all_stands_in_for_both(void **state)
{
	(void)state;
	setenv("ALL_PROXY", "socks5h://proxy.example", 1);
	setenv("https_proxy", "http://other.example", 1);
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), false), "socks5h://proxy.example");
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), true), "http://other.example");
}

static void
excepted_hosts_are_reached_directly(void **state)
{
	(void)state;
	setenv("http_proxy", "http://proxy.example", 1);
	setenv("no_proxy", "localhost, .intern.example,10.0.0.0/8 2001:db8::/32,192.168.7.1", 1);
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), false), "http://proxy.example");
	assert_string_equal(proxy_of(NULL, str_lit("A.Intern.Example."), false), "");
	assert_string_equal(proxy_of(NULL, str_lit("intern.example"), false), "");
	assert_string_equal(proxy_of(NULL, str_lit("notintern.example"), false), "http://proxy.example");
	assert_string_equal(proxy_of(NULL, str_lit("10.200.3.4"), false), "");
	assert_string_equal(proxy_of(NULL, str_lit("11.0.0.1"), false), "http://proxy.example");
	assert_string_equal(proxy_of(NULL, str_lit("192.168.7.1"), false), "");
	assert_string_equal(proxy_of(NULL, str_lit("192.168.7.10"), false), "http://proxy.example");
	assert_string_equal(proxy_of(NULL, str_lit("[2001:db8:1::1]"), false), "");
	assert_string_equal(proxy_of(NULL, str_lit("[2001:db9::1]"), false), "http://proxy.example");
	setenv("no_proxy", "*", 1);
	assert_string_equal(proxy_of(NULL, str_lit("blog.example"), false), "");
}

static void
what_the_user_says_comes_first(void **state)
{
	struct access access = { .proxy = "socks5h://127.0.0.1:9050" };

	(void)state;
	setenv("https_proxy", "http://other.example", 1);
	setenv("no_proxy", "intern.example", 1);
	assert_string_equal(proxy_of(&access, str_lit("blog.example"), true), "socks5h://127.0.0.1:9050");
	assert_string_equal(proxy_of(&access, str_lit("blog.example"), false), "socks5h://127.0.0.1:9050");
	assert_string_equal(proxy_of(&access, str_lit("wiki.intern.example"), true), "");
	access.no_proxy = "blog.example";
	assert_string_equal(proxy_of(&access, str_lit("wiki.intern.example"), true), "socks5h://127.0.0.1:9050");
	assert_string_equal(proxy_of(&access, str_lit("blog.example"), true), "");
	access = (struct access){ .proxy = "" };
	assert_string_equal(proxy_of(&access, str_lit("blog.example"), true), "");
	access = (struct access){ 0 };
	assert_string_equal(proxy_of(&access, str_lit("blog.example"), true), "http://other.example");
}

static void
broken_exceptions_except_nothing(void **state)
{
	static const char *const lists[] = { "", ",, ,", ".", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "/8", "blog.example.org" };

	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		assert_false(proxy_is_excepted(str_of(lists[i]), str_lit("10.0.0.1")));
		assert_false(proxy_is_excepted(str_of(lists[i]), str_lit("blog.example")));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_proxy_is_of_one_scheme, forget),
		cmocka_unit_test_setup(one_for_all_stands_in_for_both, forget),
		cmocka_unit_test_setup(excepted_hosts_are_reached_directly, forget),
		cmocka_unit_test_setup(what_the_user_says_comes_first, forget),
		cmocka_unit_test_setup(broken_exceptions_except_nothing, forget),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
