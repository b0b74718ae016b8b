#include "unit.h"

#include <sqlite3.h>
#include <sys/wait.h>

#include "store/letters.h"
#include "store/index_tokenizer.h"
#include "store/schema.h"
#include "store/story.h"
#include "store/trace.h"
#include "store/young.h"
#include "store_fixture.h"

enum { FEEDS = 4 };

static const char subscriptions[] = "https://blog.example/rss\nhttps://velog.example/rss\nhttps://planet.example/rss\nhttps://news.example/rss\n";

/* A text of n sentences of its own. */
static struct str
text(struct fixture *f, int seed, int n)
{
	static const char *const words[] = { "배포", "장애", "추론", "색인", "서버", "성능", "개선", "알림", "로그", "캐시", "회고", "도입", "보안",
		"설계", "인증", "분석" };
	struct buf out = { 0 };
	uint32_t random = (uint32_t)seed * 2654435761u + 1;
	struct str made;

	for (int i = 0; i < n; i++) {
		(void)buf_puts(&out, "<p>");
		for (int word = 0; word < 9; word++) {
			random = random * 1664525u + 1013904223u;
			(void)buf_printf(&out, "%s%s ", words[random >> 28], word % 3 ? "" : "를");
		}
		(void)buf_printf(&out, "%d번째로 적었습니다.</p>\n", (int)(random >> 8) % 1000);
	}
	made = arena_dup(&f->a, buf_str(&out));
	buf_free(&out);
	return made;
}

/* A post of a feed as it is merged: one merge each. */
struct given {
	int64_t feed;
	const char *id, *link, *title;
	struct str text;
	int64_t published;
};

static void
merge_one(struct fixture *f, const struct given *g)
{
	struct post post = { .id = str_of(g->id), .link = str_of(g->link), .title = str_of(g->title), .updated = CLOCK_NONE,
		.published = g->published ? g->published : FIXTURE_NOW - 5000 };

	fixture_merge_posts(f, g->feed, &post, 1, arena_printf(&f->a, "%.*s", STR(g->text)).p);
}

static int64_t
story_of(struct fixture *f, int64_t id)
{
	struct posts_row row;

	fixture_ok(f, posts_get(f->s, &f->a, id, &row, &f->err));
	return row.story_id;
}

static void
assert_story(struct fixture *f, int64_t a, int64_t b, bool is_same, const char *file, int line)
{
	int64_t x = story_of(f, a), y = story_of(f, b);

	if ((x && x == y) == is_same)
		return;
	print_error("posts %lld and %lld: stories %lld and %lld\n", (long long)a, (long long)b, (long long)x, (long long)y);
	_fail(file, line);
}

#define assert_same(f, a, b) assert_story((f), (a), (b), true, __FILE__, __LINE__)
#define assert_apart(f, a, b) assert_story((f), (a), (b), false, __FILE__, __LINE__)

static void
one_link_in_several_feeds_is_one_story(void **state)
{
	struct fixture *f = *state;
	const struct given given[] = {
		{ 1, "a", "https://blog.example/글/?utm_source=rss", "원래 글", text(f, 1, 3), 0 },
		{ 3, "http://planet.example/9", "http://m.blog.example/%EA%B8%80", "누군가: 원래 글", text(f, 2, 1), FIXTURE_NOW - 9000000 },
		{ 2, "https://blog.example/글#comments", "https://velog.example/@a/1", "옮긴 글", text(f, 3, 3), 0 },
		{ 4, "d", "https://news.example/?no=3", "다른 글", text(f, 4, 3), 0 },
	};

	fixture_subscribe(f, subscriptions);
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		merge_one(f, &given[i]);
	assert_same(f, 1, 2);
	assert_same(f, 1, 3); /* its id is the address of the first */
	assert_int_equal(story_of(f, 1), 1);
	assert_int_equal(story_of(f, 4), 0);
}

/* Where links that no post has are not looked for. */
static void
one_link_in_several_feeds_is_one_story_in_a_young_cache(void **state)
{
	struct fixture *f = *state;

	young_begin(f->s);
	assert_true(young_is(f->s));
	one_link_in_several_feeds_is_one_story(state);
}

