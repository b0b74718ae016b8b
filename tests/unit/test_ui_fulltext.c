#include "unit.h"

#include "html/doc_read.h"
#include "html/teaser.h"
#include "store/full.h"
#include "ui/view_article.h"
#include "ui_reader.h"

#define FOUR "<p>넷</p><p>다섯</p><p>여섯</p><p>일곱</p>"

static const char page[] =
	"<article><p>도입 문단입니다. 페이지에는 더 있습니다.</p><h2>들어가며</h2><p>피드에 없던 절입니다.</p>"
	"<h2>1. 배경</h2><p>배경을 적습니다.</p><h3>(1) 시장</h3><p>시장은 이렇습니다. 둘째</p>"
	FOUR FOUR FOUR FOUR "</article>";

static int64_t
post_at(struct reader *r)
{
	return view_posts_row(r->app->views[APP_POSTS])->id;
}

static void
store_page(struct reader *r, int64_t id, enum full_how how, const char *error)
{
	const struct full_text text = { .xhtml = str_of(page), .url = str_lit("https://example.com/post/0"), .published = CLOCK_NONE,
		.letters = 1500, .pages = 1, .how = how, .is_part = how == FULL_PART, .error = str_of(error) };
	struct err err;

	reader_must(full_store(r->store, id, &text, &err), &err);
	app_reload(r->app);
}

static void
an_open_article_turns_into_its_full_text_where_one_is(void **state)
{
	struct reader r;
	int64_t id;

	(void)state;
	reader_open(&r, 24, 80);
	id = post_at(&r);
	reader_type(&r, "\r]]]]");
	reader_assert_shows(&r, "(1) 시장");
	store_page(&r, id, FULL_FINE, "");
	reader_assert_shows(&r, "§ (1) 시장");
	reader_type(&r, "gg");
	reader_assert_shows(&r, "full text");
	reader_assert_shows(&r, "피드에 없던 절입니다");
	reader_type(&r, "gf");
	reader_assert_shows(&r, "the text of the feed; gf shows the full text");
	reader_assert_hides(&r, "피드에 없던 절입니다");
	reader_type(&r, "ㅎㄹ");
	reader_assert_shows(&r, "the full text, from its page");
	reader_assert_shows(&r, "피드에 없던 절입니다");
	reader_close(&r);
}

/* Sections that the feed has nothing of. */
static void
store_long_page(struct reader *r, int64_t id)
{
	struct full_text text = { .url = str_lit("https://example.com/post/0"), .published = CLOCK_NONE, .letters = 9000,
		.pages = 1 };
	struct buf xhtml = { 0 };
	struct err err;

	(void)buf_puts(&xhtml, "<article>");
	for (int i = 1; i <= 9; i++) {
		(void)buf_printf(&xhtml, "<h2>%d째 마당</h2>", i);
		for (int k = 0; k < 12; k++)
			(void)buf_printf(&xhtml, "<p>%d째 마당의 %d째 문단입니다.</p>", i, k);
	}
	(void)buf_puts(&xhtml, "</article>");
	text.xhtml = buf_str(&xhtml);
	reader_must(full_store(r->store, id, &text, &err), &err);
	app_reload(r->app);
	buf_free(&xhtml);
}

static void
each_text_keeps_its_place(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	store_long_page(&r, post_at(&r));
	reader_type(&r, "\r8gs");
	reader_assert_shows(&r, "8/9");
	reader_type(&r, "gf");
	reader_assert_shows(&r, reader_titles[0]);
	reader_assert_shows(&r, "about 1 min");
	reader_type(&r, "gfj");
	reader_assert_shows(&r, "8/9");
	reader_assert_shows(&r, "8째 마당의 0째");
	reader_type(&r, "gf]]gfj");
	reader_assert_shows(&r, "8/9");
	reader_type(&r, "gfj");
	reader_assert_shows(&r, "1/5");
	reader_close(&r);
}

