#include "unit.h"

#include "store/hits.h"
#include "store/index.h"
#include "store/retry.h"
#include "store_fixture.h"
#include "text/find_match.h"

/* Made up; a post's number is its place here. Later ones are newer by an hour. */
static const struct {
	const char *title, *text;
} texts[] = {
	{ "나래통신의 AI 도입, 가온AI와 협약", "<p>산학 연구를 시작하며 로봇 제어로 넓힌다.</p>" },
	{ "가온 AI 새 번역기 공개", "<p>기계 번역의 앞날을 말했다. 음성 인식도 다룬다.</p>" },
	{ "음성인식이 바꾸는 콜센터", "<p>메시지큐와 캐시서버를 함께 쓴다.</p>" },
	{ "쿠버네티스 첫걸음", "<p>Kubernetes 클러스터를 세우는 법. 앤서블로 자동화.</p>" },
	{ "Kotlin 2.1 정리", "<p>코틀린 문법과 빌드 속도 개선.</p>" },
	{ "韓·日 배터리 협력", "<p>한빛전자와 SB모터스의 전고체 전략</p>" },
	{ "지도 앱 개편", "<p>앱의 길찾기가 빨라졌다. 지도앱 사용기. 눈이 내린다.</p>" },
	{ "파일 이름의 자모 분리", "<p>맥에서 온 \u1112\u1161\u11ab\u1100\u1173\u11af 파일</p>" },
	{ "ＤＢ 색인 고르기", "<p>전각으로 쓴 제목과 C# 예제</p>" },
	{ "C++ 수명 관리", "<p>std::shared_ptr 이야기. 언어 C와 다르다.</p>" },
	{ "GPT-4 써 보기", "<p>Git Hub 저장소에서 내려받는다. ㄷ자 책상과 ㅋㅋㅋ</p>" },
	{ "깃 훅으로 배포하기", "<h2>준비</h2><p>웹훅, CI/CD</p><h2>쿠버네티스로 보내기</h2><p>끝.</p>" },
};

enum { TEXTS = sizeof texts / sizeof *texts };

static void
add_post(struct fixture *f, int number, struct str title, const char *text)
{
	struct post post = fixture_post(f, number);

	if (title.n)
		post.title = title;
	(void)fixture_merge_posts(f, 1, &post, 1, arena_printf(&f->a, "<article>%s</article>", text).p);
}

static void
setup_texts(struct fixture *f)
{
	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 0; i < TEXTS; i++)
		add_post(f, i + 1, str_of(texts[i].title), texts[i].text);
}

static void
index_all(struct fixture *f)
{
	bool is_done = false;

	while (!is_done)
		fixture_ok(f, index_run(f->s, INDEX_SLICE, &is_done, &f->err));
}

/* "4 12 ?쿠버네티스/particle": the posts in order of their numbers, and how the query was changed. */
static struct str
found(struct fixture *f, const char *text, bool is_sorted)
{
	bool is_found[TEXTS + 1] = { false };
	struct buf out = { 0 };
	struct retry retry;
	struct hits hits;
	struct query *query;
	struct str made;

	fixture_ok(f, query_parse(&f->a, str_of(text), NULL, &query, &f->err));
	fixture_ok(f, retry_hits(f->s, &f->a, &(struct posts_view){ .query = query }, &hits, &retry, &f->err));
	for (size_t i = 0; i < hits.n; i++) {
		is_found[hits.v[i].id] = true;
		if (!is_sorted)
			(void)buf_printf(&out, "%s%d", out.n ? " " : "", (int)hits.v[i].id);
	}
	for (int i = 1; i <= TEXTS; i++)
		if (is_sorted && is_found[i])
			(void)buf_printf(&out, "%s%d", out.n ? " " : "", i);
	for (size_t i = 0; i < retry.n; i++)
		(void)buf_printf(&out, " ?%.*s/%s", STR(retry.changes[i].to), retry_name(retry.changes[i].how));
	made = arena_dup(&f->a, buf_str(&out));
	buf_free(&out);
	return made;
}

