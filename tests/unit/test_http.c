#include "unit.h"

#include "base/limits.h"
#include "net/address.h"
#include "net/http.h"
#include "net/http_link.h"
#include "net/route.h"
#include "text/http_problem.h"

enum { NOW = 1738737120 }; /* 2025-02-05 06:32:00 UTC */

static void
read_lines(struct http *h, struct arena *a, const char *lines)
{
	struct str rest = str_of(lines), line;

	*h = (struct http){ 0 };
	while (str_line(&rest, &line))
		http_line(h, a, line);
}

static int64_t
held_for(struct arena *a, const char *lines)
{
	struct http h;
	int64_t until;

	read_lines(&h, a, lines);
	until = http_held_until(&h, NOW);
	return until == CLOCK_NONE ? -1 : until - NOW;
}

static int64_t
fresh_for(struct arena *a, const char *lines)
{
	struct http h;

	read_lines(&h, a, lines);
	return http_fresh_s(&h, NOW);
}

static void
http_takes_the_headers_of_the_last_answer(void **state)
{
	struct arena a = { 0 };
	struct http h;

	(void)state;
	read_lines(&h, &a,
		"HTTP/1.1 100 Continue\r\nETag: \"old\"\r\n\r\n"
		"HTTP/1.1 200 OK\r\ncontent-type:  text/xml; charset=euc-kr \r\nETAG: W/\"1\"\r\n"
		"Last-Modified: Wed, 05 Feb 2025 06:00:00 GMT\r\nContent-Encoding: gzip\r\nnonsense\r\n");
	assert_int_equal(h.status, 200);
	assert_str(h.content_type, "text/xml; charset=euc-kr");
	assert_str(h.etag, "W/\"1\"");
	assert_str(h.last_modified, "Wed, 05 Feb 2025 06:00:00 GMT");
	assert_int_equal(h.codings, 1);
	read_lines(&h, &a, "HTTP/2 304 \r\nContent-Encoding: gzip, br\r\nContent-Encoding: identity\r\n");
	assert_int_equal(h.status, 304);
	assert_int_equal(h.codings, 2);
	assert_str(h.etag, "");
	arena_free(&a);
}

/* What would be answered with 304 for ever is not sent back. */
static void
http_validators_stand_for_one_version(void **state)
{
	struct arena a = { 0 };
	struct http h;

	(void)state;
	read_lines(&h, &a, "HTTP/1.1 200 OK\nETag: *\nLast-Modified: Wed, 05 Feb 2025 06:31:00 GMT\n");
	assert_str(http_etag(&h), "");
	assert_str(http_last_modified(&h, NOW), "Wed, 05 Feb 2025 06:31:00 GMT");
	read_lines(&h, &a, "HTTP/1.1 200 OK\nETag: \"*\"\nLast-Modified: Wed, 05 Feb 2025 06:33:00 GMT\n");
	assert_str(http_etag(&h), "\"*\"");
	assert_str(http_last_modified(&h, NOW), "");
	http_line(&h, &a, str_lit("Date: Wed, 05 Feb 2025 06:34:00 GMT\n")); /* our clock is slow */
	assert_str(http_last_modified(&h, NOW), "Wed, 05 Feb 2025 06:33:00 GMT");
	read_lines(&h, &a, "HTTP/1.1 200 OK\nLast-Modified: yesterday evening\n");
	assert_str(http_last_modified(&h, NOW), "yesterday evening");
	arena_free(&a);
}

static void
http_leaves_out_values_that_are_not_sane(void **state)
{
	struct arena a = { 0 };
	struct str longer = arena_printf(&a, "ETag: \"%02000d\"", 7);
	struct http h;

	(void)state;
	read_lines(&h, &a, "HTTP/1.1 200 OK\nETag: \"a\x1b[31m\"\n");
	assert_str(h.etag, "");
	http_line(&h, &a, longer);
	assert_str(h.etag, "");
	arena_free(&a);
}

