#include "unit.h"

#include "store_fixture.h"
#include "sync/sync_portal.h"

static struct feeds_row
feed(int64_t id, const char *url)
{
	return (struct feeds_row){ .id = id, .url = str_of(url) };
}

static void
odd(struct sync_portal *p, int64_t id, const char *url, const char *led_to, const char *title)
{
	struct feeds_row row = feed(id, url);

	sync_portal_odd(p, &row, str_of(led_to), str_of(title), false);
}

/* Who answers in the place of the hosts, and of how many: "login.example 2"; "-" for nobody. */
static const char *
found(const struct sync_portal *p)
{
	static char ret[128];
	struct str place;
	size_t n;

	if (!sync_portal_find(p, &place, &n))
		return "-";
	(void)snprintf(ret, sizeof ret, "%.*s %zu", STR(place), n);
	return ret;
}

static void
hosts_that_lead_to_one_place_are_the_network(void **state)
{
	struct sync_portal p = { 0 };

	(void)state;
	assert_string_equal(found(&p), "-");
	odd(&p, 1, "https://a.example/rss", "login.hotel.example", "Wi-Fi");
	assert_string_equal(found(&p), "-");
	odd(&p, 2, "https://a.example/other", "login.hotel.example", "Wi-Fi");
	assert_string_equal(found(&p), "-"); /* the same host */
	odd(&p, 3, "https://one.tistory.com/rss", "www.tistory.com", "");
	odd(&p, 4, "https://two.velog.io/rss", "www.tistory.com", "");
	assert_string_equal(found(&p), "-"); /* a platform that leads to itself */
	odd(&p, 5, "http://b.example/", "LOGIN.hotel.example", "");
	assert_string_equal(found(&p), "login.hotel.example 2");
	sync_portal_good(&p, str_lit("http://192.168.0.7/feed"));
	assert_string_equal(found(&p), "login.hotel.example 2");
	sync_portal_good(&p, str_lit("https://c.example/feed"));
	assert_string_equal(found(&p), "-");
	sync_portal_free(&p);
}

static void
a_login_is_proof_for_all_that_came_of_late(void **state)
{
	struct sync_portal p = { .asked = 2 };
	struct feeds_row one = feed(1, "https://a.tistory.com/rss"), two = feed(2, "https://b.tistory.com/rss");

	(void)state;
	one.last_ok = clock_now() - 3600;
	two.last_ok = clock_now() - 30 * 24 * 3600;
	sync_portal_odd(&p, &one, str_lit("login.hotel.example"), STR_NONE, true);
	assert_string_equal(found(&p), "-"); /* another feed may have answered */
	sync_portal_odd(&p, &two, str_lit("login.hotel.example"), STR_NONE, true);
	assert_string_equal(found(&p), "login.hotel.example 1");
	sync_portal_free(&p);
	p = (struct sync_portal){ .asked = 1 };
	sync_portal_odd(&p, &two, str_lit("login.hotel.example"), STR_NONE, true);
	assert_string_equal(found(&p), "-"); /* gone for long */
	sync_portal_free(&p);
	p = (struct sync_portal){ .asked = 1 };
	sync_portal_odd(&p, &one, str_lit("www.tistory.com"), str_lit("Login"), true);
	assert_string_equal(found(&p), "-"); /* its own */
	sync_portal_free(&p);
}

static void
a_place_that_stays_when_others_have_come_is_none(void **state)
{
	struct feeds_row was = feed(1, "https://a.example/rss"), other = feed(2, "https://b.example/rss"), good = feed(3, "https://c.example/rss");
	struct sync_portal p = { 0 };

	(void)state;
	was.error = other.error = str_lit("portal parking.example");
	was.last_try = other.last_try = 100;
	good.last_ok = 99;
	sync_portal_begin(&p, &good, 1);
	assert_false(sync_portal_own(&p, &was, str_lit("html")));
	good.last_ok = 101;
	sync_portal_begin(&p, &good, 1);
	assert_true(sync_portal_own(&p, &was, str_lit("html")));
	assert_true(sync_portal_own(&p, &other, str_lit("html")));
	sync_portal_free(&p);
}

