/*
 * Where the article of a page is: names of classes, facts about nodes, scores.
 */
#include "arena_fixture.h"

#include "base/buf.h"
#include "page/choose.h"
#include "page/hide.h"
#include "page/score.h"

#define LONG "A sentence that is long enough, with a comma in it, to count as one of an article. "

static struct gauge
gauge_of(const char *html)
{
	struct gauge g;

	gauge_read(&arena, dom_parse(&arena, str_of(html), NULL), str_lit("https://a.example/1"), STR_NONE, &g);
	return g;
}

static uint32_t
find(const struct gauge *g, const char *id)
{
	for (uint32_t i = 0; i < g->n; i++)
		if (str_is(dom_attr(g->nodes[i].node, "id"), id))
			return i;
	fail_msg("no #%s", id);
	return 0;
}

/* The scripts of a page that are left, a line each: their lengths. */
static struct str
scripts_of(const char *head, size_t n, char fill)
{
	struct buf html = { 0 }, out = { 0 };
	struct dom_node *root;
	struct str ret;

	(void)buf_printf(&html, "<script%s", head);
	(void)buf_fill(&html, fill, n);
	(void)buf_puts(&html, "</script><style>p { }</style><p>x");
	root = dom_parse(&arena, buf_str(&html), NULL);
	for (const struct dom_node *node = root; node; node = dom_next(node, root))
		if (node->tag == DOM_SCRIPT || node->tag == DOM_STYLE)
			(void)buf_printf(&out, "%zu\n", node->first ? node->first->text.n : 0);
	ret = arena_dup(&arena, buf_str(&out));
	buf_free(&html);
	buf_free(&out);
	return ret;
}

static void
dom_leaves_long_programs_and_styles_out(void **state)
{
	(void)state;
	assert_str(scripts_of(">", 100, 'x'), "100\n0\n");
	assert_str(scripts_of(">", 5000, 'x'), "0\n0\n");
	assert_str(scripts_of(">window.__STATE__=", 5000, 'x'), "5017\n0\n");
	assert_str(scripts_of(" type='application/ld+json'>", 5000, '1'), "5000\n0\n");
	assert_str(scripts_of(" type='math/tex'>", 5000, 'x'), "5000\n0\n");
}

static void
hint_finds_words_and_parts(void **state)
{
	const struct hint *hint = hint_new(&arena);

	(void)state;
	assert_int_equal(hint_find(hint, str_lit("")), 0);
	assert_int_equal(hint_find(hint, str_lit("x")), 0);
	assert_int_equal(hint_find(hint, str_lit("css-1q2w3e")), 0);
	assert_int_equal(hint_find(hint, str_lit("MathJax CtxtMenu_Attached_0")), 0);
	assert_true(hint_find(hint, str_lit("SideBar-left")) & HINT_UNLIKELY);
	assert_true(hint_find(hint, str_lit("main-sidebar")) & HINT_MAYBE);
	assert_true(hint_find(hint, str_lit("post-share")) & HINT_SHARE);
	assert_true(hint_find(hint, str_lit("postShare")) & HINT_SHARE);
	assert_false(hint_find(hint, str_lit("shareholders")) & HINT_SHARE);
	assert_true(hint_find(hint, str_lit("box ads")) & HINT_EXTRA);
	assert_false(hint_find(hint, str_lit("headset heads")) & HINT_EXTRA);
	assert_true(hint_find(hint, str_lit("hid")) & HINT_NEGATIVE);
	assert_false(hint_find(hint, str_lit("orchid")) & HINT_NEGATIVE);
}

static void
gauge_counts_what_is_in_a_node(void **state)
{
	struct gauge g = gauge_of("<p id=p>One,  two <a href='#x'>0123456789</a> <a href=/b>four</a>"
		"<a href=https://b.example/>five</a><script>none()</script><!-- no --></p><ul id=u><li>가나</ul>");
	const struct gauge_sum *p = &g.nodes[find(&g, "p")].sum, *u = &g.nodes[find(&g, "u")].sum;

	(void)state;
	assert_int_equal(p->letters, strlen("One, two 0123456789 fourfive"));
	assert_int_equal(p->linked, 3 + 4 + 1 + 4);
	assert_int_equal(p->outward, 3 + 4);
	assert_int_equal(p->commas, 1);
	assert_int_equal(p->link, 3);
	assert_int_equal(u->letters, 4);
	assert_int_equal(u->listed, 4);
	assert_int_equal(g.nodes[0].sum.letters, p->letters + u->letters);
}

