#include "unit.h"

#include "store/feeds_fetch.h"
#include "store/identity.h"
#include "store_fixture.h"

static size_t
page(struct fixture *f, struct posts_row **rows)
{
	size_t n;

	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, 100, rows, &n, &f->err));
	return n;
}

static void
setup_feed(struct fixture *f)
{
	fixture_subscribe(f, "https://blog.example/rss\n");
}

static void
the_same_feed_again_changes_nothing(void **state)
{
	struct fixture *f = *state;
	struct merge_count count;

	setup_feed(f);
	assert_int_equal(fixture_merge(f, 1, 5).added, 5);
	count = fixture_merge(f, 1, 5);
	assert_int_equal(count.added, 0);
	assert_int_equal(count.changed, 0);
	assert_int_equal(count.same, 5);
}

static void
a_changed_post_keeps_state_and_place(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows, before;
	struct post post;
	int64_t id;

	setup_feed(f);
	fixture_merge(f, 1, 3);
	assert_int_equal(page(f, &rows), 3);
	before = rows[1];
	id = before.id;
	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	post = fixture_post(f, 2);
	post.title = str_lit("고친 글 2");
	post.published += 500000;
	assert_int_equal(fixture_merge_posts(f, 1, &post, 1, "<p>새 본문</p>").changed, 1);
	assert_int_equal(page(f, &rows), 3);
	assert_int_equal(rows[1].id, id);
	assert_str(rows[1].title, "고친 글 2");
	assert_true(rows[1].is_read && rows[1].is_changed);
	assert_true(rows[1].sort == before.sort && rows[1].published == before.published);
}

static void
a_new_guid_with_the_same_link_and_title_is_the_same_post(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[5];

		for (int i = 0; i < 5; i++) {
			posts[i] = fixture_post(f, i);
			posts[i].id = arena_printf(&f->a, "g-%d-%d", i, fetch);
		}
		fixture_merge_posts(f, 1, posts, 5, "<p>x</p>");
	}
	assert_int_equal(page(f, &rows), 5);
}

/* Of posts without id and link the title and the text tell which they are, whatever the feed dates them by. */
static void
a_new_date_makes_no_new_post(void **state)
{
	static const char *const texts[] = { "<p>이번 주에는 대기열을 고쳤습니다.</p>", "<p>지난주와는 다른 일을 했습니다. 색인을 다시 만들었습니다.</p>" };
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++)
		for (int i = 0; i < 2; i++) {
			struct post post = fixture_post(f, i);

			post.id = post.link = STR_NONE;
			post.title = str_lit("주간 소식");
			post.published = fetch == 2 ? CLOCK_NONE : FIXTURE_NOW + fetch * 60 + i;
			fixture_merge_posts(f, 1, &post, 1, texts[i]);
		}
	assert_int_equal(page(f, &rows), 2);
}

static void
a_tracking_parameter_makes_no_new_post(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[10];
		struct merge_count count;

		for (int i = 0; i < 10; i++) {
			posts[i] = fixture_post(f, i);
			posts[i].link = arena_printf(&f->a, "https://blog.example/%d?utm_source=rss&utm_id=%d", i, fetch);
			if (i >= 5)
				posts[i].id = STR_NONE;
		}
		count = fixture_merge_posts(f, 1, posts, 10, "<p>x</p>");
		assert_int_equal(count.changed, 0);
	}
	assert_int_equal(page(f, &rows), 10);
}

static void
an_address_as_id_may_change_as_links_do(void **state)
{
	static const char *const ids[] = { "http://blog.example/%d?utm_id=1", "https://blog.example/%d?utm_id=2", "https://www.blog.example/%d/" };
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[5];

		for (int i = 0; i < 5; i++) {
			posts[i] = fixture_post(f, i);
			posts[i].id = posts[i].link = arena_printf(&f->a, ids[fetch], i);
			posts[i].title = arena_printf(&f->a, "글 %d, %d번째 제목", i, fetch);
			posts[i].published = CLOCK_NONE;
		}
		fixture_merge_posts(f, 1, posts, 5, "<p>x</p>");
	}
	assert_int_equal(page(f, &rows), 5);
}