static void
an_address_of_several_posts_is_nobodys(void **state)
{
	struct fixture *f = *state;
	const struct given home[] = {
		{ 1, "a", "https://blog.example/", "하나", text(f, 1, 3), 0 }, { 2, "b", "https://blog.example", "둘", text(f, 2, 3), 0 },
	};
	const struct given page[] = {
		{ 1, "c", "https://blog.example/changes", "셋", text(f, 3, 3), 0 },
		{ 2, "d", "https://blog.example/changes", "넷", text(f, 4, 3), 0 },
		{ 3, "e", "https://blog.example/changes", "다섯", text(f, 5, 3), 0 },
		{ 1, "g", "https://blog.example/changes", "여섯", text(f, 6, 3), FIXTURE_NOW - 9 },
	};

	fixture_subscribe(f, subscriptions);
	merge_one(f, &home[0]);
	merge_one(f, &home[1]);
	assert_apart(f, 1, 2);
	for (size_t i = 0; i < 3; i++)
		merge_one(f, &page[i]);
	assert_same(f, 3, 4);
	assert_same(f, 3, 5);
	merge_one(f, &page[3]);
	assert_apart(f, 3, 4);
	assert_apart(f, 6, 4);
	assert_same(f, 4, 5);
}

static void
a_copy_is_found_by_its_text(void **state)
{
	struct fixture *f = *state;
	struct str whole = text(f, 1, 12), head = text(f, 77, 1);
	const struct given given[] = {
		{ 1, "a", "https://blog.example/1", "양자내성암호 전환, 지금 시작해야 하는 까닭", whole, 0 },
		/* Another title, with lines around it, and its markup cleaned otherwise. */
		{ 2, "b", "https://velog.example/@a/x", "PQC 전환 이야기", arena_printf(&f->a, "%.*s<div>%.*s</div><p>감사합니다.</p>", STR(head), STR(whole)), 0 },
		/* A summary under the same title, with other marks and a label. */
		{ 4, "c", "https://news.example/2", "[기획] 양자내성암호 전환... 지금 시작해야 하는 까닭",
		    arena_printf(&f->a, "<p>%.*s…</p>", STR(str_sub(whole, 3, 3 + 9 * 30))), FIXTURE_NOW - 100000 },
		{ 3, "d", "https://planet.example/2", "양자내성암호 전환, 지금 시작해야 하는 까닭", text(f, 2, 12), 0 },
	};

	fixture_subscribe(f, subscriptions);
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		merge_one(f, &given[i]);
	assert_same(f, 1, 2);
	assert_same(f, 1, 3);
	assert_apart(f, 1, 4); /* only the title is the same */
}

/* Whether two texts with two titles are taken for one. */
static bool
is_copy(struct str a, struct str text_a, struct str b, struct str text_b)
{
	struct near x = { 0 }, y = { 0 };
	bool ret;

	near_set(&x, a, text_a);
	near_set(&y, b, text_b);
	ret = near_is_copy(&x, &y);
	assert_true(ret == near_is_copy(&y, &x));
	near_free(&x);
	near_free(&y);
	return ret;
}

static void
parts_of_a_series_are_no_copies(void **state)
{
	static const char *const titles[][2] = {
		{ "흐름 제어 다시 보기 ①", "흐름 제어 다시 보기 ②" }, { "흐름 제어 다시 보기 Ⅰ", "흐름 제어 다시 보기 Ⅱ" },
		{ "흐름 제어 다시 보기 II", "흐름 제어 다시 보기 III" }, { "[상편] 흐름 제어 다시 보기", "[하편] 흐름 제어 다시 보기" },
		{ "[기초] 흐름 제어 다시 보기", "[심화] 흐름 제어 다시 보기" }, { "흐름 제어 다시 보기 (상)", "흐름 제어 다시 보기 (하)" },
		{ "흐름 제어 다시 보기: 전편", "흐름 제어 다시 보기: 후편" }, { "C++ 흐름 제어 다시 보기", "C# 흐름 제어 다시 보기" },
		{ "C 흐름 제어 다시 보기", "C++ 흐름 제어 다시 보기" }, { "SwiftUI Views 1", "SwiftUI Views 2" },
		{ "도구 모음 1.10 배포", "도구 모음 11.0 배포" }, { "연재 <1> 흐름 제어", "연재 <2> 흐름 제어" }, { "흐름 제어 조회 1", "흐름 제어 조회 2" },
		{ "[가나소프트] 개발자를 모십니다", "[다라테크] 개발자를 모십니다" },
	};
	struct fixture *f = *state;
	struct str intro = text(f, 1, 8), one = text(f, 2, 1), two = text(f, 3, 1);

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		struct str a = str_of(titles[i][0]), b = str_of(titles[i][1]);

		if (is_copy(a, arena_printf(&f->a, "%.*s%.*s", STR(intro), STR(one)), b, arena_printf(&f->a, "%.*s%.*s", STR(intro), STR(two))))
			fail_msg("%s, %s", titles[i][0], titles[i][1]);
		if (!is_copy(a, intro, a, intro) || !is_copy(b, intro, b, intro))
			fail_msg("%s, %s: no copies of themselves", titles[i][0], titles[i][1]);
	}
}