static void
gauge_forgets_what_is_taken_out(void **state)
{
	struct gauge g = gauge_of("<div id=d><p id=p>one, two</p><p>three</p></div>");
	uint32_t d = find(&g, "d"), all = g.nodes[d].sum.letters;

	(void)state;
	gauge_drop(&g, find(&g, "p"));
	gauge_drop(&g, find(&g, "p"));
	assert_int_equal(g.nodes[d].sum.letters, 5);
	assert_int_equal(g.nodes[0].sum.p, 1);
	assert_int_equal(g.nodes[d].sum.commas, 0);
	assert_true(gauge_child(&g, d, 0) > find(&g, "p"));
	gauge_reset(&g);
	assert_int_equal(g.nodes[d].sum.letters, all);
}

static void
score_splits_text_at_double_breaks(void **state)
{
	struct gauge g = gauge_of("<div id=d>one<br>still one <b>bold</b><br>\n<br>two<p>own</p>three</div>");
	struct score_run run;
	uint32_t d = find(&g, "d"), after = 0, n = 0, letters[4] = { 0 };

	(void)state;
	for (; n < 4 && score_run_next(&g, d, after, &run); after = run.last)
		letters[n++] = run.letters;
	assert_int_equal(n, 3);
	assert_int_equal(letters[0], strlen("onestill one bold"));
	assert_int_equal(letters[1], strlen(" two"));
	assert_int_equal(letters[2], strlen("three"));
}

static void
hide_leaves_out_what_is_not_shown(void **state)
{
	struct gauge g = gauge_of("<p id=a>seen and long enough to be more than half of all</p><p style='color:red; DISPLAY : none'>x</p>"
		"<p hidden>x</p><p hidden=until-found>y</p><p aria-hidden=true>x</p><p style='visibility:hidden'>x</p>"
		"<noscript>x</noscript><span aria-hidden=true class=fallback-image>y</span>"
		"<span class='sr-only'>x</span><em class=blind>x</em><div role=dialog aria-modal=true>x</div><p style='background:none'>y</p>");
	struct buf text = { 0 };

	(void)state;
	hide_unseen(&g);
	dom_text(&text, g.nodes[0].node);
	assert_false(str_has(buf_str(&text), "x"));
	assert_int_equal(g.nodes[0].sum.letters, strlen("seen and long enough to be more than half of allyyy"));
	buf_free(&text);
}

static void
hide_keeps_what_holds_most_of_the_page(void **state)
{
	struct gauge g = gauge_of("<p>short</p><div hidden id=d><p>" LONG "</p></div>");

	(void)state;
	hide_unseen(&g);
	assert_true(g.nodes[find(&g, "d")].sum.letters > 50);
}

static void
choose_keeps_terms_whatever_they_are_called(void **state)
{
	struct gauge g = gauge_of("<div id=all><p>" LONG LONG LONG "<dl><dt id=term class=subheader>tide<dd>" LONG "</dl>"
		"<p class=subheader id=box>x</p><p>" LONG LONG LONG "</div>");

	(void)state;
	assert_non_null(choose_article(&arena, &g));
	assert_false(g.nodes[find(&g, "term")].node->is_dropped);
	assert_true(g.nodes[find(&g, "box")].node->is_dropped);
}

static void
choose_finds_the_article_and_what_stands_beside_it(void **state)
{
	struct gauge g = gauge_of("<div class=menu><ul><li><a href=/1>" LONG "</a></ul></div><div id=all><p id=before>" LONG LONG "</p>"
		"<div id=main><p>" LONG LONG LONG "<p>" LONG LONG LONG "<p>" LONG LONG "</div><div id=list><a href=/2>" LONG "</a></div>"
		"</div>");
	struct dom_node *article = choose_article(&arena, &g);

	(void)state;
	assert_non_null(article);
	assert_str(dom_attr(article, "id"), "all");
	assert_true(g.nodes[find(&g, "list")].node->is_dropped);
	assert_false(g.nodes[find(&g, "before")].node->is_dropped);
}

