/*
 * A store in a temporary folder, and feeds made up for it.
 */
#ifndef STORE_FIXTURE_H
#define STORE_FIXTURE_H

#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "query/query.h"
#include "store/bulk.h"
#include "store/feeds.h"
#include "store/merge.h"
#include "store/posts.h"
#include "store/state.h"
#include "store/store.h"

enum { FIXTURE_NOW = 1738700000 };

struct fixture {
	char dir[64];
	struct store *s;
	struct arena a;
	struct err err;
	char notice[256];
};

__attribute__((unused)) static void
fixture_ok_at(struct fixture *f, int rc, const char *file, int line)
{
	if (!rc)
		return;
	print_error("%s\n", f->err.text);
	_fail(file, line);
}

#define fixture_ok(f, rc) fixture_ok_at((f), (rc), __FILE__, __LINE__)

__attribute__((unused)) static int
fixture_unlink(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	return at->level ? remove(path) : 0;
}

__attribute__((unused)) static void
fixture_wipe(struct fixture *f)
{
	(void)nftw(f->dir, fixture_unlink, 16, FTW_DEPTH | FTW_PHYS);
}

__attribute__((unused)) static const char *
fixture_path(struct fixture *f, const char *name)
{
	return arena_printf(&f->a, "%s/%s", f->dir, name).p;
}

__attribute__((unused)) static bool
fixture_exists(struct fixture *f, const char *name)
{
	return !access(fixture_path(f, name), F_OK);
}

__attribute__((unused)) static void
fixture_open(struct fixture *f, enum store_mode mode)
{
	fixture_ok(f, store_open(&f->s, mode, f->notice, &f->err));
}

__attribute__((unused)) static void
fixture_reopen(struct fixture *f)
{
	store_close(f->s);
	f->s = NULL;
	fixture_open(f, STORE_CHECK);
}

/* The cache is lost and made anew, for all that the journal knows. */
__attribute__((unused)) static void
fixture_anew(struct fixture *f)
{
	store_close(f->s);
	f->s = NULL;
	assert_int_equal(unlink(fixture_path(f, "data/sosik/sosik.db")), 0);
	fixture_open(f, STORE_WRITE);
}

__attribute__((unused)) static int
fixture_setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	snprintf(f->dir, sizeof f->dir, "/tmp/sosik-unit-XXXXXX");
	if (!mkdtemp(f->dir))
		return -1;
	setenv("XDG_DATA_HOME", fixture_path(f, "data"), 1);
	setenv("XDG_CONFIG_HOME", fixture_path(f, "config"), 1);
	clock_set(FIXTURE_NOW);
	fixture_open(f, STORE_WRITE);
	*state = f;
	return 0;
}

__attribute__((unused)) static int
fixture_teardown(void **state)
{
	struct fixture *f = *state;

	store_close(f->s);
	fixture_wipe(f);
	(void)rmdir(f->dir);
	arena_free(&f->a);
	clock_set(CLOCK_NONE);
	free(f);
	return 0;
}

/* The feeds file, as it is and as it should be. */
__attribute__((unused)) static const char *
fixture_feeds(struct fixture *f)
{
	return fixture_path(f, "config/sosik/feeds");
}

__attribute__((unused)) static void
fixture_write_feeds(struct fixture *f, const char *text)
{
	fixture_ok(f, file_replace(fixture_feeds(f), str_of(text), &f->err));
}

__attribute__((unused)) static void
fixture_assert_feeds(struct fixture *f, const char *want)
{
	struct buf text = { 0 };

	fixture_ok(f, file_read(fixture_feeds(f), 1 << 20, &text, &f->err));
	assert_string_equal(buf_cstr(&text), want);
	buf_free(&text);
}

/* Writes the feeds file and brings the cache in line with it. */
__attribute__((unused)) static void
fixture_subscribe(struct fixture *f, const char *text)
{
	struct subs subs;

	fixture_write_feeds(f, text);
	fixture_ok(f, feeds_take(f->s, &f->a, &subs, &f->err));
	assert_int_equal(subs.n_problems, 0);
}

/* Post i of a feed: one an hour, with id, link, title and text of its number. */
__attribute__((unused)) static struct post
fixture_post(struct fixture *f, int i)
{
	return (struct post){
		.id = arena_printf(&f->a, "g-%d", i), .title = arena_printf(&f->a, "글 %d", i),
		.link = arena_printf(&f->a, "https://blog.example/%d", i),
		.published = FIXTURE_NOW - 1000000 + 3600 * i, .updated = CLOCK_NONE,
	};
}

__attribute__((unused)) static struct merge_count
fixture_merge_posts(struct fixture *f, int64_t feed, const struct post *posts, size_t n, const char *text)
{
	struct feeds_fetch fetch = { .status = 200, .etag = str_lit("\"1\""), .held_until = CLOCK_NONE };
	struct feed values = { .title = str_lit("블로그"), .ttl_min = -1, .updated = CLOCK_NONE };
	struct merge_count count = { 0 };
	struct merge *m;

	fixture_ok(f, merge_begin(f->s, feed, &m, &f->err));
	for (size_t i = 0; i < n; i++) {
		struct merge_post given = { .post = &posts[i], .xhtml = str_of(text), .letters = 4 };

		if (!text)
			given.xhtml = arena_printf(&f->a, "<p>본문 %.*s</p>", STR(str_sub(posts[i].id, 2, posts[i].id.n)));
		given.excerpt = str_lit("요약");
		fixture_ok(f, merge_post(m, &given, &f->err));
	}
	fixture_ok(f, merge_end(m, &values, &fetch, &count, &f->err));
	return count;
}

/* How many posts a view has, or a query finds. */
__attribute__((unused)) static int64_t
fixture_count(struct fixture *f, struct posts_view view)
{
	int64_t n = -1;

	fixture_ok(f, posts_count(f->s, &view, &n, &f->err));
	return n;
}

__attribute__((unused)) static int64_t
fixture_find(struct fixture *f, const char *text)
{
	struct query *query;

	fixture_ok(f, query_parse(&f->a, str_of(text), NULL, &query, &f->err));
	return fixture_count(f, (struct posts_view){ .query = query });
}

/* Posts 1..n of feed. */
__attribute__((unused)) static struct merge_count
fixture_merge(struct fixture *f, int64_t feed, int n)
{
	struct post *posts = arena_new(&f->a, struct post, n);

	for (int i = 0; i < n; i++)
		posts[i] = fixture_post(f, i + 1);
	return fixture_merge_posts(f, feed, posts, (size_t)n, NULL);
}

/* Another name for a tag and all under it, or none where to is empty; done may be NULL. */
__attribute__((unused)) static int
fixture_retag(struct store *s, struct str from, struct str to, struct retag_done *done, struct err *err)
{
	struct bulk b;
	int rc;

	bulk_retag(&b, s, from, to);
	rc = bulk_run(&b, err);
	if (done)
		*done = *retag_done(b.retag);
	bulk_end(&b, NULL);
	return rc;
}

#define STORE_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

#endif
