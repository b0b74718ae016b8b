#include "unit.h"

#include "store/index.h"
#include "store/purge.h"
#include "store_fixture.h"

enum { POSTS = 6 };

static void
change(struct fixture *f, int64_t id, struct state_change change)
{
	fixture_ok(f, state_apply(f->s, &id, 1, &change, NULL, &f->err));
}

/* Posts 1 to 6, all read but 1; 2 starred, 3 tagged. */
static void
setup_posts(struct fixture *f)
{
	static const struct str tags[] = { STR_INIT("ai") };

	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, POSTS);
	for (int64_t id = 2; id <= POSTS; id++)
		change(f, id, (struct state_change){ .read = STATE_ON });
	change(f, 2, (struct state_change){ .star = STATE_ON });
	change(f, 3, (struct state_change){ .add = tags, .n_add = 1 });
}

static int64_t
purge_all(struct fixture *f)
{
	const int64_t ids[] = { 1, 2, 3, 4, 5, 6 };
	int64_t gone = -1;

	fixture_ok(f, purge_run(f->s, ids, POSTS, &gone, &f->err));
	return gone;
}

static void
index_all(struct fixture *f)
{
	bool is_done = false;

	while (!is_done)
		fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
}

static void
what_is_kept_or_unread_is_spared(void **state)
{
	struct fixture *f = *state;
	int64_t ids[] = { 1, 2, 3, 4, 5, 6 };
	size_t n = POSTS;
	struct purge_spared spared;

	setup_posts(f);
	fixture_ok(f, purge_choose(f->s, ids, &n, &spared, &f->err));
	assert_int_equal(n, 3);
	assert_int_equal(ids[0], 6);
	assert_int_equal(ids[2], 4);
	assert_int_equal(spared.starred, 1);
	assert_int_equal(spared.tagged, 1);
	assert_int_equal(spared.unread, 1);
	n = 0;
	fixture_ok(f, purge_choose(f->s, ids, &n, &spared, &f->err));
	assert_int_equal(n, 0);
	assert_int_equal(fixture_find(f, ""), POSTS);
}

static void
what_is_gone_does_not_come_back_with_its_feed(void **state)
{
	struct fixture *f = *state;
	struct merge_count merged;
	struct str text;
	bool is_whole;

	setup_posts(f);
	index_all(f);
	assert_int_equal(purge_all(f), 3);
	assert_int_equal(purge_all(f), 0);
	assert_int_equal(fixture_find(f, "is:all"), 3);
	fixture_ok(f, posts_text(f->s, &f->a, 5, &text, &f->err));
	assert_str(text, "");
	index_all(f);
	fixture_ok(f, index_check(f->s, &is_whole, &f->err));
	assert_true(is_whole);
	merged = fixture_merge(f, 1, POSTS + 1);
	assert_int_equal(merged.added, 1);
	assert_int_equal(merged.same, POSTS);
	assert_int_equal(fixture_find(f, ""), 4);
	fixture_reopen(f);
	fixture_merge(f, 1, POSTS + 1);
	assert_int_equal(fixture_find(f, ""), 4);
}

static int
collect(void *user, struct str line)
{
	(void)buf_add(user, line);
	return buf_putc(user, '\n');
}

static void
delete_cache(struct fixture *f)
{
	fixture_anew(f);
}

static void
the_journal_knows_what_is_gone(void **state)
{
	struct fixture *f = *state;
	struct state_undone done;

	setup_posts(f);
	purge_all(f);
	delete_cache(f);
	fixture_merge(f, 1, POSTS);
	assert_int_equal(fixture_find(f, ""), 3);
	assert_int_equal(fixture_find(f, "is:starred"), 1);
	fixture_ok(f, state_undo(f->s, &done, &f->err)); /* the tag, not the purge */
	assert_string_equal(done.what, "+ai");
	assert_int_equal(fixture_find(f, ""), 3);
	fixture_ok(f, state_undo(f->s, &done, &f->err));
	fixture_ok(f, state_undo(f->s, &done, &f->err)); /* 6 was read once, and is gone */
	assert_int_equal(fixture_find(f, ""), 3);
}