static void
labels_of_feeds_are_no_part_of_a_title(void **state)
{
	static const char *const titles[][2] = {
		{ "[소식] 흐름 제어 다시 보기", "흐름 제어 다시 보기" }, { "[소식] [고전 읽기] 흐름 제어 다시 보기", "[고전 읽기] 흐름 제어 다시 보기" },
		{ "【속보】흐름 제어, 다시 보기", "흐름 제어 다시 보기" }, { "흐름 제어 다시 보기 (2)", "흐름 제어 다시 보기 ②" },
		{ "흐름 제어 다시 보기 3", "흐름 제어 다시 보기 03" }, { "흐름 제어 다시 보기 Ⅲ", "흐름 제어 다시 보기 III" },
	};
	struct fixture *f = *state;
	struct str body = text(f, 1, 12), head = str_sub(body, 3, 3 + 9 * 30);

	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
		if (!is_copy(str_of(titles[i][0]), body, str_of(titles[i][1]), head))
			fail_msg("%s, %s", titles[i][0], titles[i][1]);
}

/* One text with other words in it, under one title. */
static void
a_template_that_is_filled_in_is_no_copy(void **state)
{
	static const char *const fills[][2] = {
		{ "<p>가나소프트에서 개발자를 모십니다. %s</p>", "<p>다라테크에서 개발자를 모십니다. %s</p>" },
		{ "<p>%s 문의는 가나소프트 인사팀으로 주십시오.</p>", "<p>%s 문의는 다라테크 인사팀으로 주십시오.</p>" },
		{ "<p>점검 일시 2월 3일 오전 2시. %s</p>", "<p>점검 일시 2월 9일 오전 6시. %s</p>" },
		{ "<p>%s 점검은 3일에 시작합니다.</p>", "<p>%s 점검은 4일에 시작합니다.</p>" },
		{ "<p>버전 1.2.3을 배포했습니다. %s</p>", "<p>버전 1.2.4를 배포했습니다. %s</p>" },
	};
	struct fixture *f = *state;
	const char *body = text(f, 1, 3).p;
	struct str title = str_lit("알려 드리는 말씀입니다");

	for (size_t i = 0; i < sizeof fills / sizeof *fills; i++) {
		struct str texts[2];

		for (int j = 0; j < 2; j++) {
			struct str head = str_of(fills[i][j]);
			size_t at = str_find(head, str_lit("%s"));

			texts[j] = arena_printf(&f->a, "%.*s%s%.*s", STR(str_sub(head, 0, at)), body, STR(str_sub(head, at + 2, head.n)));
		}
		if (is_copy(title, texts[0], title, texts[1]))
			fail_msg("%s", fills[i][0]);
		if (!is_copy(title, texts[0], title, arena_printf(&f->a, "<p>홍길동 기자, 2025년 3월 1일</p>%.*s<p>구독해 주세요.</p>", STR(texts[0]))))
			fail_msg("%s: with a by-line", fills[i][0]);
	}
}

static void
what_only_looks_alike_stays_apart(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	const struct given given[] = {
		{ 1, "a", "https://blog.example/1", "[TIL] 2025-01-02", body, 0 },
		{ 2, "b", "https://velog.example/@a/1", "[TIL] 2025-01-03", body, 0 },           /* of a series */
		{ 3, "c", "https://blog.example/2", "[TIL] 2025-01-02", body, FIXTURE_NOW - 7000 }, /* two pages of one site */
		{ 4, "d", "https://news.example/1", "[TIL] 2025-01-02", body, FIXTURE_NOW - 40 * 86400 }, /* long ago */
		{ 1, "e", "https://blog.example/3", "[TIL] 2025-01-02", body, FIXTURE_NOW - 6000 },  /* of one feed */
	};

	fixture_subscribe(f, subscriptions);
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		merge_one(f, &given[i]);
	for (int64_t id = 2; id <= 5; id++)
		assert_apart(f, 1, id);
}

static void
one_post_at_two_addresses_of_one_site_is_one_story(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);

	fixture_subscribe(f, subscriptions);
	merge_one(f, &(struct given){ 1, "a", "https://id.tistory.com/12", "글의 긴 제목입니다", body, 0 });
	merge_one(f, &(struct given){ 2, "b", "https://id.tistory.com/entry/글의-긴-제목입니다", "글의 긴 제목입니다", body, 0 });
	assert_same(f, 1, 2);
}