static void
headlines_tell_what_there_is(void **state)
{
	struct reader r;
	struct err err;

	(void)state;
	reader_open(&r, 24, 80);
	store_page(&r, post_at(&r), FULL_FINE, "");
	reader_type(&r, "j");
	store_page(&r, post_at(&r), FULL_PART, "only 2 pages of it came");
	reader_type(&r, "j");
	reader_must(full_fail(r.store, post_at(&r), FULL_LOGIN, str_lit("this page asks for a login"), CLOCK_NONE, &err), &err);
	app_reload(r.app);
	reader_assert_file(&r, "fulltext-list-80x24");
	reader_type(&r, "\rG");
	reader_assert_shows(&r, "No full text: this page asks for a login");
	reader_type(&r, "K");
	reader_assert_shows(&r, "part of the full");
	reader_type(&r, "G");
	reader_assert_shows(&r, "The full text ends here: only 2 pages of it came");
	reader_close(&r);
}

static void
a_text_that_cannot_be_fetched_anew_stays(void **state)
{
	struct reader r;
	struct err err;
	int64_t id;

	(void)state;
	reader_open(&r, 24, 80);
	id = post_at(&r);
	store_page(&r, id, FULL_FINE, "");
	store_page(&r, id, FULL_PART, "only 2 pages of it came");
	reader_type(&r, "\rG");
	reader_assert_shows(&r, "The full text could not be fetched anew: only 2 pages of it came");
	store_page(&r, id, FULL_SHORTER, "the page has less text than the feed");
	reader_type(&r, "G");
	reader_assert_shows(&r, "The full text: the page has less text than the feed");
	reader_must(full_fail(r.store, id, FULL_HTTP, str_lit("500"), CLOCK_NONE, &err), &err);
	app_reload(r.app);
	reader_assert_shows(&r, "The full text could not be fetched anew: 500");
	reader_close(&r);
}

static void
a_beginning_says_how_to_get_the_rest(void **state)
{
	static const struct {
		const char *xhtml;
		bool is_teaser;
	} cases[] = {
		{ "<article><p>짧은 요약입니다</p></article>", true },
		{ "<article><p>하나</p><p>둘</p><p>셋</p><p>넷째 문단에서 끊깁니다…</p></article>", true },
		{ "<article><p>하나</p><p>둘</p><p>셋</p><p>넷째 문단</p><p><a href=\"https://a.example/\">계속 읽기</a></p></article>", true },
		{ "<article><p>하나</p><p>둘</p><p>셋</p><p>Continue reading →</p></article>", true },
		{ "<article><p>하나</p><p>둘</p><p>셋</p><p>넷째 문단으로 마칩니다.</p></article>", false },
		{ "<article><p>짧지만</p><pre>code();</pre></article>", false },
	};
	struct arena a = { 0 };
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct doc doc;

		reader_must(doc_read(&a, str_of(cases[i].xhtml), &doc, &err), &err);
		if (teaser_is(&doc) != cases[i].is_teaser)
			fail_msg("%s", cases[i].xhtml);
	}
	arena_free(&a);
}

static void
the_line_below_a_beginning_goes_with_the_full_text(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, "6j\r");
	reader_assert_shows(&r, "gf fetches it");
	store_page(&r, view_article_post(r.app->views[APP_ARTICLE])->id, FULL_FINE, "");
	reader_assert_hides(&r, "gf fetches it");
	reader_assert_shows(&r, "피드에 없던 절입니다");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_open_article_turns_into_its_full_text_where_one_is),
		cmocka_unit_test(each_text_keeps_its_place),
		cmocka_unit_test(headlines_tell_what_there_is),
		cmocka_unit_test(a_text_that_cannot_be_fetched_anew_stays),
		cmocka_unit_test(a_beginning_says_how_to_get_the_rest),
		cmocka_unit_test(the_line_below_a_beginning_goes_with_the_full_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
