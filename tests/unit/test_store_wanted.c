#include "unit.h"

#include "store/full_look.h"
#include "store/full_wanted.h"
#include "store/journal.h"
#include "store/met.h"
#include "store_fixture.h"

static const char subscriptions[] = "https://blog.example/rss\nhttps://planet.example/rss unread=2\n";

static struct full_text
page_text(int64_t letters)
{
	return (struct full_text){ .xhtml = str_lit("<article><p>페이지의 글입니다.</p></article>"), .url = str_lit("https://blog.example/1"),
		.published = CLOCK_NONE, .letters = letters, .pages = 1 };
}

static size_t
wanted(struct fixture *f, struct full_wanted **ret)
{
	size_t n;

	fixture_ok(f, full_wanted_list(f->s, &f->a, ret, &n, &f->err));
	return n;
}

static size_t
look(struct fixture *f, struct full_look *l)
{
	struct full_fresh post;
	size_t n = 0;
	int got;

	fixture_ok(f, full_look_begin(f->s, l, &f->err));
	while ((got = full_look_next(f->s, l, &post, &f->err)) > 0)
		n++;
	fixture_ok(f, got);
	return n;
}

static void
posts_that_have_come_are_looked_through_once(void **state)
{
	struct fixture *f = *state;
	struct full_look l;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	assert_int_equal(look(f, &l), 5);
	assert_int_equal(look(f, &l), 5); /* it has not been noted yet */
	fixture_ok(f, full_look_end(f->s, &l, &f->err));
	assert_int_equal(look(f, &l), 0);
	fixture_merge(f, 1, 7);
	assert_int_equal(look(f, &l), 2);
}

/* Newest first, each feed by itself, and of a long one no more than the newest. */
static void
posts_are_ranked_in_their_feed(void **state)
{
	struct fixture *f = *state;
	struct full_look l;
	struct full_fresh post;
	int64_t feed = 0, rank = 0, n = 0;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 2, 3);
	fixture_merge(f, 1, FULL_LOOK_FEED + 2);
	fixture_ok(f, full_look_begin(f->s, &l, &f->err));
	for (; full_look_next(f->s, &l, &post, &f->err) > 0; n++) {
		rank = post.feed == feed ? rank + 1 : 1;
		feed = post.feed;
		assert_int_equal(post.rank, rank);
	}
	assert_int_equal(n, FULL_LOOK_FEED + 2);
	assert_int_equal(feed, 2);
	assert_int_equal(rank, 2); /* its oldest was met as read */
}

/* Posts of each feed until some are enough: of all that there are, and of those that came later. */
static void
count_some(struct fixture *f, int64_t most, int64_t n[3])
{
	struct full_fresh post;
	struct full_look l;
	int got;

	n[1] = n[2] = 0;
	fixture_ok(f, full_look_begin(f->s, &l, &f->err));
	while ((got = full_look_next(f->s, &l, &post, &f->err)) > 0) {
		n[post.feed]++;
		if (post.rank == most)
			full_look_enough(&l);
	}
	fixture_ok(f, got);
	fixture_ok(f, full_look_end(f->s, &l, &f->err));
}

static void
a_feed_is_left_when_some_posts_of_it_are_enough(void **state)
{
	struct fixture *f = *state;
	int64_t n[3];

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 8);
	fixture_merge(f, 2, 6);
	count_some(f, 4, n);
	assert_int_equal(n[1], 4);
	assert_int_equal(n[2], 2); /* of those it was met with no more are unread */
	fixture_merge(f, 1, 15);
	fixture_merge(f, 2, 9);
	count_some(f, 5, n);
	assert_int_equal(n[1], 5);
	assert_int_equal(n[2], 3);
}