static void
http_holds_by_retry_after(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_int_equal(held_for(&a, "HTTP/1.1 429 x\nRetry-After: 120\n"), 120);
	assert_int_equal(held_for(&a, "HTTP/1.1 503 x\nRetry-After: Wed, 05 Feb 2025 06:42:00 GMT\n"), 600);
	assert_int_equal(held_for(&a, "HTTP/1.1 429 x\nRetry-After: 99999999999999999999\n"), LIMIT_HELD_S);
	assert_int_equal(held_for(&a, "HTTP/1.1 429 x\nRetry-After: -5\n"), -1);
	assert_int_equal(held_for(&a, "HTTP/1.1 429 x\nRetry-After: soon\n"), -1);
	assert_int_equal(held_for(&a, "HTTP/1.1 403 x\nRetry-After: 120\n"), 120);
	assert_int_equal(held_for(&a, "HTTP/1.1 403 x\n"), -1);
	assert_int_equal(held_for(&a, "HTTP/1.1 200 x\nRetry-After: 120\nCache-Control: max-age=60\n"), -1);
	assert_int_equal(held_for(&a, "HTTP/1.1 500 x\nRetry-After: 120\n"), 120);
	assert_int_equal(held_for(&a, "HTTP/1.1 511 x\nRetry-After: 120\n"), -1);
	assert_int_equal(held_for(&a, "HTTP/1.1 408 x\nRetry-After: 120\n"), 120);
	assert_int_equal(held_for(&a, "HTTP/1.1 404 x\nRetry-After: 120\n"), -1);
	assert_int_equal(held_for(&a, "HTTP/1.1 429 x\nRetry-After: 2025-02-05T06:42:00Z\n"), 600);
	/* The server's clock is an hour behind ours: what counts is the distance. */
	assert_int_equal(held_for(&a, "HTTP/1.1 503 x\nDate: Wed, 05 Feb 2025 05:32:00 GMT\n"
		"Retry-After: Wed, 05 Feb 2025 05:33:00 GMT\n"), 60);
	arena_free(&a);
}

static void
http_answers_are_fresh_for_a_while(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_int_equal(fresh_for(&a, "HTTP/1.1 200 OK\nCache-Control: public, max-age=1800\n"), 1800);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 304 x\nCache-Control: MAX-AGE=1800\nAge: 600\n"), 1200);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 200 OK\nCache-Control: max-age=1800, no-cache\n"), 0);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 200 OK\nCache-Control: max-age=0\nExpires: Wed, 05 Feb 2025 07:32:00 GMT\n"),
		0);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 200 OK\nExpires: Wed, 05 Feb 2025 07:32:00 GMT\n"), 3600);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 200 OK\nExpires: Fri, 01 Jan 2099 00:00:00 GMT\n"), LIMIT_HELD_S);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 200 OK\nExpires: 0\n"), 0);
	assert_int_equal(fresh_for(&a, "HTTP/1.1 404 x\nCache-Control: max-age=1800\n"), 0);
	arena_free(&a);
}

static void
http_problems_come_with_advice(void **state)
{
	(void)state;
	assert_string_equal(http_problem_text(404), "there is nothing at this address");
	assert_string_equal(http_problem_text(500), "the server has an error");
	assert_string_equal(http_problem_text(521), "the server has an error");
	assert_string_equal(http_problem_text(418), "the server did not send it");
	assert_string_equal(http_problem_advice(429), "; sync less often");
	assert_string_equal(http_problem_advice(504), "; it is asked again later");
	assert_string_equal(http_problem_advice(521), "; it is asked again later");
}