static void
choose_leaves_out_what_readers_wrote(void **state)
{
	struct gauge g = gauge_of("<div class='post comments-open'><p>" LONG LONG LONG LONG "</p><pre><div class=comment>x</div></pre>"
		"<div id=r class=article_comment_item><p>" LONG LONG "</p></div></div>");
	struct dom_node *article = choose_article(&arena, &g);

	(void)state;
	assert_non_null(article);
	assert_true(g.nodes[find(&g, "r")].node->is_dropped);
}

static void
choose_takes_the_usual_place_where_it_holds_clearly_more(void **state)
{
	struct gauge g = gauge_of("<article id=a><section><p>" LONG LONG LONG "<p>" LONG LONG LONG "</section>"
		"<ul><li>" LONG LONG "<li>" LONG LONG "<li>" LONG "</ul></article><p>Elsewhere</p>");
	struct dom_node *article = choose_article(&arena, &g);

	(void)state;
	assert_non_null(article);
	assert_str(dom_attr(article, "id"), "a");
}

static void
choose_takes_the_sure_place_where_it_holds_almost_all(void **state)
{
	struct gauge g = gauge_of("<div id=all><div class=entry-content id=e><p>" LONG LONG LONG "<p>" LONG LONG LONG "<p>" LONG LONG
		LONG "</div><p>Twelve words that stand below every single article of this site, sorry.</p></div>");
	struct dom_node *article = choose_article(&arena, &g);

	(void)state;
	assert_non_null(article);
	assert_str(dom_attr(article, "id"), "e");
}

#define ENTRY(n) "<section class=card><h2><a href=/p/" n ">Entry " n " of the list</a></h2><p>" LONG "</p></section>"
#define BOX(n) "<div class=item><a href=/p/" n "><b>Entry " n " of the list</b></a><p>" LONG LONG LONG "</p></div>"
#define POST(n) "<article><h2><a href=/p/" n ">Entry " n " of the list</a></h2><p>" LONG "</p></article>"
#define PART(n) "<section><h2>Part " n " of it <a href='#" n "'>#</a></h2><p>" LONG "</p></section>"

static void
choose_knows_a_list_of_articles_from_one(void **state)
{
	struct gauge list = gauge_of("<main>" ENTRY("1") ENTRY("2") ENTRY("3") ENTRY("4") ENTRY("5") ENTRY("6") "</main>");
	struct gauge article = gauge_of("<main>" PART("1") PART("2") PART("3") PART("4") PART("5") PART("6") "</main>");

	(void)state;
	assert_null(choose_article(&arena, &list));
	list = gauge_of("<main>" BOX("1") BOX("2") BOX("3") BOX("4") BOX("5") BOX("6") "</main>");
	assert_null(choose_article(&arena, &list));
	list = gauge_of("<main>" POST("1") POST("2") POST("3") POST("4") "</main>");
	assert_null(choose_article(&arena, &list));
	assert_non_null(choose_article(&arena, &article));
}

static void
choose_finds_nothing_in_a_page_without_text(void **state)
{
	struct gauge g = gauge_of("<div><img src=a.png></div><script>var a = 1;</script>");

	(void)state;
	assert_null(choose_article(&arena, &g));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(dom_leaves_long_programs_and_styles_out, empty_arena),
		cmocka_unit_test_teardown(hint_finds_words_and_parts, empty_arena),
		cmocka_unit_test_teardown(gauge_counts_what_is_in_a_node, empty_arena),
		cmocka_unit_test_teardown(gauge_forgets_what_is_taken_out, empty_arena),
		cmocka_unit_test_teardown(score_splits_text_at_double_breaks, empty_arena),
		cmocka_unit_test_teardown(hide_leaves_out_what_is_not_shown, empty_arena),
		cmocka_unit_test_teardown(hide_keeps_what_holds_most_of_the_page, empty_arena),
		cmocka_unit_test_teardown(choose_keeps_terms_whatever_they_are_called, empty_arena),
		cmocka_unit_test_teardown(choose_finds_the_article_and_what_stands_beside_it, empty_arena),
		cmocka_unit_test_teardown(choose_leaves_out_what_readers_wrote, empty_arena),
		cmocka_unit_test_teardown(choose_takes_the_usual_place_where_it_holds_clearly_more, empty_arena),
		cmocka_unit_test_teardown(choose_takes_the_sure_place_where_it_holds_almost_all, empty_arena),
		cmocka_unit_test_teardown(choose_knows_a_list_of_articles_from_one, empty_arena),
		cmocka_unit_test_teardown(choose_finds_nothing_in_a_page_without_text, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