static void
title_and_date_name_a_post_without_guid_and_link(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[3];

		for (int i = 0; i < 3; i++)
			posts[i] = (struct post){
				.title = arena_printf(&f->a, "맨글 %d", i), .published = i ? FIXTURE_NOW - i : CLOCK_NONE,
				.updated = CLOCK_NONE,
			};
		fixture_merge_posts(f, 1, posts, 3, "<p>x</p>");
	}
	assert_int_equal(page(f, &rows), 3);
}

static void
posts_that_all_link_to_the_homepage_stay_apart(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[4];

		/* A rolling window: another new one at each fetch. */
		for (int i = 0; i < 4; i++) {
			posts[i] = fixture_post(f, i + fetch);
			posts[i].link = str_lit("https://blog.example/");
		}
		fixture_merge_posts(f, 1, posts, 4, "<p>x</p>");
	}
	assert_int_equal(page(f, &rows), 6);
}

static void
one_guid_for_all_is_no_reason_to_lose_posts(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[5];
		struct merge_count count;

		for (int i = 0; i < 5; i++) {
			posts[i] = fixture_post(f, i);
			posts[i].id = str_lit("same");
		}
		count = fixture_merge_posts(f, 1, posts, 5, "<p>x</p>");
		assert_int_equal(count.changed, 0);
	}
	assert_int_equal(page(f, &rows), 5);
}

static void
a_known_post_behind_one_of_its_link_keeps_its_row(void **state)
{
	struct fixture *f = *state;
	struct post posts[2];
	struct posts_row row;
	int64_t id = 1;

	setup_feed(f);
	posts[1] = fixture_post(f, 1);
	fixture_merge_posts(f, 1, &posts[1], 1, "<p>x</p>");
	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .star = STATE_ON }, NULL, &f->err));
	/* A new one of the same link and date comes first: it waits until the known one has been met. */
	posts[0] = posts[1];
	posts[0].id = str_lit("g-new");
	posts[0].title = str_lit("다른 글");
	assert_int_equal(fixture_merge_posts(f, 1, posts, 2, "<p>x</p>").added, 1);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_str(row.title, "글 1");
	assert_true(row.is_starred);
}

static void
an_empty_feed_deletes_nothing(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	fixture_merge(f, 1, 4);
	fixture_merge(f, 1, 0);
	assert_int_equal(page(f, &rows), 4);
}

static void
a_date_in_the_future_is_no_top_place(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;
	struct post posts[2];

	setup_feed(f);
	posts[0] = fixture_post(f, 1);
	posts[0].published = FIXTURE_NOW + 86400 * 365;
	posts[1] = fixture_post(f, 2);
	posts[1].published = CLOCK_NONE;
	fixture_merge_posts(f, 1, posts, 2, "<p>x</p>");
	assert_int_equal(page(f, &rows), 2);
	assert_int_equal(rows[0].sort, FIXTURE_NOW);
	assert_int_equal(rows[1].sort, FIXTURE_NOW);
	assert_true(rows[0].published == CLOCK_NONE);
}