static void
a_text_that_becomes_another_leaves_its_story(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	const struct given given[] = {
		{ 1, "a", "https://blog.example/1", "글의 제목입니다", body, 0 },
		{ 2, "b", "https://velog.example/1", "글의 제목입니다", body, 0 },
		{ 2, "b", "https://velog.example/1", "글의 제목입니다", text(f, 9, 12), 0 },
		{ 2, "b", "https://velog.example/1", "글의 제목입니다", body, 0 },
	};

	fixture_subscribe(f, subscriptions);
	merge_one(f, &given[0]);
	merge_one(f, &given[1]);
	assert_same(f, 1, 2);
	merge_one(f, &given[2]);
	assert_apart(f, 1, 2);
	assert_int_equal(story_of(f, 1), 0);
	merge_one(f, &given[3]);
	assert_same(f, 1, 2);
}

static void
a_link_that_is_corrected_leaves_its_story(void **state)
{
	struct fixture *f = *state;
	const struct given given[] = {
		{ 1, "a", "https://blog.example/1", "가나다", text(f, 1, 1), 0 },
		{ 2, "b", "https://blog.example/1", "다른 제목", text(f, 2, 1), 0 },
		{ 2, "b", "https://blog.example/2", "다른 제목", text(f, 2, 1), 0 },
		{ 2, "b", "https://blog.example/1?utm_source=rss", "다른 제목", text(f, 2, 1), 0 },
	};
	struct posts_row row;

	fixture_subscribe(f, subscriptions);
	merge_one(f, &given[0]);
	merge_one(f, &given[1]);
	assert_same(f, 1, 2);
	merge_one(f, &given[2]);
	assert_apart(f, 1, 2);
	merge_one(f, &given[3]);
	assert_same(f, 1, 2);
	fixture_ok(f, posts_get(f->s, &f->a, 2, &row, &f->err));
	assert_false(row.is_changed);
}

/* Posts of one feed that hang together by others, each with an address of its own. */
static void
a_story_has_one_post_of_a_feed(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	const struct given given[] = {
		{ 1, "a", "https://blog.example/1", "첫째 글의 긴 제목", body, 0 },
		{ 2, "https://blog.example/1", "https://velog.example/@a/1", "옮긴 글", text(f, 2, 12), 0 },
		{ 1, "c", "https://blog.example/2", "둘째 글의 긴 제목", text(f, 3, 12), 0 },
		{ 3, "https://blog.example/2", "https://velog.example/@a/1", "다시 옮긴 글", text(f, 4, 12), 0 },
		/* Twice at one address: one post. */
		{ 4, "e", "https://news.example/1", "첫째 글의 긴 제목", body, 0 },
		{ 4, "g", "https://news.example/1", "첫째 글의 긴 제목", body, FIXTURE_NOW - 9000 },
	};

	fixture_subscribe(f, subscriptions);
	for (size_t i = 0; i < sizeof given / sizeof *given; i++)
		merge_one(f, &given[i]);
	assert_apart(f, 1, 3);
	assert_same(f, 1, 2);
	assert_same(f, 1, 5);
}

/* Which of the given posts are of one story, as letters in the order they are given: "aabca". */
static void
partition(struct fixture *f, const struct given *given, size_t n, char *ret)
{
	int64_t stories[32], id;

	for (size_t i = 0; i < n; i++) {
		fixture_ok(f, posts_find(f->s, str_of(given[i].link), &id, &f->err));
		stories[i] = story_of(f, id) ? story_of(f, id) : -id;
		for (size_t j = 0; j <= i; j++)
			if (stories[j] == stories[i]) {
				ret[i] = (char)('a' + j);
				break;
			}
	}
	ret[n] = 0;
}