static void
a_dump_takes_it_along_and_deletes_nothing_that_is_there(void **state)
{
	struct fixture *f = *state;
	struct buf lines = { 0 };

	setup_posts(f);
	purge_all(f);
	fixture_ok(f, state_dump(f->s, true, collect, &lines, &f->err));
	store_close(f->s);
	f->s = NULL;
	setenv("XDG_DATA_HOME", fixture_path(f, "other"), 1);
	fixture_open(f, STORE_WRITE);
	fixture_subscribe(f, "https://blog.example/rss\n");
	fixture_merge(f, 1, 4);
	fixture_ok(f, state_restore(f->s, buf_str(&lines), NULL, &f->err));
	assert_int_equal(fixture_find(f, ""), 4); /* the fourth is gone there */
	fixture_merge(f, 1, POSTS);
	assert_int_equal(fixture_find(f, ""), 4); /* and so are those behind it */
	buf_free(&lines);
}

/* A star that a dump brings for a post that is gone here. */
static void
a_star_brings_it_back(void **state)
{
	struct fixture *f = *state;
	struct buf lines = { 0 };

	setup_posts(f);
	change(f, 5, (struct state_change){ .star = STATE_ON });
	fixture_ok(f, state_dump(f->s, true, collect, &lines, &f->err));
	change(f, 5, (struct state_change){ .star = STATE_OFF });
	purge_all(f);
	assert_int_equal(fixture_find(f, ""), 3);
	fixture_ok(f, state_restore(f->s, buf_str(&lines), NULL, &f->err));
	assert_int_equal(fixture_find(f, "is:starred"), 2);
	assert_int_equal(fixture_find(f, "title:5"), 1);
	fixture_merge(f, 1, POSTS);
	assert_int_equal(fixture_find(f, ""), 4);
	buf_free(&lines);
}

static void
another_post_of_the_same_link_and_title_comes(void **state)
{
	struct fixture *f = *state;
	struct post posts[2];
	int64_t gone;
	const int64_t id = 1;

	fixture_subscribe(f, "https://blog.example/rss\n");
	posts[0] = fixture_post(f, 1);
	posts[1] = fixture_post(f, 2);
	posts[0].link = posts[1].link = str_lit("https://blog.example/");
	fixture_merge_posts(f, 1, posts, 1, NULL);
	change(f, 1, (struct state_change){ .read = STATE_ON });
	fixture_ok(f, purge_run(f->s, &id, 1, &gone, &f->err));
	assert_int_equal(gone, 1);
	assert_int_equal(fixture_merge_posts(f, 1, posts, 2, NULL).added, 1);
	assert_int_equal(fixture_find(f, ""), 1);
}

static void
posts_of_feeds_that_are_left_are_found(void **state)
{
	struct fixture *f = *state;
	struct purge_spared spared;
	int64_t *ids;
	size_t n;

	setup_posts(f);
	fixture_ok(f, purge_left(f->s, &ids, &n, &f->err));
	assert_int_equal(n, 0);
	free(ids);
	fixture_subscribe(f, "# none\n");
	fixture_ok(f, purge_left(f->s, &ids, &n, &f->err));
	assert_int_equal(n, POSTS);
	fixture_ok(f, purge_choose(f->s, ids, &n, &spared, &f->err));
	assert_int_equal(n, 3);
	free(ids);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_is_kept_or_unread_is_spared),
		STORE_TEST(what_is_gone_does_not_come_back_with_its_feed),
		STORE_TEST(the_journal_knows_what_is_gone),
		STORE_TEST(a_dump_takes_it_along_and_deletes_nothing_that_is_there),
		STORE_TEST(a_star_brings_it_back),
		STORE_TEST(another_post_of_the_same_link_and_title_comes),
		STORE_TEST(posts_of_feeds_that_are_left_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