static void
a_date_in_the_future_is_shown_as_given(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows, row;
	struct post posts[3];
	const int64_t far = FIXTURE_NOW + INT64_C(86400) * 365 * 5000;

	setup_feed(f);
	for (int i = 0; i < 3; i++)
		posts[i] = fixture_post(f, i);
	posts[0].published = far;
	posts[1].published = FIXTURE_NOW + 3600; /* a clock or a zone that is wrong */
	posts[2].published = FIXTURE_NOW;
	fixture_merge_posts(f, 1, posts, 3, "<p>x</p>");
	assert_int_equal(page(f, &rows), 3);
	for (int i = 0; i < 3; i++)
		assert_int_equal(rows[i].sort, FIXTURE_NOW);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_int_equal(row.published, far);
	clock_set(FIXTURE_NOW + 100);
	posts[0].title = str_lit("고친 글");
	assert_int_equal(fixture_merge_posts(f, 1, posts, 3, "<p>x</p>").changed, 1);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_int_equal(row.published, far);
	assert_int_equal(row.sort, FIXTURE_NOW);
	/* Newer posts come before it. */
	posts[0] = fixture_post(f, 9);
	posts[0].published = FIXTURE_NOW + 50;
	fixture_merge_posts(f, 1, posts, 1, "<p>y</p>");
	assert_int_equal(page(f, &rows), 4);
	assert_str(rows[0].title, "글 9");
}

static void
a_post_is_as_old_as_its_last_change_where_nothing_else_is_known(void **state)
{
	struct fixture *f = *state;
	struct post post = fixture_post(f, 1);
	struct posts_row row;

	setup_feed(f);
	post.updated = post.published;
	post.published = CLOCK_NONE;
	fixture_merge_posts(f, 1, &post, 1, "<p>x</p>");
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_int_equal(row.published, post.updated);
	assert_int_equal(row.sort, post.updated);
	/* Later changes leave it where it stands. */
	post.updated += 90000;
	fixture_merge_posts(f, 1, &post, 1, "<p>z</p>");
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_int_equal(row.published, post.updated - 90000);
}

static void
what_no_reader_sees_is_no_change(void **state)
{
	static const char *const same[] = { "<p class=\"a\" id=\"b\">본문 글입니다.</p><p>조회 12</p>", "<p id=\"b\" class=\"a\">본문  글입니다.</p>\n<p>조회 13</p>",
		"<p>본문 <a href=\"https://a.example/?utm_id=1\">글입니다</a>.</p><p>조회 1,401</p>" };
	struct fixture *f = *state;
	struct post post = fixture_post(f, 1);
	struct posts_row row;
	struct str text;

	setup_feed(f);
	for (int i = 0; i < 3; i++)
		assert_int_equal(fixture_merge_posts(f, 1, &post, 1, same[i]).changed, 0);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_false(row.is_changed);
	fixture_ok(f, posts_text(f->s, &f->a, 1, &text, &f->err));
	assert_str(text, same[2]); /* it is stored all the same */
	assert_int_equal(fixture_merge_posts(f, 1, &post, 1, "<p>본문 글입니다. 덧붙입니다.</p><p>조회 1</p>").changed, 1);
	assert_int_equal(fixture_merge_posts(f, 1, &post, 1, "<p>본문 글입니다. 덧붙입니다. </p><p>조회 2</p>").changed, 0);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_true(row.is_changed);
}

static void
a_dropped_merge_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	struct post post;
	struct posts_row *rows;
	struct merge *m;

	setup_feed(f);
	post = fixture_post(f, 1);
	fixture_ok(f, merge_begin(f->s, 1, &m, &f->err));
	fixture_ok(f, merge_post(m, &(struct merge_post){ .post = &post }, &f->err));
	merge_drop(m);
	assert_int_equal(page(f, &rows), 0);
	assert_int_equal(fixture_merge(f, 1, 1).added, 1);
}

