/*
 * What is known of a feed's posts: a merge that is not given them again must
 * leave what one leaves that is given all of them.
 */
#include "unit.h"

#include "store/purge.h"
#include "store_fixture.h"

enum { FEED_ALL = 1, FEED_KNOWN = 2 };

/* A post of a feed's text. */
struct item {
	int id, link, title, text, date;
};

/* As the worker does it: by all that the post says. */
static uint64_t
hash_of(const struct source *source, const struct item *item)
{
	struct siphash h;

	siphash_init(&h, source->key);
	siphash_add(&h, str_new((const char *)item, sizeof *item));
	return siphash_end(h) >> 1;
}

static const struct source_post *
find_known(const struct source *source, uint64_t hash)
{
	for (size_t i = 0; i < source->n; i++)
		if (source->posts[i].hash == hash)
			return &source->posts[i];
	return NULL;
}

static struct merge_post
make(struct fixture *f, const struct item *item)
{
	struct post *post = arena_new(&f->a, struct post, 1);

	*post = (struct post){ .published = FIXTURE_NOW - 2000000 + item->date, .updated = CLOCK_NONE };
	if (item->id)
		post->id = arena_printf(&f->a, "g-%d", item->id);
	if (item->link)
		post->link = arena_printf(&f->a, "https://blog.example/%d", item->link);
	post->title = arena_printf(&f->a, "글 %d", item->title);
	return (struct merge_post){ .post = post, .xhtml = arena_printf(&f->a, "<p>본문 %d</p>", item->text), .letters = 4 };
}

/* One fetch; *is_asked_again: its validators were not kept. */
static struct merge_count
fetch(struct fixture *f, int64_t feed, struct source *source, const struct item *items, size_t n, bool *is_asked_again)
{
	struct feeds_fetch fetch = { .status = 200, .etag = str_lit("\"1\""), .held_until = CLOCK_NONE };
	struct feed values = { .title = str_lit("블로그"), .ttl_min = -1, .updated = CLOCK_NONE };
	struct merge_post *posts = arena_new(&f->a, struct merge_post, n + 1);
	struct merge_count count = { 0 };
	struct feeds_row row;
	struct merge *m;

	for (size_t i = 0; i < n; i++) {
		uint64_t hash = hash_of(source, &items[i]);
		const struct source_post *known = find_known(source, hash);

		posts[i] = known ? (struct merge_post){ .known = known } : make(f, &items[i]);
		posts[i].source = known ? 0 : hash;
		posts[i].place = i;
	}
	fixture_ok(f, merge_begin(f->s, feed, &m, &f->err));
	if (source->has_key)
		fixture_ok(f, merge_source(m, source, &f->err));
	fixture_ok(f, merge_posts(m, posts, n, &f->err));
	fixture_ok(f, merge_end(m, &values, &fetch, &count, &f->err));
	fixture_ok(f, feeds_get(f->s, &f->a, feed, &row, &f->err));
	*is_asked_again = !row.etag.n;
	return count;
}

/* With what is known of it; once more where that was unclear. */
static struct merge_count
fetch_known(struct fixture *f, const struct item *items, size_t n)
{
	struct source source;
	struct merge_count count;
	bool is_asked_again;

	fixture_ok(f, source_get(f->s, &f->a, FEED_KNOWN, &source, &f->err));
	count = fetch(f, FEED_KNOWN, &source, items, n, &is_asked_again);
	if (!is_asked_again)
		return count;
	fixture_ok(f, source_get(f->s, &f->a, FEED_KNOWN, &source, &f->err));
	assert_true(source.is_new);
	(void)fetch(f, FEED_KNOWN, &source, items, n, &is_asked_again);
	assert_false(is_asked_again);
	return count;
}

static struct merge_count
fetch_all(struct fixture *f, const struct item *items, size_t n)
{
	struct source none = { 0 };
	bool is_asked_again;

	return fetch(f, FEED_ALL, &none, items, n, &is_asked_again);
}

static size_t
known(struct fixture *f)
{
	struct source source;

	fixture_ok(f, source_get(f->s, &f->a, FEED_KNOWN, &source, &f->err));
	return source.n;
}