static const struct {
	const char *query, *want;
} vectors[] = {
	/* written together and apart, with particles, in part */
	{ "가온AI", "1 2" }, { "가온 AI", "1 2" }, { "가온ai", "1 2" }, { "음성인식", "2 3" }, { "음성 인식", "2 3" },
	{ "음성인식이", "3" }, { "인식", "2 3" }, { "앱", "7" }, { "지도앱", "7" }, { "\"새 번역기\"", "2" }, { "\"새번역\"", "2" },
	{ "버네", "4 12" }, { "캐시서버", "3" }, { "캐시 서버", "3" },
	/* Latin from its beginning, whatever the case and width */
	{ "AI", "1 2" }, { "kot", "5" }, { "otlin", "" }, { "kotlin", "5" }, { "\"kot\"", "" }, { "db", "9" }, { "SB", "6" },
	{ "모터스", "6" }, { "shared_ptr", "10" }, { "2.1", "5" }, { "CI/CD", "12" },
	/* names with marks are not those without */
	{ "C++", "10" }, { "C#", "9" }, { "\"C\"", "9 10" },
	/* Hangul however it is written */
	{ "한글", "8" }, { "\u1112\u1161\u11ab\u1100\u1173\u11af", "8" }, { "韓", "6" }, { "한국", "6" }, { "일본", "6" },
	{ "k", "4 5" }, { "g", "11" }, { "2", "5" }, { "c", "9 10 12" }, { "\"k\"", "" },
	/* titles alone */
	{ "title:앱", "7" }, { "title:인식", "3" }, { "title:\"새 번역기\"", "2" }, { "title:번역기공개", "2" }, { "title:k", "5" }, { "title:ai", "1 2" },
	{ "title:\"가온 ai 새\"", "2" }, { "title:배터리협", "6" }, { "title:\"c\"", "10" }, { "title:캐시", "" }, { "title:ㅂㅌㄹ", "6" },
	{ "title:ㅎ", "1 6 12" },
	/* words that are not wanted, and fields */
	{ "지도 -앱", "" }, { "-ai -앱 -c", "3 4 5 6 8 11" }, { "ai -번역", "1" }, { "title:쿠버네티스", "4" }, { "section:쿠버네티스", "12" },
	{ "body:쿠버네티스", "12" }, { "kotlin or 韓", "5 6" },
	/* initials: titles, and where they stand as they are */
	{ "ㅋㅂㄴㅌㅅ", "4" }, { "ㅇㅅㅇㅅ", "3" }, { "음ㅅ인ㅅ", "3" }, { "ㅈㄷ ㅇㄱ", "7" }, { "ㄴㄹㅌㅅ", "1" }, { "ㅋㅋㅋ", "11" },
	{ "ㄱㅇAI", "1 2" }, { "title:ㄱㅎㅇ", "12" }, { "ㅍ", "7 8 12" },
	/* what finds nothing is looked for in another way, which is said */
	{ "쿠버네티스에서는", "4 12 ?쿠버네티스/particle" }, { "코틀린이", "5 ?코틀린/particle" },
	{ "rkdhs", "1 2 ?가온/layout" }, { "dmatjddlstlr", "2 3 ?음성인식/layout" }, { "ㅏㅐ시ㅑㅜ", "5 ?kotlin/layout" },
	{ "햣", "11 ?git/layout" }, { "rkdhs AI", "1 2 ?가온/layout" }, { "title:zmfjtmxj or title:zhftpsxj", "3 ?콜센터/layout" },
	{ "znqjspxltmfmf", "4 12 ?쿠버네티스/layout" }, { "gpt4", "11 ?gpt 4/apart" }, { "dk", "" },
	{ "정히", "" }, { "첫거", "4 ?첫거/typed" }, { "쿠버네트", "" }, { "ㄷ자", "11 ?ㄷ자/quoted" }, { "없는말", "" }, { "빌드에서 문법은", "5 ?빌드/particle ?문법/particle" },
	{ "zqsxt", "4 ?ㅋㅂㄴㅌㅅ/layout" },
};

static void
check_vectors(struct fixture *f)
{
	for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
		struct str got = found(f, vectors[i].query, true);

		if (!str_is(got, vectors[i].want)) {
			print_error("%s\n", vectors[i].query);
			assert_str(got, vectors[i].want);
		}
	}
}

static void
hits_are_found_before_they_are_indexed(void **state)
{
	struct fixture *f = *state;

	setup_texts(f);
	check_vectors(f);
}

static void
hits_are_found_in_the_index(void **state)
{
	struct fixture *f = *state;

	setup_texts(f);
	index_all(f);
	check_vectors(f);
}

static void
the_title_comes_before_the_text(void **state)
{
	struct fixture *f = *state;

	setup_texts(f);
	index_all(f);
	assert_str(found(f, "쿠버네티스", false), "4 12");
	assert_str(found(f, "음성인식", false), "3 2");
}

static void
a_tag_counts_as_a_word(void **state)
{
	const struct str tag = str_lit("번역");
	const struct state_change change = { .add = &tag, .n_add = 1 };
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 1; i <= 3; i++)
		add_post(f, i, STR_NONE, "<p>기계 번역 이야기</p>");
	index_all(f);
	assert_str(found(f, "번역", false), "3 2 1");
	fixture_ok(f, state_apply(f->s, &(int64_t){ 2 }, 1, &change, NULL, &f->err));
	assert_str(found(f, "번역", false), "2 3 1");
}