static void
validators_go_with_the_body_and_errors_are_counted(void **state)
{
	struct fixture *f = *state;
	struct feeds_fetch failed = { .status = 500, .error = str_lit("HTTP 500"), .held_until = FIXTURE_NOW + 60 };
	struct feeds_fetch same = { .status = 304, .held_until = CLOCK_NONE };
	struct feeds_fetch gone = { .status = 410, .error = str_lit("HTTP 410"), .held_until = CLOCK_NONE };
	struct feeds_row feed;

	setup_feed(f);
	fixture_merge(f, 1, 1);
	fixture_ok(f, feeds_fetched(f->s, 1, &failed, &f->err));
	fixture_ok(f, feeds_fetched(f->s, 1, &failed, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.fails, 2);
	assert_str(feed.error, "HTTP 500");
	assert_str(feed.etag, "\"1\"");
	assert_int_equal(feed.held_until, FIXTURE_NOW + 60);
	fixture_ok(f, feeds_fetched(f->s, 1, &same, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.fails, 0);
	assert_str(feed.error, "");
	assert_str(feed.etag, "\"1\"");
	assert_true(feed.held_until == CLOCK_NONE);
	fixture_ok(f, feeds_fetched(f->s, 1, &gone, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.status, FEEDS_GONE);
}

/* When the feed is due after a fetch, in minutes from now. */
static int
due_min(struct fixture *f, struct feeds_fetch fetch)
{
	struct feeds_row feed;

	fixture_ok(f, feeds_fetched(f->s, 1, &fetch, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	return feed.due == CLOCK_NONE ? -1 : (int)(feed.due - FIXTURE_NOW) / 60;
}

static void
a_feed_has_its_next_time(void **state)
{
	const struct feeds_fetch same = { .status = 304, .held_until = CLOCK_NONE };
	const struct feeds_fetch failed = { .status = 500, .error = str_lit("x"), .held_until = CLOCK_NONE };
	struct fixture *f = *state;
	struct feeds_row feed;
	struct feeds_fetch fetch = failed;

	setup_feed(f);
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_true(feed.due == CLOCK_NONE);
	assert_int_equal(due_min(f, same), 57);
	/* Posts an hour apart, the newest of them 270 hours old. */
	fixture_merge(f, 1, 8);
	assert_int_equal(due_min(f, same), 16 * 60 + 46);
	fetch = same;
	fetch.fresh_s = 20 * 3600;
	assert_int_equal(due_min(f, fetch), 20 * 60);
	assert_in_range(due_min(f, failed), 22, 30);
	assert_in_range(due_min(f, failed), 45, 60);
	/* The network's fault: no try at all. */
	fetch = failed;
	fetch.is_excused = true;
	assert_in_range(due_min(f, fetch), 45, 60);
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.fails, 2);
	fetch = failed;
	fetch.held_until = FIXTURE_NOW + 5 * 3600;
	assert_int_equal(due_min(f, fetch), 300);
	/* A 410 at the end of a redirect that is not for good. */
	fetch = (struct feeds_fetch){ .status = 410, .error = str_lit("x"), .held_until = CLOCK_NONE, .is_elsewhere = true };
	(void)due_min(f, fetch);
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.status, FEEDS_ACTIVE);
	assert_int_equal(feed.http, 410);
}

static void
a_permanent_redirect_counts_by_days(void **state)
{
	struct fixture *f = *state;
	struct feeds_fetch fetch = { .status = 304, .moved_to = str_lit("https://new.example/rss"), .held_until = CLOCK_NONE };
	const struct feeds_fetch failed = { .status = 500, .error = str_lit("x"), .held_until = CLOCK_NONE };
	struct feeds_row feed;

	setup_feed(f);
	for (int day = 1; day <= 3; day++) {
		clock_set(FIXTURE_NOW + 86400 * day);
		fixture_ok(f, feeds_fetched(f->s, 1, &fetch, &f->err));
		fixture_ok(f, feeds_fetched(f->s, 1, &fetch, &f->err));
		fixture_ok(f, feeds_fetched(f->s, 1, &failed, &f->err));
		fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
		assert_int_equal(feed.moved_days, day);
		assert_str(feed.moved_to, "https://new.example/rss");
	}
	/* A good fetch that led nowhere, or to another place, begins anew. */
	fetch.moved_to = str_lit("https://newer.example/rss");
	fixture_ok(f, feeds_fetched(f->s, 1, &fetch, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.moved_days, 1);
	fetch.moved_to = STR_NONE;
	fixture_ok(f, feeds_fetched(f->s, 1, &fetch, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_int_equal(feed.moved_days, 0);
	assert_str(feed.moved_to, "");
	clock_set(FIXTURE_NOW);
}

/* Also of those at whose end there is no whole word; what older versions have kept counts as well. */
static void
another_text_has_another_hash(void **state)
{
	static const size_t lengths[] = { 0, 1, 7, 8, 31, 32, 33, 64, 3000, 4001 };
	char bytes[5000];

	(void)state;
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * i >> 3);
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		struct str text = str_new(bytes, lengths[i]);
		uint64_t hash = identity_text(text), older = identity_hash(0, text);

		assert_true(identity_is_text(text, hash) && identity_is_text(text, older));
		assert_true(identity_text(str_new(bytes, text.n + 1)) != hash);
		for (size_t k = 0; k < text.n; k++) {
			bytes[k] ^= '\x80';
			assert_false(identity_is_text(text, hash) || identity_is_text(text, older));
			bytes[k] ^= '\x80';
		}
	}
}

static void
a_feed_without_a_title_is_called_by_its_site(void **state)
{
	struct feed values = { .ttl_min = -1, .updated = CLOCK_NONE };
	struct fixture *f = *state;
	struct feeds_row feed;

	setup_feed(f);
	fixture_ok(f, feeds_fetch_values(f->s, 1, &values, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_str(feed.name, "blog.example/rss");
	values.link = str_lit("https://someone.example/");
	fixture_ok(f, feeds_fetch_values(f->s, 1, &values, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_str(feed.name, "someone.example");
	fixture_subscribe(f, "");
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_str(feed.name, "someone.example");
	values.link = str_lit("a word");
	fixture_ok(f, feeds_fetch_values(f->s, 1, &values, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_str(feed.name, "someone.example");
	values.title = str_lit("누구의 글");
	fixture_ok(f, feeds_fetch_values(f->s, 1, &values, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, 1, &feed, &f->err));
	assert_str(feed.name, "누구의 글");
}

/* A fetch with these posts, in the feed's order. */
static struct merge_count
fetch_posts(struct fixture *f, const struct post *posts, size_t n)
{
	struct merge_post *given = arena_new(&f->a, struct merge_post, n);
	struct merge_count count;
	struct merge *m;

	for (size_t i = 0; i < n; i++)
		given[i] = (struct merge_post){ .post = &posts[i], .xhtml = posts[i].title.n ? arena_printf(&f->a, "<p>%.*s</p>", STR(posts[i].title)) : STR_NONE };
	fixture_ok(f, merge_begin(f->s, 1, &m, &f->err));
	fixture_ok(f, merge_posts(m, given, n, &f->err));
	fixture_ok(f, merge_end(m, NULL, NULL, &count, &f->err));
	return count;
}

/* A feed that numbers its posts from the newest on: the number says nothing. */
static void
a_number_that_goes_on_to_another_post_keeps_both(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[5];

		for (int i = 0; i < 5; i++) {
			posts[i] = fixture_post(f, fetch + 4 - i);
			posts[i].published = FIXTURE_NOW + (fetch + 4 - i) * 86400;
			posts[i].id = arena_printf(&f->a, "%d", i);
		}
		assert_int_equal(fetch_posts(f, posts, 5).added, fetch ? 1 : 5);
	}
	assert_int_equal(page(f, &rows), 7);
}

static void
equal_dates_and_none_are_listed_in_the_order_of_the_feed(void **state)
{
	static const char *const titles[] = { "글 5", "글 4", "글 3", "글 2", "글 1" };
	struct fixture *f = *state;

	setup_feed(f);
	for (int has_date = 0; has_date < 2; has_date++) {
		struct posts_row *rows;
		struct post posts[5];

		/* The newest two come by a later fetch. */
		for (int from = 2; from >= 0; from -= 2) {
			for (int i = 0; i < 5; i++) {
				posts[i] = fixture_post(f, 5 - i + 10 * has_date);
				posts[i].title = str_of(titles[i]);
				posts[i].published = has_date ? FIXTURE_NOW + 10000 : CLOCK_NONE;
			}
			clock_set(FIXTURE_NOW + 20000 * has_date);
			fetch_posts(f, posts + from, (size_t)(5 - from));
		}
		assert_int_equal(page(f, &rows), 5 + 5 * has_date);
		for (int i = 0; i < 5; i++)
			assert_str(rows[i].title, titles[i]);
	}
}

static void
what_stands_twice_in_a_feed_is_taken_as_it_stands_first(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;
	struct post posts[4];

	setup_feed(f);
	for (int i = 0; i < 4; i++) {
		posts[i] = fixture_post(f, i % 2 + 1);
		posts[i].title = arena_printf(&f->a, "%d번째", i + 1);
	}
	posts[3].link = str_lit("https://blog.example/2?utm_source=rss");
	for (int fetch = 0; fetch < 3; fetch++) {
		struct merge_count count = fetch_posts(f, posts, 4);

		assert_int_equal(count.added, fetch ? 0 : 2);
		assert_int_equal(count.changed, 0);
		assert_int_equal(page(f, &rows), 2);
		assert_str(rows[0].title, "2번째");
		assert_str(rows[1].title, "1번째");
	}
}

static void
one_guid_for_all_in_the_order_of_the_feed(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;

	setup_feed(f);
	for (int fetch = 0; fetch < 3; fetch++) {
		struct post posts[7];
		struct merge_count count;

		/* Another new one at the top of each fetch. */
		for (int i = 0; i < 5 + fetch; i++) {
			posts[i] = fixture_post(f, 9 - i + fetch);
			posts[i].id = str_lit("same");
			posts[i].published = CLOCK_NONE;
		}
		count = fetch_posts(f, posts, 5 + (size_t)fetch);
		assert_int_equal(count.added, fetch ? 1 : 5);
		assert_int_equal(count.changed, 0);
	}
	assert_int_equal(page(f, &rows), 7);
	for (int i = 0; i < 7; i++)
		assert_str(rows[i].title, arena_printf(&f->a, "글 %d", 11 - i).p);
}

/* More than are written together; one that has the identity of one before it, written or not, and some without a text among them. */
static void
many_new_posts_have_each_its_own_text(void **state)
{
	enum { MANY = 34 };
	struct fixture *f = *state;
	struct post posts[MANY];
	struct posts_row *rows;
	struct merge_count count;
	struct str text;

	setup_feed(f);
	for (int i = 0; i < MANY; i++) {
		posts[i] = fixture_post(f, MANY - i);
		if (i == 4 || i == 7 || i == 29)
			posts[i].id = str_lit("same");
		if (i % 5 == 1)
			posts[i].title = STR_NONE;
	}
	count = fetch_posts(f, posts, MANY);
	assert_int_equal(count.added, MANY);
	count = fetch_posts(f, posts, MANY);
	assert_int_equal(count.same, MANY);
	assert_int_equal(page(f, &rows), MANY);
	for (int i = 0; i < MANY; i++) {
		fixture_ok(f, posts_text(f->s, &f->a, rows[i].id, &text, &f->err));
		assert_str(rows[i].link, posts[i].link.p);
		assert_str(text, posts[i].title.n ? arena_printf(&f->a, "<p>%.*s</p>", STR(posts[i].title)).p : "");
	}
}

/* Fetches one post after the other, and counts what is there then. */
static size_t
fetch_two(struct fixture *f, struct post one, const char *text, struct post two, const char *other)
{
	struct posts_row *rows;

	setup_feed(f);
	fixture_merge_posts(f, 1, &one, 1, text);
	fixture_merge_posts(f, 1, &two, 1, other);
	return page(f, &rows);
}

static struct post
news(const char *id, const char *link, const char *title, int64_t published)
{
	return (struct post){ .id = str_of(id), .link = str_of(link), .title = str_of(title), .published = published, .updated = CLOCK_NONE };
}

/* 2025-02-05, midnight of Seoul. */
#define DAY INT64_C(1738681200)

static void
one_title_and_day_are_two_posts_when_id_link_and_text_differ(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("t1", "https://blog.example/1", "오늘의 뉴스", DAY), "<p>아침</p>",
	    news("t2", "https://blog.example/2", "오늘의 뉴스", DAY), "<p>저녁</p>"), 2);
}

static void
one_title_and_day_are_two_posts_without_ids_too(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("", "https://blog.example/1", "오늘의 뉴스", DAY), "<p>아침</p>",
	    news("", "https://blog.example/2", "오늘의 뉴스", DAY), "<p>저녁</p>"), 2);
}

static void
one_title_and_day_are_one_post_when_the_text_is_the_same(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("t1", "https://blog.example/1?s=1", "오늘의 뉴스", DAY), "<p>아침</p>",
	    news("t2", "https://blog.example/1?s=2", "오늘의 뉴스", DAY), "<p>아침</p>"), 1);
}

static void
one_title_and_second_are_one_post_without_ids(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("", "https://blog.example/1?s=1", "오늘의 뉴스", DAY + 61), "<p>아침</p>",
	    news("", "https://blog.example/1?s=2", "오늘의 뉴스", DAY + 61), "<p>아침, 고침</p>"), 1);
}

static void
one_link_and_day_are_two_posts_when_id_title_and_text_differ(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("n1", "https://blog.example/notice", "공지 하나", DAY), "<p>첫째</p>",
	    news("n2", "https://blog.example/notice", "공지 둘", DAY), "<p>둘째</p>"), 2);
}

