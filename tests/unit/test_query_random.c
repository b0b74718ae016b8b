#include "unit.h"

#include "store_fixture.h"

#include "base/buf.h"
#include "query/query.h"
#include "store/hits.h"
#include "store/index.h"

enum { POSTS = 60, TREES = 1500, DEPTH = 4 };

static const char *const words[] = { "서버", "배포", "장애", "커널", "docker", "redis" };
static const char *const tags[] = { "ai", "언어/rust", "언어/go", "보류" };

enum { WORDS = sizeof words / sizeof *words, TAGS = sizeof tags / sizeof *tags };

/* What is true of a post, told apart from the store. */
struct truth {
	unsigned title, body, tags; /* bits of the tables above */
	bool is_read, is_starred, is_hidden;
	int64_t sort;
};

static unsigned
next(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static void
add_words(struct buf *out, unsigned bits)
{
	for (int i = 0; i < WORDS; i++)
		if (bits & 1u << i)
			(void)buf_printf(out, " %s", words[i]);
}

/* ---- the tree as text */

static void tell(struct buf *out, const struct query *q);

static void
tell_parts(struct buf *out, const struct query *q, const char *between)
{
	(void)buf_puts(out, "(");
	for (size_t i = 0; i < q->n; i++) {
		(void)buf_puts(out, i ? between : "");
		tell(out, q->parts[i]);
	}
	(void)buf_puts(out, ")");
}

static void
tell_text(struct buf *out, const struct query *q)
{
	static const char *const columns[] = { "", "title:", "author:", "", "section:", [QUERY_IN_BODY] = "body:" };

	(void)buf_printf(out, q->is_phrase ? "%s\"%.*s\"" : "%s%.*s", columns[q->columns], STR(q->text));
}

static void
tell(struct buf *out, const struct query *q)
{
	static const char *const states[] = { "unread", "읽음", "starred", "숨김", "changed", "all", "full", "failed", "tagged" };

	switch (q->kind) {
	case QUERY_AND:
		tell_parts(out, q, q->n % 2 ? " " : " and ");
		break;
	case QUERY_OR:
		tell_parts(out, q, q->n % 2 ? " or " : " 또는 ");
		break;
	case QUERY_NOT:
		(void)buf_puts(out, q->parts[0]->kind == QUERY_TEXT ? "not " : "-");
		tell(out, q->parts[0]);
		break;
	case QUERY_TEXT:
		tell_text(out, q);
		break;
	case QUERY_TAG:
		(void)buf_printf(out, "tag:%.*s", STR(q->text));
		break;
	case QUERY_IS:
		(void)buf_printf(out, "is:%s", states[q->code]);
		break;
	case QUERY_ID:
		(void)buf_printf(out, "id:%lld..%lld", (long long)q->from, (long long)q->to);
		break;
	case QUERY_DATE:
		(void)buf_puts(out, "date:");
		for (int i = 0; i < 2; i++) {
			struct tm tm;

			clock_utc(i ? q->to : q->from, &tm);
			(void)buf_printf(out, "%s%04d-%02d-%02dT%02d:%02d:%02dZ", i ? ".." : "", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
				tm.tm_hour, tm.tm_min, tm.tm_sec);
		}
		break;
	default:
		fail();
	}
}

/* ---- random trees */

static struct query *
leaf(struct arena *a, unsigned *seed)
{
	static const unsigned columns[] = { 0, 0, QUERY_IN_TITLE, QUERY_IN_BODY };
	static const int states[] = { QUERY_UNREAD, QUERY_READ, QUERY_STARRED, QUERY_TAGGED };
	static const char *const patterns[] = { "ai", "언어/*", "언어/go", "*", "보류", "없음", "#" };
	struct query *q = arena_new(a, struct query, 1);
	unsigned which = next(seed, 10);

	if (which < 5) {
		q->kind = QUERY_TEXT;
		q->text = str_of(words[next(seed, WORDS)]);
		q->columns = columns[next(seed, 4)];
		q->is_phrase = next(seed, 4) == 0;
	} else if (which < 7) {
		q->kind = QUERY_TAG;
		q->text = str_of(patterns[next(seed, 6)]);
	} else if (which < 8) {
		q->kind = QUERY_IS;
		q->code = states[next(seed, 4)];
	} else if (which < 9) {
		q->kind = QUERY_ID;
		q->from = 1 + next(seed, POSTS);
		q->to = q->from + next(seed, 20);
	} else {
		q->kind = QUERY_DATE;
		q->from = FIXTURE_NOW - 1000000 + 3600 * (int64_t)next(seed, POSTS);
		q->to = q->from + 3600 * (int64_t)next(seed, 20);
	}
	return q;
}

static struct query *
tree(struct arena *a, unsigned *seed, int depth)
{
	struct query *parts[4], *q;
	unsigned which = depth ? next(seed, 8) : 0, n = 2 + next(seed, 3);

	if (which < 3)
		return leaf(a, seed);
	if (which == 3) {
		q = arena_new(a, struct query, 1);
		q->kind = QUERY_NOT;
		q->n = 1;
		q->parts = arena_new(a, struct query *, 1);
		do
			q->parts[0] = tree(a, seed, depth - 1);
		while (q->parts[0]->kind == QUERY_NOT);
		return q;
	}
	for (unsigned i = 0; i < n; i++)
		parts[i] = tree(a, seed, depth - 1);
	return query_join(a, which % 2 ? QUERY_AND : QUERY_OR, parts, n);
}

static bool
is_same(const struct query *a, const struct query *b)
{
	if (a->kind != b->kind || a->n != b->n || !str_eq(a->text, b->text) || a->columns != b->columns ||
	    a->is_phrase != b->is_phrase || a->code != b->code || a->from != b->from || a->to != b->to)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!is_same(a->parts[i], b->parts[i]))
			return false;
	return true;
}