static void
the_new_come_before_the_old(void **state)
{
	struct fixture *f = *state;
	struct post posts[2];

	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 0; i < 2; i++) {
		posts[i] = fixture_post(f, i + 1);
		posts[i].title = str_lit("같은 제목의 글");
		posts[i].published = FIXTURE_NOW - (i ? 400 : 2) * (int64_t)86400;
	}
	(void)fixture_merge_posts(f, 1, posts, 2, "<article><p>x</p></article>");
	index_all(f);
	assert_str(found(f, "제목", false), "1 2");
}

/* More than are compared: those in titles are, however old. */
static void
of_many_the_best_are_given(void **state)
{
	struct fixture *f = *state;
	struct retry retry;
	struct hits hits;
	struct query *query;

	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 1; i <= HITS_LOOK + 200; i++)
		add_post(f, i, i == 2 ? str_lit("오래된 배포 이야기") : STR_NONE, "<p>배포</p>");
	index_all(f);
	fixture_ok(f, query_parse(&f->a, str_lit("배포"), NULL, &query, &f->err));
	fixture_ok(f, retry_hits(f->s, &f->a, &(struct posts_view){ .query = query }, &hits, &retry, &f->err));
	assert_int_equal(hits.n, HITS_MAX);
	assert_true(hits.is_cut);
	assert_int_equal(hits.v[0].id, 2);
	for (size_t i = 1; i < hits.n; i++)
		assert_true(hits.v[i].score <= hits.v[i - 1].score && hits.v[i].id != 2);
}

/* Words of titles are looked for a second time, and count otherwise there. */
static void
no_post_is_given_twice(void **state)
{
	struct fixture *f = *state;
	bool is_given[HITS_LOOK + 201] = { false };
	struct query *query;
	struct hits hits;

	fixture_subscribe(f, "https://a.example/rss\n");
	for (int i = 1; i <= HITS_LOOK + 200; i++)
		add_post(f, i, i % 3 ? STR_NONE : str_lit("배포 이야기"), "<p>배포</p>");
	index_all(f);
	fixture_ok(f, query_parse(&f->a, str_lit("배포"), NULL, &query, &f->err));
	fixture_ok(f, hits_find(f->s, &f->a, &(struct posts_view){ .query = query }, &hits, &f->err));
	assert_int_equal(hits.n, HITS_MAX);
	for (size_t i = 0; i < hits.n; i++) {
		assert_false(is_given[hits.v[i].id]);
		is_given[hits.v[i].id] = true;
	}
}

static void
other_conditions_count(void **state)
{
	const struct state_change star = { .star = STATE_ON }, hide = { .hide = STATE_ON };
	struct fixture *f = *state;

	setup_texts(f);
	index_all(f);
	fixture_ok(f, state_apply(f->s, &(int64_t){ 1 }, 1, &star, NULL, &f->err));
	fixture_ok(f, state_apply(f->s, &(int64_t){ 2 }, 1, &hide, NULL, &f->err));
	assert_str(found(f, "ai is:starred", false), "1");
	assert_str(found(f, "ai", false), "1");
	assert_str(found(f, "ai is:hidden", false), "2");
	assert_str(found(f, "kotlin or is:starred", false), "5 1"); /* no ranking: by date */
}

static const struct {
	const char *query, *want;
} of_few[] = {
	{ "낱말", "1 2 3" }, { "낱말 feed:둘째", "3" }, { "낱말 feed:없는", "" }, { "낱말 -feed:둘째", "1 2" },
	{ "낱말 site:other.example", "3" }, { "낱말 site:blog.example", "1 2" }, { "낱말 site:none.example", "" },
	{ "낱말 site:blog", "1 2" }, { "낱말 feed:둘째 site:blog.example", "" }, { "낱말 tag:없는", "" }, { "낱말 before:2020", "" },
	{ "낱말 (feed:둘째 or site:blog)", "1 2 3" }, { "낱말 link:other.example/3", "3" }, { "link:http://www.other.example/3", "3" },
	{ "낱말 link:other.example/4", "" }, { "낱말 -link:other.example/3", "1 2" },
};

