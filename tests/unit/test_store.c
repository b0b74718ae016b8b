#include "unit.h"

#include "store_fixture.h"

static void
an_absent_cache_is_an_empty_one(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;
	size_t n;

	store_close(f->s);
	f->s = NULL;
	fixture_wipe(f);
	fixture_open(f, STORE_READ);
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, 10, &rows, &n, &f->err));
	assert_int_equal(n, 0);
	assert_false(fixture_exists(f, "data/sosik"));
}

static void
a_merged_post_is_listed(void **state)
{
	struct fixture *f = *state;
	struct posts_row *rows;
	struct str text;
	size_t n;

	fixture_subscribe(f, "https://blog.example/rss name=\"지식 나무\" #ai\n");
	fixture_merge(f, 1, 3);
	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, 10, &rows, &n, &f->err));
	assert_int_equal(n, 3);
	assert_str(rows[0].title, "글 3");
	assert_str(rows[0].feed_name, "지식 나무");
	assert_str(rows[0].link, "https://blog.example/3");
	assert_false(rows[0].is_read);
	assert_true(rows[0].has_text);
	fixture_ok(f, posts_text(f->s, &f->a, rows[0].id, &text, &f->err));
	assert_str(text, "<p>본문 3</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(an_absent_cache_is_an_empty_one),
		STORE_TEST(a_merged_post_is_listed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