/* A blog that went behind a login is asked alone as soon as it is due again, when no other tells that the network is well. */
static void
one_that_failed_so_before_is_its_own(void **state)
{
	struct feeds_row one = feed(1, "https://a.example/rss"), two = feed(2, "https://b.example/rss");
	struct sync_portal p = { .asked = 2 };

	(void)state;
	one.error = str_lit("login");
	one.last_ok = two.last_ok = clock_now() - 3600;
	assert_false(sync_portal_own(&p, &one, str_lit("login"))); /* taken back: no failure of its own */
	one.fails = 1;
	assert_false(sync_portal_own(&p, &one, str_lit("html")));
	assert_true(sync_portal_own(&p, &one, str_lit("login")));
	assert_false(sync_portal_own(&p, &two, str_lit("login")));
	sync_portal_odd(&p, &two, str_lit("login.hotel.example"), STR_NONE, true);
	assert_string_equal(found(&p), "login.hotel.example 1"); /* beside it, one that came of late is proof as if it were alone */
	sync_portal_free(&p);
}

static void
the_same_page_or_no_certificate_anywhere_is_the_network(void **state)
{
	struct sync_portal p = { 0 };
	struct feeds_row one = feed(1, "https://a.example/"), two = feed(2, "https://b.example/"), own = feed(3, "https://10.0.0.1/");

	(void)state;
	odd(&p, 1, "http://a.example/", "a.example", "Hotel");
	odd(&p, 2, "http://b.example/", "", "Hotel");
	odd(&p, 3, "http://127.0.0.1/", "", "Hotel");
	odd(&p, 4, "http://d.example/", "", "Other");
	assert_string_equal(found(&p), "-");
	odd(&p, 5, "http://c.example/", "c.example", "Hotel");
	assert_string_equal(found(&p), "Hotel 3");
	sync_portal_free(&p);
	p = (struct sync_portal){ 0 };
	sync_portal_untrusted(&p, &one);
	sync_portal_untrusted(&p, &one);
	sync_portal_untrusted(&p, &own);
	assert_string_equal(found(&p), "-");
	sync_portal_untrusted(&p, &two);
	assert_string_equal(found(&p), " 2");
	sync_portal_free(&p);
}

/* A hotel with two logins, and more answers than could be compared one with another. */
static void
many_answers_are_counted_all_the_same(void **state)
{
	struct sync_portal p = { 0 };
	struct arena a = { 0 };

	(void)state;
	for (int64_t i = 0; i < 20001; i++)
		odd(&p, i, arena_printf(&a, "http://blog%lld.example%lld.com/rss", (long long)i, (long long)i).p,
			i % 2 ? "One.hotel.example" : "two.hotel.example", "");
	assert_string_equal(found(&p), "two.hotel.example 10001");
	sync_portal_free(&p);
	arena_free(&a);
}

static void
take_notice(void *user, const char *text)
{
	*(bool *)user = strstr(text, "2 hosts, by login.example") != NULL;
}

static void
what_the_network_did_is_not_held_against_a_feed(void **state)
{
	struct fixture *f = *state;
	const struct feeds_fetch failed = { .error = str_lit("html"), .status = 200, .held_until = CLOCK_NONE };
	struct sync_portal p = { 0 };
	struct feeds_row row;
	bool is_told = false;

	fixture_subscribe(f, "https://a.example/\nhttps://b.example/\nhttps://c.example/\n");
	for (int64_t id = 1; id <= 3; id++)
		fixture_ok(f, feeds_fetched(f->s, id, &failed, &f->err));
	odd(&p, 1, "https://a.example/", "login.example", "");
	odd(&p, 2, "https://b.example/", "login.example", "");
	fixture_ok(f, sync_portal_end(&p, f->s, take_notice, &is_told, &f->err));
	assert_true(is_told);
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &row, &f->err));
	assert_str(row.error, "portal login.example");
	assert_int_equal(row.fails, 0);
	assert_true(row.due == CLOCK_NONE);
	fixture_ok(f, feeds_get(f->s, &f->a, 3, &row, &f->err));
	assert_str(row.error, "html");
	assert_int_equal(row.fails, 1);
	sync_portal_free(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hosts_that_lead_to_one_place_are_the_network),
		cmocka_unit_test(a_login_is_proof_for_all_that_came_of_late),
		cmocka_unit_test(a_place_that_stays_when_others_have_come_is_none),
		cmocka_unit_test(one_that_failed_so_before_is_its_own),
		cmocka_unit_test(the_same_page_or_no_certificate_anywhere_is_the_network),
		cmocka_unit_test(many_answers_are_counted_all_the_same),
		STORE_TEST(what_the_network_did_is_not_held_against_a_feed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