static void
few_of_a_feed_or_a_site_are_found(void **state)
{
	const struct state_change hide = { .hide = STATE_ON };
	struct fixture *f = *state;

	fixture_subscribe(f, "https://a.example/rss\nhttps://b.example/rss name=\"둘째\"\n");
	for (int i = 1; i <= 3; i++) {
		struct post post = fixture_post(f, i);

		post.title = str_lit("낱말");
		if (i == 3)
			post.link = str_lit("https://www.other.example/3");
		(void)fixture_merge_posts(f, i == 3 ? 2 : 1, &post, 1, "<article><p>글</p></article>");
	}
	for (int is_indexed = 0; is_indexed < 2; is_indexed++) {
		for (size_t i = 0; i < sizeof of_few / sizeof *of_few; i++)
			assert_str(found(f, of_few[i].query, true), of_few[i].want);
		index_all(f);
	}
	fixture_ok(f, state_apply(f->s, &(int64_t){ 3 }, 1, &hide, NULL, &f->err));
	assert_str(found(f, "낱말 feed:둘째", true), "");
	assert_str(found(f, "낱말 site:other.example", true), "");
	assert_str(found(f, "낱말 feed:둘째 is:hidden", true), "3");
}

static void
a_latin_word_nobody_wrote_may_be_korean(void **state)
{
	struct fixture *f = *state;
	struct query *query;
	struct str from, to;

	setup_texts(f);
	index_all(f);
	fixture_ok(f, query_parse(&f->a, str_lit("kotlin or rkdhs"), NULL, &query, &f->err));
	fixture_ok(f, retry_suggest(f->s, &f->a, query, &from, &to, &f->err));
	assert_str(from, "rkdhs");
	assert_str(to, "가온");
	fixture_ok(f, query_parse(&f->a, str_lit("kotlin"), NULL, &query, &f->err));
	fixture_ok(f, retry_suggest(f->s, &f->a, query, &from, &to, &f->err));
	assert_str(to, "");
}

/* Whatever is typed is words to the index, never its syntax. */
static void
no_word_is_an_error(void **state)
{
	static const char *const parts[] = { "\"", "'", "*", "^", ":", "{", "}", "(", ")", "+", "#", "-", "AND", "NOT", "NEAR", "or", "a", "C",
		"0", "가", "각", "ㄱ", "ㄳ", "ㅏ", "韓", "\u1100", "\uffa1", "\u200b", "\u0301", "　", " ", ".", "👍", "\x01", "\x7f", "é", "カ", "ＡＩ", "；" };
	struct fixture *f = *state;
	unsigned seed = 7;

	setup_texts(f);
	index_all(f);
	for (int i = 0; i < 1500; i++) {
		struct query leaf = { .kind = QUERY_TEXT, .is_phrase = i % 2 }, *both[] = { &leaf, &(struct query){ .kind = QUERY_TEXT, .text = str_lit("ai") } };
		struct buf text = { 0 };
		struct retry retry;
		struct hits hits;

		for (unsigned n = 1 + i % 6; n; n--) {
			seed = seed * 1103515245u + 12345u;
			(void)buf_puts(&text, parts[(seed >> 16) % (sizeof parts / sizeof *parts)]);
		}
		leaf.text = buf_str(&text);
		leaf.columns = i % 5 ? 0 : QUERY_IN_TITLE;
		fixture_ok(f, retry_hits(f->s, &f->a, &(struct posts_view){ .query = query_join(&f->a, i % 3 ? QUERY_OR : QUERY_AND, both, 2) },
		    &hits, &retry, &f->err));
		buf_free(&text);
	}
}

static void
words_of_a_query_are_marked(void **state)
{
	struct fixture *f = *state;
	struct find_match match = { 0 };
	struct find_match_span *spans;
	struct query *query;

	fixture_ok(f, query_parse(&f->a, str_lit("배포 (title:앱 or 서버) -장애 is:unread"), NULL, &query, &f->err));
	hits_match(&f->a, query, &match);
	assert_int_equal(match.n, 3);
	assert_int_equal(find_match_spans(&f->a, &match, str_lit("배포 앱 서버 장애"), FIND_MATCH_BODY, &spans), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		STORE_TEST(hits_are_found_before_they_are_indexed),
		STORE_TEST(hits_are_found_in_the_index),
		STORE_TEST(the_title_comes_before_the_text),
		STORE_TEST(a_tag_counts_as_a_word),
		STORE_TEST(the_new_come_before_the_old),
		STORE_TEST(of_many_the_best_are_given),
		STORE_TEST(no_post_is_given_twice),
		STORE_TEST(other_conditions_count),
		STORE_TEST(few_of_a_feed_or_a_site_are_found),
		STORE_TEST(a_latin_word_nobody_wrote_may_be_korean),
		STORE_TEST(no_word_is_an_error),
		STORE_TEST(words_of_a_query_are_marked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