static void
what_is_read_or_hidden_is_passed_over(void **state)
{
	const struct state_change read = { .read = STATE_ON }, hide = { .hide = STATE_ON }, star = { .star = STATE_ON };
	struct fixture *f = *state;
	struct full_look l;
	int64_t ids[] = { 1, 2, 3 }, changed;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	fixture_ok(f, state_apply(f->s, ids, 2, &read, &changed, &f->err));
	fixture_ok(f, state_apply(f->s, ids + 1, 1, &star, &changed, &f->err));
	fixture_ok(f, state_apply(f->s, ids + 2, 1, &hide, &changed, &f->err));
	assert_int_equal(look(f, &l), 3);
}

/* A sync wants no page of what is read; a mark that is taken off makes that good. */
static void
a_page_that_failed_is_wanted_again_with_its_post(void **state)
{
	const struct state_change read = { .read = STATE_ON }, unread = { .read = STATE_OFF }, star = { .star = STATE_ON };
	struct fixture *f = *state;
	struct state_undone done;
	struct full_wanted *list;
	const int64_t ids[] = { 1, 2, 3 };
	int64_t changed;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	fixture_ok(f, full_wanted_add(f->s, ids, 3, FULL_BY_FEED, &f->err));
	fixture_ok(f, full_fail(f->s, 1, FULL_HTTP, str_lit("status 404"), CLOCK_NONE, &f->err));
	fixture_ok(f, full_fail(f->s, 2, FULL_HTTP, str_lit("status 404"), CLOCK_NONE, &f->err));
	fixture_ok(f, state_apply(f->s, ids, 3, &read, &changed, &f->err));
	fixture_ok(f, full_wanted_drop(f->s, ids, 3, &f->err));
	fixture_ok(f, state_apply(f->s, ids + 1, 1, &star, &changed, &f->err));
	assert_int_equal(wanted(f, &list), 1);
	assert_int_equal(list[0].post, 2);
	fixture_ok(f, full_wanted_drop(f->s, ids + 1, 1, &f->err));
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	assert_int_equal(wanted(f, &list), 2); /* not the third, of which nothing was ever asked */
	assert_int_equal(list[0].fails, 1);
	assert_false(list[0].is_read);
	fixture_ok(f, full_wanted_drop(f->s, ids, 3, &f->err));
	fixture_ok(f, state_apply(f->s, ids, 1, &read, &changed, &f->err));
	fixture_ok(f, state_apply(f->s, ids, 1, &unread, &changed, &f->err));
	assert_int_equal(wanted(f, &list), 1);
}

static void
the_last_pages_of_a_feed_are_remembered(void **state)
{
	struct fixture *f = *state;
	struct full_look l = { 0 };
	struct full_feed feed;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 12);
	for (int64_t id = 1; id <= 12; id++) {
		struct full_text text = page_text(id <= 4 ? 5 : 900);

		fixture_ok(f, full_store(f->s, id, &text, &f->err));
		fixture_ok(f, full_look_feed(f->s, &l, 1, &feed, &f->err));
		assert_int_equal(feed.pages, id < FULL_FEED_HISTORY ? id : FULL_FEED_HISTORY);
		assert_int_equal(feed.gains, id <= 4 ? 0 : id - 4);
	}
	assert_int_equal(feed.newest, 12);
	assert_true(feed.is_first);
	fixture_ok(f, full_fail(f->s, 1, FULL_LOGIN, str_lit("login"), CLOCK_NONE, &f->err));
	fixture_ok(f, full_fail(f->s, 2, FULL_UNREACHED, str_lit("unreached blog.example"), CLOCK_NONE, &f->err));
	fixture_ok(f, full_look_feed(f->s, &l, 1, &feed, &f->err));
	assert_int_equal(feed.fails, 1);
	fixture_ok(f, full_look_feed(f->s, &l, 2, &feed, &f->err));
	assert_int_equal(feed.pages + feed.gains + feed.fails, 0);
}

