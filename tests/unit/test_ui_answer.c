#include "unit.h"

#include "ui/article_pane.h"
#include "ui/view_article.h"
#include "ui_reader.h"

static void
words_behind_an_action_that_asks_are_the_answer(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":mark-query feed:전자신문\r");
	assert_null(r.app->asking);
	reader_assert_shows(&r, "the query finds 10 posts; marked: 10");
	reader_type(&r, "j\r:find 항목\r");
	assert_null(r.app->asking);
	assert_int_equal(view_article_pane(r.app->views[APP_ARTICLE])->search.found.n, 2);
	reader_type(&r, ":outline\r:narrow 없는절\r");
	reader_assert_shows(&r, "없는절");
	assert_null(r.app->asking);
	reader_close(&r);
}

static void
without_words_they_ask(void **state)
{
	static const char *const lines[] = { ":pipe\r", ":save\r", ":mark-query\r", ":import\r", ":w\r" };
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		reader_type(&r, lines[i]);
		assert_non_null(r.app->asking);
		reader_type(&r, "\033");
		assert_null(r.app->asking);
	}
	reader_close(&r);
}

static void
a_program_can_be_bound_with_its_words(void **state)
{
	static char program[] = "/bin/true";
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	r.app->program = program;
	reader_type(&r, ":bind ,u pipe wc -l \"a ; b\"\r");
	reader_assert_shows(&r, "bound until the reader ends");
	reader_type(&r, ",u");
	assert_true(outside_is_wanted(r.app));
	assert_str(str_of(r.app->outside.argv[0]), "wc");
	assert_str(str_of(r.app->outside.argv[2]), "a ; b");
	assert_null(r.app->outside.argv[3]);
	reader_close(&r);
}

static void
the_prompt_for_tags_can_be_bound(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":unbind t\r:bind t tag\rt+x\r");
	assert_null(r.app->asking);
	assert_int_equal(reader_count(&r, "tag:x"), 1);
	reader_type(&r, ":macro y down ; tag\r,y+x\r");
	assert_int_equal(reader_count(&r, "tag:x"), 2);
	reader_close(&r);
}

/* What is refused can be mended where it was asked for; a line with another command that fails is there again whole. */
static void
what_is_refused_stays(void **state)
{
	struct reader r;

	(void)state;
	reader_open(&r, 24, 80);
	reader_type(&r, ":mark-query is:nonsense\r");
	assert_str(buf_str(&r.app->prompt.text), "is:nonsense");
	assert_str(buf_str(&r.app->prompt.label), "Mark what this finds: ");
	reader_type(&r, "\033:import /no/such/file\r");
	reader_assert_shows(&r, "cannot read /no/such/file");
	reader_type(&r, "\033:mark-query feed:전자신문 ; nonsense\r");
	assert_str(buf_str(&r.app->prompt.text), "mark-query feed:전자신문 ; nonsense");
	assert_str(buf_str(&r.app->prompt.label), ":");
	reader_type(&r, "\033:find x\r");
	reader_assert_shows(&r, "find is not for what is shown here");
	reader_close(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_behind_an_action_that_asks_are_the_answer),
		cmocka_unit_test(without_words_they_ask),
		cmocka_unit_test(a_program_can_be_bound_with_its_words),
		cmocka_unit_test(the_prompt_for_tags_can_be_bound),
		cmocka_unit_test(what_is_refused_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