static int
by_text(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	return strcmp(x->p, y->p);
}

/* The posts of a feed with their texts; in no order of theirs, which differs where one was found out later. */
static struct str
content(struct fixture *f, int64_t feed)
{
	struct posts_row *rows;
	struct str text, *lines;
	struct buf all = { 0 };
	size_t n;

	fixture_ok(f, posts_page(f->s, &f->a, &(struct posts_view){ .feed_id = feed }, NULL, POSTS_OLDER, 1000, &rows, &n, &f->err));
	lines = arena_new(&f->a, struct str, n + 1);
	for (size_t i = 0; i < n; i++) {
		fixture_ok(f, posts_text(f->s, &f->a, rows[i].id, &text, &f->err));
		lines[i] = arena_printf(&f->a, "%.*s|%.*s|%.*s\n", STR(rows[i].title), STR(rows[i].link), STR(text));
	}
	qsort(lines, n, sizeof *lines, by_text);
	for (size_t i = 0; i < n; i++)
		buf_add(&all, lines[i]);
	text = arena_dup(&f->a, buf_str(&all));
	buf_free(&all);
	return text;
}

static void
setup_feeds(struct fixture *f)
{
	fixture_subscribe(f, "https://all.example/rss\nhttps://known.example/rss\n");
}

static void
what_is_known_is_the_same(void **state)
{
	struct fixture *f = *state;
	struct item items[] = { { 1, 1, 1, 1, 1 }, { 2, 2, 2, 2, 2 }, { 3, 3, 3, 3, 3 } };
	struct merge_count count;

	setup_feeds(f);
	assert_int_equal(fetch_known(f, items, 3).added, 3);
	assert_int_equal(known(f), 3);
	assert_int_equal(fetch_known(f, items, 3).same, 3);
	items[1].text = 9;
	count = fetch_known(f, items, 3);
	assert_int_equal(count.changed, 1);
	assert_int_equal(count.same, 2);
	assert_int_equal(known(f), 3);
	assert_int_equal(fetch_known(f, items, 3).same, 3);
	assert_int_equal(fetch_known(f, items, 1).same, 1);
	assert_int_equal(known(f), 1);
	assert_int_equal(fetch_known(f, items, 0).same, 0);
	assert_int_equal(known(f), 1);
}

static void
one_that_stands_twice_is_known_twice(void **state)
{
	struct fixture *f = *state;
	const struct item items[] = { { 1, 1, 1, 2, 1 }, { 1, 1, 1, 1, 1 }, { 2, 2, 2, 2, 2 }, { 2, 2, 2, 2, 2 } };

	setup_feeds(f);
	assert_int_equal(fetch_known(f, items, 4).added, 2);
	assert_int_equal(known(f), 3);
	assert_int_equal(fetch_known(f, items, 4).same, 4);
	assert_int_equal(known(f), 3);
}

static void
a_changed_copy_before_a_known_post_takes_its_row(void **state)
{
	struct fixture *f = *state;
	const struct item items[] = { { 1, 1, 1, 2, 1 }, { 1, 1, 1, 1, 1 } };

	setup_feeds(f);
	fetch_known(f, &items[1], 1);
	assert_int_equal(fetch_known(f, items, 2).changed, 1);
	assert_str(content(f, FEED_KNOWN), "글 1|https://blog.example/1|<p>본문 2</p>\n");
	assert_int_equal(fetch_known(f, items, 2).same, 2);
}