static void
a_text_that_is_wanted_waits_until_it_is_there(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(900);
	struct full_wanted *list;
	int64_t ids[] = { 2, 3, 1 };

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 3);
	fixture_ok(f, full_wanted_add(f->s, ids, 3, FULL_BY_FEED, &f->err));
	fixture_ok(f, full_wanted_add(f->s, ids, 1, FULL_BY_RULE, &f->err));
	assert_int_equal(wanted(f, &list), 3);
	assert_int_equal(list[0].post, 3); /* the newest first */
	assert_int_equal(list[1].by, FULL_BY_RULE);
	assert_str(list[0].host, "blog.example");
	fixture_ok(f, full_fail(f->s, 3, FULL_HTTP, str_lit("status 503"), FIXTURE_NOW + 60, &f->err));
	fixture_ok(f, full_store(f->s, 2, &text, &f->err));
	fixture_reopen(f);
	assert_int_equal(wanted(f, &list), 2);
	assert_int_equal(list[0].fails, 1);
	assert_int_equal(list[0].how, FULL_HTTP);
	assert_int_equal(list[0].held_until, FIXTURE_NOW + 60);
	text.how = FULL_PART;
	text.is_part = true;
	text.error = str_lit("part 1 unreached blog.example");
	fixture_ok(f, full_store(f->s, 1, &text, &f->err));
	assert_int_equal(wanted(f, &list), 2); /* it may go on another time */
	fixture_ok(f, full_wanted_drop(f->s, ids, 3, &f->err));
	assert_int_equal(wanted(f, &list), 0);
}

static void
a_post_that_has_changed_wants_its_page_anew(void **state)
{
	struct fixture *f = *state;
	struct full_text text = page_text(900);
	struct post post;
	struct full_wanted *list;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 2);
	fixture_ok(f, full_store(f->s, 1, &text, &f->err));
	post = fixture_post(f, 2);
	fixture_merge_posts(f, 1, &post, 1, "<p>두 번째 글을 고쳤다</p>");
	assert_int_equal(wanted(f, &list), 0);
	post = fixture_post(f, 1);
	fixture_merge_posts(f, 1, &post, 1, "<p>첫 글을 고쳤다</p>");
	assert_int_equal(wanted(f, &list), 1);
	assert_true(list[0].is_anew && list[0].is_there);
	fixture_ok(f, full_store(f->s, 1, &text, &f->err));
	assert_int_equal(wanted(f, &list), 0);
}

static size_t
lines_of_journal(struct fixture *f, const char *part)
{
	struct journal j;
	struct str line;
	int64_t place;
	size_t n = 0;

	fixture_ok(f, journal_open(f->s, &j, &f->err));
	while (journal_next(&j, &line, &place, &f->err) > 0)
		n += str_has(line, part);
	journal_close(&j);
	return n;
}

static void
of_a_first_fetch_only_the_newest_are_unread(void **state)
{
	struct fixture *f = *state;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 5);
	fixture_merge(f, 2, 5);
	assert_int_equal(fixture_count(f, (struct posts_view){ .feed_id = 1, .is_unread = true }), 5);
	assert_int_equal(fixture_count(f, (struct posts_view){ .feed_id = 2, .is_unread = true }), 2);
	fixture_merge(f, 2, 8);
	assert_int_equal(fixture_count(f, (struct posts_view){ .feed_id = 2, .is_unread = true }), 5);
	fixture_ok(f, met_record(f->s, &f->err));
	fixture_ok(f, met_record(f->s, &f->err));
	assert_int_equal(lines_of_journal(f, "\"met\":["), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(posts_that_have_come_are_looked_through_once),
		STORE_TEST(posts_are_ranked_in_their_feed),
		STORE_TEST(a_feed_is_left_when_some_posts_of_it_are_enough),
		STORE_TEST(what_is_read_or_hidden_is_passed_over),
		STORE_TEST(a_page_that_failed_is_wanted_again_with_its_post),
		STORE_TEST(the_last_pages_of_a_feed_are_remembered),
		STORE_TEST(a_text_that_is_wanted_waits_until_it_is_there),
		STORE_TEST(a_post_that_has_changed_wants_its_page_anew),
		STORE_TEST(of_a_first_fetch_only_the_newest_are_unread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