/* ---- what is true */

static bool
has_tag(const struct truth *t, struct str pattern)
{
	for (int i = 0; i < TAGS; i++) {
		if (!(t->tags & 1u << i))
			continue;
		if (str_is(pattern, "*") || str_is(pattern, tags[i]))
			return true;
		if (str_is(pattern, "언어/*") && str_starts(str_of(tags[i]), "언어/"))
			return true;
	}
	return false;
}

static bool
has_word(const struct truth *t, const struct query *q)
{
	unsigned in = q->columns == QUERY_IN_TITLE ? t->title : q->columns == QUERY_IN_BODY ? t->body : t->title | t->body;

	for (int i = 0; i < WORDS; i++)
		if (in & 1u << i && str_is(q->text, words[i]))
			return true;
	return false;
}

static bool
is_true(const struct truth *t, int64_t id, const struct query *q)
{
	bool is = q->kind != QUERY_OR;

	switch (q->kind) {
	case QUERY_AND:
	case QUERY_OR:
		for (size_t i = 0; i < q->n; i++)
			if (is_true(t, id, q->parts[i]) != is)
				return !is;
		return is;
	case QUERY_NOT:
		return !is_true(t, id, q->parts[0]);
	case QUERY_TEXT:
		return has_word(t, q);
	case QUERY_TAG:
		return has_tag(t, q->text);
	case QUERY_ID:
		return id >= q->from && id <= q->to;
	case QUERY_DATE:
		return t->sort >= q->from && t->sort <= q->to;
	case QUERY_IS:
		return q->code == QUERY_UNREAD ? !t->is_read : q->code == QUERY_READ ? t->is_read : q->code == QUERY_STARRED ?
			t->is_starred : t->tags != 0;
	default:
		fail();
		return false;
	}
}

/* Posts of random words and states; half of them wait for the index. */
static void
fill(struct fixture *f, struct truth *all, unsigned *seed)
{
	fixture_subscribe(f, "https://blog.example/rss\n");
	for (int i = 1; i <= POSTS; i++) {
		struct truth *t = &all[i];
		struct post post = fixture_post(f, i);
		struct buf title = { 0 }, body = { 0 };
		struct str names[TAGS];
		struct state_change change = { .add = names };
		int64_t id = i;

		*t = (struct truth){ .title = next(seed, 1 << WORDS) & next(seed, 1 << WORDS), .body = next(seed, 1 << WORDS) & next(seed, 1 << WORDS),
			.tags = next(seed, 1 << TAGS) & next(seed, 1 << TAGS), .is_read = next(seed, 2), .is_starred = next(seed, 3) == 0,
			.is_hidden = next(seed, 5) == 0, .sort = post.published };
		(void)buf_puts(&title, "글");
		add_words(&title, t->title);
		(void)buf_puts(&body, "<article><p>본문");
		add_words(&body, t->body);
		(void)buf_puts(&body, "</p></article>");
		post.title = arena_dup(&f->a, buf_str(&title));
		fixture_merge_posts(f, 1, &post, 1, arena_dup(&f->a, buf_str(&body)).p);
		for (int k = 0; k < TAGS; k++)
			if (t->tags & 1u << k)
				names[change.n_add++] = str_of(tags[k]);
		change.read = t->is_read ? STATE_ON : STATE_OFF;
		change.star = t->is_starred ? STATE_ON : STATE_OFF;
		change.hide = t->is_hidden ? STATE_ON : STATE_OFF;
		fixture_ok(f, state_apply(f->s, &id, 1, &change, NULL, &f->err));
		buf_free(&title);
		buf_free(&body);
		if (i == POSTS / 2)
			for (bool is_done = false; !is_done;)
				fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
	}
}

static void
assert_finds(struct fixture *f, const struct truth *all, const struct query *q, bool with_hidden, const char *text)
{
	struct posts_view view = { .query = q };
	int64_t *ids, count = -1;
	size_t n, at = 0;

	fixture_ok(f, posts_ids(f->s, &view, &ids, &n, &f->err));
	fixture_ok(f, posts_count(f->s, &view, &count, &f->err));
	for (int64_t id = POSTS; id > 0; id--) {
		bool is = (with_hidden || !all[id].is_hidden) && is_true(&all[id], id, q);

		if (is != (at < n && ids[at] == id)) {
			print_error("%s: post %lld should %sbe found\n", text, (long long)id, is ? "" : "not ");
			fail();
		}
		at += is;
	}
	assert_int_equal(at, n);
	assert_int_equal(count, n);
	free(ids);
}