static void
one_link_and_title_are_two_posts_when_id_date_and_text_differ(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("n1", "https://blog.example/", "날씨", DAY + 7), "<p>맑음</p>",
	    news("n2", "https://blog.example/", "날씨", DAY + 86407), "<p>흐림</p>"), 2);
}

static void
two_places_of_one_page_are_two_ids(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(fetch_two(f, news("https://blog.example/5#comment-11", "https://blog.example/5#comment-11", "하나", DAY), "<p>첫째</p>",
	    news("https://blog.example/5#comment-12", "https://blog.example/5#comment-12", "둘", DAY + 9), "<p>둘째</p>"), 2);
}

static void
posts_of_one_link_without_ids_stay_apart(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;
	int64_t id = 1;

	setup_feed(f);
	for (int fetch = 0; fetch < 4; fetch++) {
		struct post posts[4];
		struct merge_count count;

		/* A rolling window, the newest first: another new one at each fetch. */
		for (int i = 0; i < 4; i++) {
			posts[i] = fixture_post(f, 9 - i + fetch);
			posts[i].id = STR_NONE;
			posts[i].link = arena_printf(&f->a, "https://blog.example/log#comment-%d", 9 - i + fetch);
			posts[i].published = fetch % 2 ? posts[i].published : CLOCK_NONE; /* which come and go */
		}
		count = fetch_posts(f, posts, 4);
		assert_int_equal(count.added, fetch ? 1 : 4);
		assert_int_equal(count.changed, 0);
		fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	}
	assert_int_equal(page(f, &rows), 7);
	for (int i = 0; i < 7; i++)
		assert_true(rows[i].is_read == (rows[i].id == 1));
}