static void
what_was_purged_is_not_known(void **state)
{
	struct fixture *f = *state;
	const struct item items[] = { { 1, 1, 1, 1, 1 }, { 2, 2, 2, 2, 2 } };
	int64_t gone, id = 1;

	setup_feeds(f);
	fetch_known(f, items, 2);
	fixture_ok(f, state_apply(f->s, &id, 1, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	fixture_ok(f, purge_run(f->s, &id, 1, &gone, &f->err));
	assert_int_equal(gone, 1);
	assert_int_equal(known(f), 0);
	assert_int_equal(fetch_known(f, items, 2).same, 2);
	assert_int_equal(known(f), 2);
}

static void
what_was_dropped_meanwhile_is_not_put_back(void **state)
{
	struct fixture *f = *state;
	const struct item items[] = { { 1, 1, 1, 1, 1 }, { 2, 2, 2, 2, 2 } };
	struct source source;
	bool is_asked_again;

	setup_feeds(f);
	fetch_known(f, items, 2);
	fixture_ok(f, source_get(f->s, &f->a, FEED_KNOWN, &source, &f->err));
	fixture_ok(f, source_set(f->s, FEED_KNOWN, NULL, &f->err));
	assert_int_equal(fetch(f, FEED_KNOWN, &source, items, 2, &is_asked_again).same, 2);
	assert_int_equal(known(f), 0);
}

static void
a_body_is_known_by_its_bytes_address_and_type(void **state)
{
	struct fixture *f = *state;
	struct str body = str_lit("<rss/>"), url = str_lit("https://a.example/"), type = str_lit("text/xml");
	struct source source, other;
	uint64_t hash;

	setup_feeds(f);
	fixture_ok(f, source_get(f->s, &f->a, FEED_KNOWN, &source, &f->err));
	fixture_ok(f, source_get(f->s, &f->a, FEED_ALL, &other, &f->err));
	hash = source_body(&source, body, url, type);
	assert_true(hash == source_body(&source, body, url, type));
	assert_true(hash != source_body(&source, str_lit("<rss />"), url, type));
	assert_true(hash != source_body(&source, body, str_lit("https://b.example/"), type));
	assert_true(hash != source_body(&source, body, url, str_lit("text/html")));
	assert_true(hash != source_body(&other, body, url, type));
	source.body = hash;
	fixture_ok(f, source_set(f->s, FEED_KNOWN, &source, &f->err));
	fixture_ok(f, source_get(f->s, &f->a, FEED_KNOWN, &source, &f->err));
	assert_true(source.body == hash && !source.n && !source.is_new);
}

static unsigned
random_below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % n;
}

/* What blogs do between two fetches. */
static size_t
change(unsigned *seed, struct item *items, size_t n, size_t max)
{
	struct item *at = n ? &items[random_below(seed, (unsigned)n)] : NULL;
	int fresh = 100 + (int)random_below(seed, 1000000);

	switch (at ? random_below(seed, 8) : 0) {
	case 0:
	case 1: /* a new post comes first, the oldest goes */
		n = n < max ? n + 1 : n;
		memmove(items + 1, items, (n - 1) * sizeof *items);
		items[0] = (struct item){ fresh, fresh, fresh, fresh, fresh };
		break;
	case 2: at->text = fresh; break;
	case 3: at->title = fresh; break;
	case 4: at->id = fresh; break;
	case 5: at->link = fresh; break;
	case 6: at->id = 0; break;
	default: *at = items[--n]; break;
	}
	return n;
}

static void
any_fetches_leave_what_they_left_without(void **state)
{
	enum { ROUNDS = 40, FETCHES = 12, MAX = 8 };
	struct fixture *f = *state;

	for (unsigned round = 1; round <= ROUNDS; round++) {
		struct item items[MAX];
		unsigned seed = round;
		size_t n = 0;

		setup_feeds(f);
		for (int i = 0; i < FETCHES; i++) {
			struct str want;

			for (unsigned k = random_below(&seed, 2) + 1; k; k--)
				n = change(&seed, items, n, MAX);
			fetch_all(f, items, n);
			fetch_known(f, items, n);
			want = content(f, FEED_ALL);
			if (!str_eq(want, content(f, FEED_KNOWN)))
				print_message("round %u, fetch %d\n", round, i);
			assert_str(content(f, FEED_KNOWN), want.p);
		}
		fixture_teardown(state);
		fixture_setup(state);
		f = *state;
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_is_known_is_the_same),
		STORE_TEST(one_that_stands_twice_is_known_twice),
		STORE_TEST(a_changed_copy_before_a_known_post_takes_its_row),
		STORE_TEST(what_was_purged_is_not_known),
		STORE_TEST(what_was_dropped_meanwhile_is_not_put_back),
		STORE_TEST(a_body_is_known_by_its_bytes_address_and_type),
		STORE_TEST(any_fetches_leave_what_they_left_without),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
