/*
 * Which feeds need somebody first, and what is counted of them.
 */
#include "unit.h"

#include "store/full_wanted.h"
#include "store/health.h"
#include "store/health_text.h"
#include "store_fixture.h"

static struct feeds_row
row(int64_t id)
{
	return (struct feeds_row){ .id = id, .last_try = FIXTURE_NOW, .last_ok = FIXTURE_NOW, .held_until = CLOCK_NONE, .due = CLOCK_NONE };
}

static void
health_names_the_worst_that_is_true(void **state)
{
	struct feeds_row feed = row(1);

	(void)state;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_FINE);
	feed.repairs = FEED_FIX_MARKUP;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_MENDED);
	feed.held_until = FIXTURE_NOW + 1;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_HELD);
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW + 1), HEALTH_MENDED);
	feed.moved_to = str_lit("https://new.example/rss");
	feed.moved_days = FEEDS_MOVED_DAYS - 1;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_HELD);
	feed.moved_days++;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_MOVED);
	feed.error = str_lit("no-network");
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_MOVED);
	feed.error = str_lit("404");
	feed.fails = 1;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_FAILING);
	feed.status = FEEDS_GONE;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_PAUSED);
	feed = row(1);
	feed.last_ok = CLOCK_NONE;
	assert_int_equal(health_state_of(&feed, FIXTURE_NOW), HEALTH_NEW);
	assert_string_equal(health_word(HEALTH_NEW), "new");
	assert_string_equal(health_word(HEALTH_FINE), "fine");
}

static void
health_has_the_worst_first_and_counts_full_texts(void **state)
{
	struct fixture *f = *state;
	struct feeds_row *rows, fresh = row(0);
	struct health all[4];
	size_t n;

	fixture_subscribe(f, "https://a.example/rss\nhttps://b.example/rss\nhttps://c.example/rss\n");
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	assert_int_equal(n, 3);
	for (size_t i = 0; i < n; i++)
		rows[i].last_ok = FIXTURE_NOW;
	rows[1].error = rows[2].error = str_lit("500");
	rows[1].fails = 2;
	rows[2].fails = 5;
	for (size_t i = 0; i < n; i++)
		all[i] = (struct health){ .feed = &rows[i] };
	all[3] = (struct health){ .feed = &fresh }; /* stands in the file alone */
	fixture_ok(f, health_read(f->s, all, 4, &f->err));
	assert_ptr_equal(all[0].feed, &rows[2]);
	assert_ptr_equal(all[1].feed, &rows[1]);
	assert_ptr_equal(all[2].feed, &rows[0]);
	assert_ptr_equal(all[3].feed, &fresh);
	assert_int_equal(all[0].texts, 0);
}

static void
health_counts_the_full_texts_of_each(void **state)
{
	struct fixture *f = *state;
	struct full_text whole = { .xhtml = str_lit("<article>\n<p>온 글</p>\n</article>"), .letters = 3, .pages = 1, .published = CLOCK_NONE };
	struct health health;
	struct feeds_row *rows;
	size_t n;

	fixture_subscribe(f, "https://a.example/rss\n");
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	fixture_merge(f, rows[0].id, 3);
	fixture_ok(f, full_store(f->s, 1, &whole, &f->err));
	whole.is_part = true;
	whole.how = FULL_PART;
	fixture_ok(f, full_store(f->s, 2, &whole, &f->err));
	fixture_ok(f, full_fail(f->s, 3, FULL_LOGIN, str_lit("login"), CLOCK_NONE, &f->err));
	health = (struct health){ .feed = &rows[0] };
	fixture_ok(f, health_read(f->s, &health, 1, &f->err));
	assert_int_equal(health.texts, 1);
	assert_int_equal(health.parts, 1);
	assert_int_equal(health.textless, 1);
	assert_string_equal(health.why.code, "login");
	assert_int_equal(health.again, 0);
}

/* What most failed for is told, and the first that is tried again. */
static void
health_tells_why_texts_are_not_there_and_when_they_are_looked_for(void **state)
{
	struct fixture *f = *state;
	const int64_t wanted[] = { 2, 4 };
	struct health health;
	struct feeds_row *rows;
	struct buf line = { 0 };
	size_t n;

	fixture_subscribe(f, "https://a.example/rss\n");
	fixture_ok(f, feeds_list(f->s, &f->a, &rows, &n, &f->err));
	fixture_merge(f, rows[0].id, 4);
	for (int64_t id = 1; id <= 3; id++)
		fixture_ok(f, full_fail(f->s, id, FULL_HTTP, str_lit("status 503"), CLOCK_NONE, &f->err));
	fixture_ok(f, full_fail(f->s, 4, FULL_LOGIN, str_lit("login"), CLOCK_NONE, &f->err));
	health = (struct health){ .feed = &rows[0] };
	fixture_ok(f, health_read(f->s, &health, 1, &f->err));
	assert_int_equal(health.textless, 4);
	assert_string_equal(health.why.code, "status 503");
	assert_int_equal(health.again, 0);
	health_text_pages(&line, &health);
	assert_true(str_has(buf_str(&line), "503: ") && str_ends(buf_str(&line), "; not tried again"));
	fixture_ok(f, full_wanted_add(f->s, wanted, 2, FULL_BY_FEED, &f->err));
	fixture_ok(f, full_wanted_add(f->s, wanted, 1, FULL_BY_RULE, &f->err));
	health = (struct health){ .feed = &rows[0] };
	fixture_ok(f, health_read(f->s, &health, 1, &f->err));
	assert_int_equal(health.again, 2);
	assert_int_equal(health.again_at, FIXTURE_NOW + 3600); /* a login is tried a day later */
	fixture_ok(f, full_fail(f->s, 2, FULL_HTTP, str_lit("status 503"), FIXTURE_NOW + 7200, &f->err));
	health = (struct health){ .feed = &rows[0] };
	fixture_ok(f, health_read(f->s, &health, 1, &f->err));
	assert_int_equal(health.again_at, FIXTURE_NOW + 6 * 3600);
	buf_clear(&line);
	health_text_pages(&line, &health);
	assert_true(str_has(buf_str(&line), "; tried again from "));
	buf_free(&line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(health_names_the_worst_that_is_true),
		cmocka_unit_test_setup_teardown(health_has_the_worst_first_and_counts_full_texts, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(health_counts_the_full_texts_of_each, fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(health_tells_why_texts_are_not_there_and_when_they_are_looked_for, fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