/* The ranked search finds the same, each post once. */
static void
assert_hits(struct fixture *f, struct arena *a, const struct truth *all, const struct query *q, const char *text)
{
	struct posts_view view = { .query = q };
	int found[POSTS + 1] = { 0 };
	struct hits hits;
	bool has_any;

	fixture_ok(f, hits_find(f->s, a, &view, &hits, &f->err));
	fixture_ok(f, hits_any(f->s, &view, &has_any, &f->err));
	for (size_t i = 0; i < hits.n; i++)
		found[hits.v[i].id]++;
	for (int64_t id = POSTS; id > 0; id--) {
		int wanted = !all[id].is_hidden && is_true(&all[id], id, q);

		if (found[id] != wanted)
			print_error("%s: post %lld is a hit %d times, not %d\n", text, (long long)id, found[id], wanted);
		assert_int_equal(found[id], wanted);
	}
	assert_int_equal(has_any, hits.n > 0);
}

static void
what_is_printed_and_read_again_is_the_same_and_finds_what_is_true(void **state)
{
	struct fixture *f = *state;
	struct truth all[POSTS + 1];
	unsigned seed = 20250205;

	fill(f, all, &seed);
	for (int i = 0; i < TREES; i++) {
		struct arena a = { 0 };
		struct buf text = { 0 };
		struct query *made = tree(&a, &seed, DEPTH), *got, *wide;

		tell(&text, made);
		fixture_ok(f, query_parse(&a, buf_str(&text), NULL, &got, &f->err));
		if (!is_same(made, got)) {
			print_error("another tree: %s\n", buf_cstr(&text));
			fail();
		}
		assert_finds(f, all, got, false, buf_cstr(&text));
		assert_hits(f, &a, all, got, buf_cstr(&text));
		fixture_ok(f, query_parse(&a, str_lit("is:all"), NULL, &wide, &f->err));
		if (i % 10 == 0) {
			struct posts_view view = { .query = query_and(&a, wide, got) };
			int64_t n, wanted = 0;

			for (int64_t id = 1; id <= POSTS; id++)
				wanted += is_true(&all[id], id, got);
			fixture_ok(f, posts_count(f->s, &view, &n, &f->err));
			assert_int_equal(n, wanted);
		}
		buf_free(&text);
		arena_free(&a);
	}
}

/* Whatever is typed is a query that can be run, or an error in words. */
static void
anything_typed_is_a_query_or_an_error(void **state)
{
	static const char *const pieces[] = {
		"(", ")", "\"", "“", "”", "-", "not ", "and ", " or ", "또는 ", " ", "title:", "tag:", "is:", "has:", "date:", "after:", "len:", "id:",
		"lang:", "site:", "feed:", "section:", "제목：", "#", "*", "?", "[", "%", "_", "\\", "'", "..", "~", ",", ">", "<", "=", "가", "서버",
		"ㅅㄴ", "인ㄱ", "c++", "a", "7d", "2025-02", "5m", "unread", "안 읽음", "숨김", "code", "ko", "velog", "own", "17", "（", "）", "：", "^", "{",
		"}", "+", ";", "NEAR", "\x01", "\x7f", "\xe1\x84\x80\xe1\x85\xa1", "\xf0\x9f\x98\x80", "9999999999999999999", "韓", "99999y",
	};
	struct fixture *f = *state;
	struct truth all[POSTS + 1];
	unsigned seed = 7;
	int n_good = 0;

	fill(f, all, &seed);
	for (int i = 0; i < 3000; i++) {
		struct arena a = { 0 };
		struct buf text = { 0 };
		struct query *q;

		for (unsigned n = 1 + next(&seed, 8); n; n--)
			(void)buf_puts(&text, pieces[next(&seed, sizeof pieces / sizeof *pieces)]);
		if (next(&seed, 8) == 0)
			(void)buf_putc(&text, (char)next(&seed, 256));
		if (!query_parse(&a, buf_str(&text), NULL, &q, &f->err)) {
			struct posts_view view = { .query = q, .is_folded = true };
			struct posts_row *rows;
			size_t n;
			int rc = posts_page(f->s, &a, &view, NULL, POSTS_OLDER, 5, &rows, &n, &f->err);

			if (rc < 0)
				print_error("%s\n", buf_cstr(&text));
			fixture_ok(f, rc);
			n_good++;
		} else {
			assert_int_equal(f->err.code, ERR_USAGE);
		}
		buf_free(&text);
		arena_free(&a);
	}
	assert_true(n_good > 300);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(what_is_printed_and_read_again_is_the_same_and_finds_what_is_true),
		STORE_TEST(anything_typed_is_a_query_or_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