static void
stories_are_the_same_in_whichever_order_posts_come(void **state)
{
	struct fixture *f = *state;
	struct str one = text(f, 1, 12), two = text(f, 2, 12), other = text(f, 4, 12), again = text(f, 7, 12);
	struct given given[] = {
		{ 1, "a", "https://blog.example/1", "첫째 글의 긴 제목", one, 0 },
		{ 2, "b", "https://velog.example/@a/1", "첫째 글의 긴 제목", one, 0 },
		{ 3, "https://velog.example/@a/1", "https://planet.example/1", "다른 제목", two, 0 },
		{ 4, "d", "https://news.example/1", "또 다른 제목", two, 0 },
		{ 1, "e", "https://blog.example/2", "둘째 글의 긴 제목", other, 0 },
		{ 2, "g", "https://velog.example/@a/2", "혼자인 글의 긴 제목", text(f, 5, 12), 0 },
		{ 3, "h", "https://planet.example/2", "둘째 글의 긴 제목", other, 0 },
		{ 4, "i", "https://news.example/2", "아무 글", text(f, 6, 12), 0 },
		/* One feed has it twice: of which of them are the others? */
		{ 1, "j", "https://blog.example/9", "되풀이한 글의 긴 제목", again, 0 },
		{ 1, "k", "https://blog.example/10", "되풀이한 글의 긴 제목", again, FIXTURE_NOW - 90000 },
		{ 2, "l", "https://velog.example/@a/9", "되풀이한 글의 긴 제목", again, 0 },
		{ 4, "m", "https://news.example/9", "되풀이한 글의 긴 제목", again, 0 },
	};
	enum { N = sizeof given / sizeof *given };
	char want[N + 1], got[N + 1];
	uint32_t random = 7;

	fixture_subscribe(f, subscriptions);
	for (size_t i = 0; i < N; i++)
		merge_one(f, &given[i]);
	partition(f, given, N, want);
	assert_string_equal(want, "aaaaefehijkk");
	for (int round = 0; round < 20; round++) {
		struct given order[N];

		memcpy(order, given, sizeof given);
		for (size_t i = N - 1; i > 0; i--) {
			random = random * 1664525u + 1013904223u;
			struct given swap = order[i];
			size_t j = random % (i + 1);

			order[i] = order[j];
			order[j] = swap;
		}
		store_close(f->s);
		f->s = NULL;
		assert_int_equal(unlink(fixture_path(f, "data/sosik/sosik.db")), 0);
		fixture_open(f, STORE_WRITE);
		fixture_subscribe(f, subscriptions);
		for (size_t i = 0; i < N; i++)
			merge_one(f, &order[i]);
		partition(f, given, N, got);
		assert_string_equal(got, want);
	}
}

static void
a_cache_without_stories_gets_them_bit_by_bit(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	bool is_done = false;
	sqlite3 *db;
	int slices = 0;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 250);
	merge_one(f, &(struct given){ 2, "b", "https://velog.example/1", "글의 제목입니다", body, 0 });
	merge_one(f, &(struct given){ 3, "c", "https://planet.example/1", "글의 제목입니다", body, 0 });
	fixture_ok(f, story_fill(f->s, &is_done, &f->err));
	assert_true(is_done);
	store_close(f->s);
	f->s = NULL;
	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE post SET story_id = NULL, link_key = 'https://old.example/' || id; DELETE FROM trace;"
	    "INSERT INTO meta SELECT 'story_next', max(id) FROM post", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	fixture_open(f, STORE_CHECK);
	for (is_done = false; !is_done; slices++)
		fixture_ok(f, story_fill(f->s, &is_done, &f->err));
	assert_in_range(slices, 3, 6);
	assert_same(f, 251, 252);
	fixture_ok(f, posts_find(f->s, str_lit("https://blog.example/7"), &(int64_t){ 0 }, &f->err));
}

