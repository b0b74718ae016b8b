#include "unit.h"

#include "store/hits.h"
#include "store/index.h"
#include "store_fixture.h"
#include "text/find_match.h"

/*
 * Words of one syllable, and those that end in one behind a Latin word or a
 * number: the index finds exactly the posts that a look at every text does.
 */

enum { POSTS = 60 };

static const char *const pieces[] = {
	"숲", "소나무", "숲길", "나무", "韓", "韓美", "日", "高", "2025년", "5월", "AI", "AI가", "C++", "C++로", "API숲", "カメラ", "ｶ", "ﾠ", "ㅋㅋ",
	"\u1112\u1161\u11ab", ",", "\u3400", "\U00020000", "년", "가",
};

static const char *const queries[] = {
	"숲", "소", "나", "무", "길", "韓", "한", "국", "미", "日", "일", "高", "고", "년", "월", "가", "로", "カ", "メ", "ラ", "ㅋ", "ㅅ", "ㄴ", "없",
	"\u3400", "\U00020000", "2025년", "5월", "2025가", "AI가", "ai숲", "C++로", "C로", "API숲", "나무 숲", "숲 -나", "소 or 년", "\"AI 가\"",
	"title:숲", "title:한", "title:ㅅ", "title:2025년", "title:AI가", "body:숲", "body:년", "-숲", "숲 is:unread",
};

static unsigned
random_below(unsigned *seed, unsigned n)
{
	*seed = *seed * 1103515245 + 12345;
	return (*seed >> 16) % n;
}

static struct str
random_text(struct arena *a, unsigned *seed)
{
	static const char *const between[] = { "", " ", ", " };
	struct str text = STR_NONE;

	for (unsigned n = 1 + random_below(seed, 6); n; n--)
		text = arena_printf(a, "%.*s%s%s", STR(text), between[random_below(seed, 3)], pieces[random_below(seed, sizeof pieces / sizeof *pieces)]);
	return text;
}

static bool
has_leaf(struct arena *a, const struct query *leaf, struct str title, struct str text)
{
	struct find_match match = { 0 };
	struct find_match_span *spans;

	hits_match(a, leaf, &match);
	return find_match_spans(a, &match, title, FIND_MATCH_TITLE, &spans) || find_match_spans(a, &match, text, FIND_MATCH_BODY, &spans);
}

/* By the texts alone. */
static bool
has(struct arena *a, const struct query *query, struct str title, struct str text)
{
	bool is_any = false, is_all = true;

	if (query->kind == QUERY_TEXT)
		return has_leaf(a, query, title, text);
	if (query->kind == QUERY_NOT)
		return !has(a, query->parts[0], title, text);
	for (size_t i = 0; i < query->n; i++) {
		bool is = has(a, query->parts[i], title, text);

		is_any |= is;
		is_all &= is;
	}
	return query->kind == QUERY_OR ? is_any : is_all;
}

/* Posts by their numbers, which are those of the texts. */
struct set {
	bool has[POSTS + 1];
};

static struct set
ranked(struct fixture *f, const struct posts_view *view)
{
	struct set set = { { false } };
	struct hits hits;

	fixture_ok(f, hits_find(f->s, &f->a, view, &hits, &f->err));
	for (size_t i = 0; i < hits.n; i++) {
		assert_false(set.has[hits.v[i].id]);
		set.has[hits.v[i].id] = true;
	}
	return set;
}

static struct set
listed(struct fixture *f, const struct posts_view *view)
{
	struct set set = { { false } };
	struct posts_row *rows;
	size_t n;

	fixture_ok(f, posts_page(f->s, &f->a, view, NULL, POSTS_OLDER, POSTS, &rows, &n, &f->err));
	for (size_t i = 0; i < n; i++)
		set.has[rows[i].id] = true;
	return set;
}

static void
check(struct fixture *f, const char *text, const struct str *titles, const struct str *texts)
{
	struct query *query;
	struct posts_view view = { 0 };
	struct set by_rank, by_date;

	fixture_ok(f, query_parse(&f->a, str_of(text), NULL, &query, &f->err));
	view.query = query;
	by_rank = ranked(f, &view);
	by_date = listed(f, &view);
	for (int i = 1; i <= POSTS; i++) {
		bool want = has(&f->a, query, titles[i], texts[i]);

		if (by_rank.has[i] == want && by_date.has[i] == want)
			continue;
		print_error("%s, %.*s | %.*s: want %d, ranked %d, listed %d\n", text, STR(titles[i]), STR(texts[i]), want, by_rank.has[i],
		    by_date.has[i]);
		fail();
	}
}

static void
one_syllable_finds_what_a_look_at_all_texts_does(void **state)
{
	struct fixture *f = *state;
	struct str titles[POSTS + 1], texts[POSTS + 1];
	bool is_done = false;
	unsigned seed = 7;

	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 1; i <= POSTS; i++) {
		struct post post = fixture_post(f, i);

		titles[i] = post.title = random_text(&f->a, &seed);
		texts[i] = random_text(&f->a, &seed);
		post.author = STR_NONE;
		(void)fixture_merge_posts(f, 1, &post, 1, arena_printf(&f->a, "<article><p>%.*s</p></article>", STR(texts[i])).p);
		/* some of them wait */
		if (i == POSTS / 2)
			while (!is_done)
				fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
	}
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		check(f, queries[i], titles, texts);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(one_syllable_finds_what_a_look_at_all_texts_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