static void
address_knows_what_is_internal(void **state)
{
	static const char *const internal[] = {
		"127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
		"100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1",
		"ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::1", "192.0.0.8", "192.88.99.1",
		"198.18.0.1", "fec0::1", "100::1", "::8.8.8.8", "::ffff:0:8.8.8.8", "64:ff9b:1::808:808", "fd00:ec2::254", "5f00::1",
		"2001:0:4136:e378:8000:63bf:f5ff:fffe", /* Teredo of 10.0.0.1 */
		"2001:db8::5efe:10.0.0.1", "2606:4700::200:5efe:192.168.0.1", "2001:2::1", "2001:10::1", "2001:2f::1",
		"fe80::1%eth0", "example.com", "",
	};
	static const char *const outside[] = {
		"1.1.1.1", "172.32.0.1", "172.15.255.255", "100.128.0.1", "8.8.8.8", "223.255.255.255", "203.0.113.1",
		"2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1", "2001:db8::1",
		"2001:0:4136:e378:8000:63bf:f7f7:f7f7", "2606:4700::5efe:8.8.8.8", "2400::1", "3fff::1", "198.20.0.1", "192.0.1.1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof internal / sizeof *internal; i++)
		if (!address_is_internal_text(internal[i]))
			fail_msg("%s is internal", internal[i]);
	for (size_t i = 0; i < sizeof outside / sizeof *outside; i++)
		if (address_is_internal_text(outside[i]))
			fail_msg("%s is not internal", outside[i]);
}

static void
http_links_are_taken_apart(void **state)
{
	struct arena a = { 0 };
	struct http h;
	struct http_link link;
	struct str rest;

	(void)state;
	read_lines(&h, &a, "HTTP/2 200\r\nLink: </wp-json/>; rel=\"https://api.w.org/\"\r\n"
		"link: <a,b;c>;Title=\"x;, \\\"y\"; rel=alternate ;type=application/rss+xml, <d>\r\nLink: <broken\r\n");
	rest = h.links;
	assert_true(http_link_next(&rest, &link));
	assert_str(link.target, "/wp-json/");
	assert_str(link.rel, "https://api.w.org/");
	assert_true(http_link_next(&rest, &link));
	assert_str(link.target, "a,b;c");
	assert_str(link.title, "x;, \\\"y");
	assert_str(link.rel, "alternate");
	assert_str(link.type, "application/rss+xml");
	assert_true(http_link_next(&rest, &link));
	assert_str(link.target, "d");
	assert_false(http_link_next(&rest, &link));
	arena_free(&a);
}

static void
routes_name_a_host_a_port_and_an_address(void **state)
{
	static const char *const bad[] = { "", "a.example", "a.example:443", "a.example:443:b.example", "a.example:0:127.0.0.1",
		"a.example:443:127.0.0.1:", "a.example:443:127.0.0.1:99999", "a.example:443:::1", "a.example:443:[::1",
		"a.example:443:[::1]x", ":443:127.0.0.1" };
	struct arena a = { 0 };
	struct route routes[3];

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		if (route_read(&a, str_of(bad[i]), &routes[0], NULL) == 0)
			fail_msg("‘%s’ is a route", bad[i]);
	assert_int_equal(route_read(&a, str_lit("A.example:443:127.0.0.1:8443"), &routes[0], NULL), 0);
	assert_int_equal(route_read(&a, str_lit("b.example:80:[::1]"), &routes[1], NULL), 0);
	assert_int_equal(route_read(&a, str_lit("*:8080:10.0.0.1"), &routes[2], NULL), 0);
	assert_string_equal(routes[0].to, "::127.0.0.1:8443");
	assert_string_equal(routes[1].to, "::[::1]:80");
	assert_ptr_equal(route_find(routes, 3, str_lit("a.EXAMPLE"), str_lit("443")), &routes[0]);
	assert_ptr_equal(route_find(routes, 3, str_lit("a.example."), str_lit("443")), &routes[0]);
	assert_null(route_find(routes, 3, str_lit("a.example"), str_lit("80")));
	assert_ptr_equal(route_find(routes, 3, str_lit("any.example"), str_lit("8080")), &routes[2]);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(http_takes_the_headers_of_the_last_answer),
		cmocka_unit_test(http_validators_stand_for_one_version),
		cmocka_unit_test(http_leaves_out_values_that_are_not_sane),
		cmocka_unit_test(http_holds_by_retry_after),
		cmocka_unit_test(http_answers_are_fresh_for_a_while),
		cmocka_unit_test(http_problems_come_with_advice),
		cmocka_unit_test(http_links_are_taken_apart),
		cmocka_unit_test(routes_name_a_host_a_port_and_an_address),
		cmocka_unit_test(address_knows_what_is_internal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