/* Its last posts are stored, but what it knew of them was in its memory. */
static void
a_process_that_is_killed_leaves_no_post_unfound(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	int status;
	pid_t pid;

	fixture_subscribe(f, subscriptions);
	fixture_merge(f, 1, 20);
	store_close(f->s);
	f->s = NULL;
	pid = fork();
	if (!pid) {
		fixture_open(f, STORE_CHECK);
		merge_one(f, &(struct given){ 2, "https://elsewhere.example/1", "https://velog.example/1", "글의 제목입니다", body, 0 });
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	fixture_open(f, STORE_CHECK);
	fixture_ok(f, story_catch_up(f->s, &f->err));
	merge_one(f, &(struct given){ 3, "c", "https://planet.example/1", "글의 제목입니다", body, 0 });
	merge_one(f, &(struct given){ 4, "d", "https://elsewhere.example/1", "다른 제목", text(f, 2, 12), 0 });
	assert_same(f, 21, 22);
	assert_same(f, 21, 23);
}

/* Stories are found whether the keys of the first post stand in memory or in the table, which has all of them once the cache is closed. */
static void
keys_are_written_together(void **state)
{
	enum { POSTS = 4500 };
	struct fixture *f = *state;
	int64_t written;

	fixture_subscribe(f, subscriptions);
	for (int i = 1; i <= POSTS; i++)
		merge_one(f, &(struct given){ 1, arena_printf(&f->a, "a%d", i).p, arena_printf(&f->a, "https://blog.example/%d", i).p,
			arena_printf(&f->a, "글의 긴 제목 %d", i).p, text(f, i, 12), 0 });
	fixture_ok(f, trace_last(f->s, &written, &f->err));
	assert_int_equal(written, 0);
	fixture_ok(f, trace_settle(f->s, false, &f->err));
	fixture_ok(f, trace_last(f->s, &written, &f->err));
	assert_int_equal(written, POSTS);
	merge_one(f, &(struct given){ 2, "b", "https://velog.example/1", "글의 긴 제목 9", text(f, 9, 12), 0 });
	assert_same(f, 9, POSTS + 1);
	fixture_ok(f, trace_settle(f->s, false, &f->err));
	fixture_ok(f, trace_last(f->s, &written, &f->err));
	assert_int_equal(written, POSTS);
	fixture_reopen(f);
	fixture_ok(f, trace_last(f->s, &written, &f->err));
	assert_int_equal(written, POSTS + 1);
}

static int64_t
number(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *st;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

/* Of keys whose post is not there, in the cache of f. */
static int64_t
count_lost_keys(struct fixture *f)
{
	sqlite3 *db;
	int64_t n;

	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	n = number(db, "SELECT count(*) FROM trace t WHERE NOT EXISTS (SELECT 1 FROM post WHERE id = t.post_id)");
	sqlite3_close(db);
	return n;
}

/* Merges a post, but not to its end. */
static void
merge_in_vain(struct fixture *f, const struct given *g)
{
	struct post post = { .id = str_of(g->id), .link = str_of(g->link), .title = str_of(g->title), .updated = CLOCK_NONE,
		.published = FIXTURE_NOW - 5000 };
	struct merge_post given = { .post = &post, .xhtml = g->text, .letters = 4 };
	struct merge *m;

	fixture_ok(f, merge_begin(f->s, g->feed, &m, &f->err));
	fixture_ok(f, merge_post(m, &given, &f->err));
	merge_drop(m);
}

/* The next post gets the number of the one that was taken back, and is not found by its text. */
static void
a_feed_that_is_taken_back_leaves_no_keys(void **state)
{
	struct fixture *f = *state;
	struct str one = text(f, 1, 12), two = text(f, 2, 12);
	const struct given lost[] = {
		{ 2, "b", "https://velog.example/1", "둘째 글의 긴 제목", two, 0 }, { 2, "c", "https://velog.example/2", "첫째 글의 긴 제목", one, 0 },
	};

	fixture_subscribe(f, subscriptions);
	merge_in_vain(f, &lost[0]);
	merge_one(f, &(struct given){ 1, "a", "https://blog.example/1", "첫째 글의 긴 제목", one, 0 });
	merge_in_vain(f, &lost[0]);
	merge_in_vain(f, &lost[1]);
	fixture_ok(f, trace_settle(f->s, true, &f->err));
	assert_int_equal(count_lost_keys(f), 0);
	merge_one(f, &(struct given){ 3, "d", "https://planet.example/1", "첫째 글의 긴 제목", one, 0 });
	merge_in_vain(f, &lost[1]);
	merge_one(f, &(struct given){ 4, "e", "https://news.example/1", "첫째 글의 긴 제목", one, 0 });
	assert_same(f, 1, 2);
	assert_same(f, 1, 3);
	merge_in_vain(f, &lost[0]);
	fixture_reopen(f);
	assert_int_equal(count_lost_keys(f), 0);
}

/* What a title was for a moment keeps no copy away from it. */
static void
a_title_that_is_taken_back_is_the_old_one(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);

	fixture_subscribe(f, subscriptions);
	merge_one(f, &(struct given){ 1, "a", "https://blog.example/1", "긴 글의 제목 1", body, 0 });
	merge_in_vain(f, &(struct given){ 1, "a", "https://blog.example/1", "긴 글의 제목 2", body, 0 });
	merge_one(f, &(struct given){ 2, "b", "https://velog.example/1", "긴 글의 제목 2", body, 0 });
	merge_one(f, &(struct given){ 3, "c", "https://planet.example/1", "긴 글의 제목 1", body, 0 });
	assert_apart(f, 1, 2);
	assert_same(f, 1, 3);
}

static void
in_cache(struct fixture *f, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void
keys_that_cannot_be_written_stay_in_memory(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	int64_t written;

	fixture_subscribe(f, subscriptions);
	merge_one(f, &(struct given){ 1, "a", "https://blog.example/1", "글의 제목입니다", body, 0 });
	merge_one(f, &(struct given){ 2, "b", "https://velog.example/1", "다른 글의 제목", text(f, 2, 12), 0 });
	in_cache(f, "CREATE TRIGGER full BEFORE INSERT ON trace BEGIN SELECT RAISE(ROLLBACK, 'full'); END");
	assert_int_equal(trace_settle(f->s, true, &f->err), -1);
	merge_one(f, &(struct given){ 3, "c", "https://planet.example/1", "글의 제목입니다", body, 0 });
	assert_same(f, 1, 3);
	in_cache(f, "DROP TRIGGER full");
	fixture_ok(f, trace_settle(f->s, true, &f->err));
	fixture_ok(f, trace_last(f->s, &written, &f->err));
	assert_int_equal(written, 3);
	merge_one(f, &(struct given){ 4, "d", "https://news.example/1", "글의 제목입니다", body, 0 });
	assert_same(f, 1, 4);
}

static void
a_cache_of_version_1_keeps_its_posts(void **state)
{
	struct fixture *f = *state;
	int newest;
	const char *const *steps = schema_steps(&newest);
	sqlite3 *db;

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(index_tokenizer_add(db), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, NULL, steps, 1, NULL, &f->err));
	assert_int_equal(sqlite3_exec(db, "INSERT INTO feed(uid, url, url_key) VALUES('u', 'https://a.example', 'a.example');"
	    "INSERT INTO post(feed_id, guid, published, first_seen, sort, is_read) VALUES(1, 'a', 1000, 2000, 1000, 1),"
	    " (1, 'b', 9000000, 2000, 2000, 0), (1, 'c', NULL, 2000, 2000, 0)", NULL, NULL, NULL), SQLITE_OK);
	fixture_ok(f, schema_migrate(db, NULL, steps, newest, NULL, &f->err));
	assert_int_equal(number(db, "SELECT count(*) FROM post WHERE published = 1000 AND announced IS NULL AND is_read = 1"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM post WHERE published IS NULL AND announced = 9000000"), 1);
	assert_int_equal(number(db, "SELECT count(*) FROM post WHERE published IS NULL AND announced IS NULL"), 1);
	assert_int_equal(number(db, "SELECT value FROM meta WHERE key = 'story_next'"), 3);
	assert_int_equal(number(db, "SELECT unread FROM feed"), 2);
	sqlite3_close(db);
}

/* Another form of the link is another guid for posts that have none of their own. */
static void
posts_without_ids_are_known_when_links_get_another_form(void **state)
{
	static const char *const old[] = { "'https://blog.example/1?source=atom'", "'https://www.blog.example/2/index.html'",
		"'https://blog.example/3' || char(10) || 'title:0123456789abcdef'" };
	struct fixture *f = *state;
	struct post posts[4];
	struct posts_row row;
	const int64_t ids[] = { 1, 2, 3, 4 };
	sqlite3 *db;

	fixture_subscribe(f, subscriptions);
	for (int i = 0; i < 4; i++)
		posts[i] = (struct post){ .link = arena_printf(&f->a, "https://blog.example/%d", i + 1), .title = arena_printf(&f->a, "글 %d", i),
			.published = CLOCK_NONE, .updated = CLOCK_NONE };
	posts[3].id = str_lit("an-id");
	fixture_merge_posts(f, 1, posts, 4, "<p>글</p>");
	fixture_ok(f, state_apply(f->s, ids, 4, &(struct state_change){ .read = STATE_ON }, NULL, &f->err));
	store_close(f->s);
	f->s = NULL;
	assert_int_equal(sqlite3_open(fixture_path(f, "data/sosik/sosik.db"), &db), SQLITE_OK);
	for (int i = 0; i < 3; i++)
		assert_int_equal(sqlite3_exec(db, arena_printf(&f->a, "UPDATE post SET guid = %s, link_key = %s WHERE id = %d", old[i],
		    i < 2 ? old[i] : "'https://blog.example/3'", i + 1).p, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE post SET link_key = 'https://m.blog.example/3', guid = replace(guid, '://', '://m.') WHERE id = 3;"
	    "UPDATE post SET link_key = 'https://m.blog.example/4' WHERE id = 4; UPDATE feed SET link_form = 0", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	fixture_open(f, STORE_CHECK);
	fixture_merge_posts(f, 1, posts, 4, "<p>글</p>");
	for (int i = 0; i < 4; i++) {
		fixture_ok(f, posts_get(f->s, &f->a, i + 1, &row, &f->err));
		assert_true(row.is_read && !row.is_changed);
	}
	assert_int_equal(fixture_merge_posts(f, 1, posts, 4, "<p>글</p>").same, 4);
	assert_int_equal(posts_get(f->s, &f->a, 5, &row, &f->err), -1);
}

static void
state_stays_with_each_post_of_a_story(void **state)
{
	struct fixture *f = *state;
	struct str body = text(f, 1, 12);
	const int64_t one = 1;
	struct posts_row rows[2];

	fixture_subscribe(f, subscriptions);
	merge_one(f, &(struct given){ 1, "a", "https://blog.example/1", "글의 제목입니다", body, 0 });
	merge_one(f, &(struct given){ 2, "b", "https://velog.example/1", "글의 제목입니다", body, 0 });
	fixture_ok(f, state_apply(f->s, &one, 1, &(struct state_change){ .read = STATE_ON, .star = STATE_ON }, NULL, &f->err));
	for (int64_t id = 1; id <= 2; id++)
		fixture_ok(f, posts_get(f->s, &f->a, id, &rows[id - 1], &f->err));
	assert_true(rows[0].is_read && rows[0].is_starred);
	assert_false(rows[1].is_read || rows[1].is_starred);
}

static void
letters_are_what_two_copies_share(void **state)
{
	static const char *const rows[][2] = {
		{ "<p class=\"a\">가 나</p>", "<p>가<b>나</b></p>" }, { "<p>Hello, World!</p>", "<h1>HELLO world</h1>" },
		{ "조회 1,234", "조회: 99" }, { "조회수 7 · 글", "조회수 8 글" }, { "a &amp; b", "a b" }, { "ＡＢＣ１", "abc1" }, { "É", "é" },
		{ "<p>a</p>\n\n", "a" }, { "가—나…", "가나" }, { "12 views", "12 views 5" },
	};
	struct letters a = { 0 }, b = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		letters_fold(&a, str_of(rows[i][0]), SIZE_MAX);
		letters_fold(&b, str_of(rows[i][1]), SIZE_MAX);
		if (!letters_eq(&a, &b))
			fail_msg("%s, %s", rows[i][0], rows[i][1]);
	}
	letters_fold(&a, str_lit("가격 100"), SIZE_MAX);
	letters_fold(&b, str_lit("가격 200"), SIZE_MAX);
	assert_false(letters_eq(&a, &b));
	letters_fold(&a, str_lit("\xec\x9d"), SIZE_MAX); /* a cut letter */
	assert_int_equal(a.n, 0);
	letters_fold(&a, str_lit("<a href=\"가"), SIZE_MAX);
	letters_fold(&b, str_lit("가나다라"), 2);
	assert_int_equal(b.n, 2);
	letters_free(&a);
	letters_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_what_two_copies_share),
		STORE_TEST(one_link_in_several_feeds_is_one_story),
		STORE_TEST(one_link_in_several_feeds_is_one_story_in_a_young_cache),
		STORE_TEST(an_address_of_several_posts_is_nobodys),
		STORE_TEST(a_copy_is_found_by_its_text),
		STORE_TEST(parts_of_a_series_are_no_copies),
		STORE_TEST(labels_of_feeds_are_no_part_of_a_title),
		STORE_TEST(a_template_that_is_filled_in_is_no_copy),
		STORE_TEST(what_only_looks_alike_stays_apart),
		STORE_TEST(one_post_at_two_addresses_of_one_site_is_one_story),
		STORE_TEST(a_text_that_becomes_another_leaves_its_story),
		STORE_TEST(a_link_that_is_corrected_leaves_its_story),
		STORE_TEST(a_story_has_one_post_of_a_feed),
		STORE_TEST(stories_are_the_same_in_whichever_order_posts_come),
		STORE_TEST(a_cache_without_stories_gets_them_bit_by_bit),
		STORE_TEST(a_process_that_is_killed_leaves_no_post_unfound),
		STORE_TEST(keys_are_written_together),
		STORE_TEST(a_feed_that_is_taken_back_leaves_no_keys),
		STORE_TEST(a_title_that_is_taken_back_is_the_old_one),
		STORE_TEST(keys_that_cannot_be_written_stay_in_memory),
		STORE_TEST(a_cache_of_version_1_keeps_its_posts),
		STORE_TEST(posts_without_ids_are_known_when_links_get_another_form),
		STORE_TEST(state_stays_with_each_post_of_a_story),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