static void
a_new_post_before_the_only_one_of_its_link_is_another(void **state)
{
	struct fixture *f = *state;
	struct post posts[2] = { news("", "https://blog.example/notice", "공지 둘", DAY + 86400), news("", "https://blog.example/notice", "공지 하나", DAY) };
	struct posts_row row;

	setup_feed(f);
	fixture_merge_posts(f, 1, &posts[1], 1, "<p>공지 하나</p>");
	assert_int_equal(fixture_merge_posts(f, 1, posts, 2, "<p>공지 하나</p>").added, 1);
	fixture_ok(f, posts_get(f->s, &f->a, 1, &row, &f->err));
	assert_str(row.title, "공지 하나");
	/* Several that come at once are no other form of one that has gone. */
	for (int i = 0; i < 2; i++)
		posts[i] = news("", "https://blog.example/board", i ? "알림 둘" : "알림 셋", DAY + 86400 * (i + 1));
	fixture_merge_posts(f, 1, &(struct post){ .link = posts[0].link, .title = str_lit("알림 하나"), .published = DAY, .updated = CLOCK_NONE }, 1, "<p>알림</p>");
	assert_int_equal(fixture_merge_posts(f, 1, posts, 2, "<p>알림</p>").added, 2);
	/* Alone, a link is what a post without an id is known by. */
	posts[0] = news("", "https://blog.example/other", "제목", DAY);
	fixture_merge_posts(f, 1, posts, 1, "<p>글</p>");
	posts[0] = news("", "https://blog.example/other", "고친 제목", DAY + 7);
	assert_int_equal(fixture_merge_posts(f, 1, posts, 1, "<p>고친 글</p>").changed, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(the_same_feed_again_changes_nothing),
		STORE_TEST(a_changed_post_keeps_state_and_place),
		STORE_TEST(a_new_guid_with_the_same_link_and_title_is_the_same_post),
		STORE_TEST(a_new_date_makes_no_new_post),
		STORE_TEST(a_number_that_goes_on_to_another_post_keeps_both),
		STORE_TEST(a_tracking_parameter_makes_no_new_post),
		STORE_TEST(an_address_as_id_may_change_as_links_do),
		STORE_TEST(title_and_date_name_a_post_without_guid_and_link),
		STORE_TEST(posts_that_all_link_to_the_homepage_stay_apart),
		STORE_TEST(one_guid_for_all_is_no_reason_to_lose_posts),
		STORE_TEST(a_known_post_behind_one_of_its_link_keeps_its_row),
		STORE_TEST(an_empty_feed_deletes_nothing),
		STORE_TEST(a_date_in_the_future_is_no_top_place),
		STORE_TEST(a_date_in_the_future_is_shown_as_given),
		STORE_TEST(a_post_is_as_old_as_its_last_change_where_nothing_else_is_known),
		STORE_TEST(what_no_reader_sees_is_no_change),
		STORE_TEST(a_dropped_merge_leaves_nothing),
		STORE_TEST(equal_dates_and_none_are_listed_in_the_order_of_the_feed),
		STORE_TEST(what_stands_twice_in_a_feed_is_taken_as_it_stands_first),
		STORE_TEST(one_guid_for_all_in_the_order_of_the_feed),
		STORE_TEST(many_new_posts_have_each_its_own_text),
		STORE_TEST(one_title_and_day_are_two_posts_when_id_link_and_text_differ),
		STORE_TEST(one_title_and_day_are_two_posts_without_ids_too),
		STORE_TEST(one_title_and_day_are_one_post_when_the_text_is_the_same),
		STORE_TEST(one_title_and_second_are_one_post_without_ids),
		STORE_TEST(one_link_and_day_are_two_posts_when_id_title_and_text_differ),
		STORE_TEST(one_link_and_title_are_two_posts_when_id_date_and_text_differ),
		STORE_TEST(two_places_of_one_page_are_two_ids),
		STORE_TEST(posts_of_one_link_without_ids_stay_apart),
		STORE_TEST(a_new_post_before_the_only_one_of_its_link_is_another),
		STORE_TEST(validators_go_with_the_body_and_errors_are_counted),
		STORE_TEST(a_feed_has_its_next_time),
		STORE_TEST(a_permanent_redirect_counts_by_days),
		STORE_TEST(a_feed_without_a_title_is_called_by_its_site),
		cmocka_unit_test(another_text_has_another_hash),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
