/*
 * What stands in and around an article without being part of it.
 */
#include "arena_fixture.h"

#include "base/buf.h"
#include "page/edge.h"
#include "page/edge_words.h"
#include "page/piece.h"
#include "page/prune.h"
#include "page/trim.h"

#define TEXT "This is a sentence of the article that is long enough to be told from a label or a by-line, which are short. "
#define LONG TEXT TEXT TEXT

static struct gauge
gauge_of(const char *html)
{
	struct gauge g;

	gauge_read(&arena, dom_parse(&arena, str_of(html), NULL), str_lit("https://a.example/1"), STR_NONE, &g);
	return g;
}

static uint32_t
article_of(const struct gauge *g)
{
	for (uint32_t i = 0; i < g->n; i++)
		if (g->nodes[i].node->tag == DOM_ARTICLE)
			return i;
	fail_msg("no article");
	return 0;
}

/* What is left of the article in html, one line a piece; LONG goes as "…". */
static struct str
left(struct gauge *g)
{
	struct piece_list list;
	struct buf out = { 0 };
	struct str ret;

	piece_read(&arena, g, article_of(g), &list);
	for (size_t i = 0; i < list.n; i++) {
		if (str_starts(list.v[i].text, "This is a sentence"))
			(void)buf_puts(&out, "…");
		else
			(void)buf_add(&out, list.v[i].text);
		(void)buf_putc(&out, '\n');
	}
	ret = arena_dup(&arena, buf_str(&out));
	buf_free(&out);
	return ret;
}

static void
assert_trimmed(const char *html, const char *want)
{
	struct gauge g = gauge_of(html);

	prune_article(&g, article_of(&g), PRUNE_WEIGHS | PRUNE_CLEANS);
	trim_article(&g, article_of(&g));
	edge_trim(&arena, &g, article_of(&g));
	assert_str(left(&g), want);
}

static void
pieces_are_lines_of_text(void **state)
{
	struct gauge g = gauge_of("<article>one <b>two</b><br>three<div>four<p>five</p>six</div><ul><li>seven</ul></article>");

	(void)state;
	assert_str(left(&g), "one two\nthree\nfour\nfive\nsix\nseven\n");
}

static void
boxes_with_telling_names_go(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p><div class=related-posts><h4>Related</h4><p>Something else</p></div><p>" LONG "</p>"
		"<div class='newsletter-box'>Sign up here</div><div class=authorBio>Mina Kwon writes about ports.</div></article>",
		"…\n…\n");
	assert_trimmed("<article><p>" LONG "</p><div class=post-author-john><p>" LONG LONG "</p></div></article>", "…\n…\n");
	assert_trimmed("<article><p>" LONG "</p><div class=widget><pre>code()</pre></div><p>" LONG "</article>", "…\ncode()\n…\n");
	assert_trimmed("<article><div class=date>4 May</div><p>" LONG "</p><div class=date>5 May</div><p>" LONG "</p></article>",
		"…\n5 May\n…\n");
	assert_trimmed("<article><p>" LONG "</p><div class='elementor-widget elementor-widget-text-editor'><p>Short, but told.</p></div>"
		"<p>" LONG "</p></article>", "…\nShort, but told.\n…\n");
	assert_trimmed("<article><p>Before <span class=date>yesterday</span> and after. " LONG "</p></article>",
		"Before yesterday and after. " TEXT TEXT "This is a sentence of the article that is long enough to be told from a label or a "
		"by-line, which are short.\n");
}

static void
lists_of_links_to_the_same_site_go(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p><h3>More</h3><ul><li><a href=/2>Another day</a><li><a href=https://www.a.example/3>And "
		"another</a></ul><p>" LONG "</article>", "…\nMore\n…\n");
	assert_trimmed("<article><p>" LONG "</p><p>" LONG "</p><ul><li><a href=/2>Another day</a><li><a href=/3>And another</a></ul></article>",
		"…\n…\n");
	assert_trimmed("<article><p>" LONG "</p> <ul class=related><li><a href=/2>Part one</a><li><a href=/3>Part two</a></ul><p>" LONG
		"</article>", "…\n…\n");
	assert_trimmed("<article><p>" LONG "</p><h3>Sources</h3><ul><li><a href=https://b.example/2>One</a><li><a href=https://c.example>Two</a>"
		"</ul></article>", "…\nSources\nOne\nTwo\n");
	assert_trimmed("<article><ul><li><a href=#a>First part</a><li><a href=#b>Second part</a></ul><p>" LONG "</article>",
		"First part\nSecond part\n…\n");
}

static void
lists_between_paragraphs_stay(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p> <ul><li><a href=/2>Part one</a><li><a href=/3>Part two</a></ul><p>" LONG "</article>",
		"…\nPart one\nPart two\n…\n");
}

static void
callouts_and_sources_stay(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p><aside class=note><p>Note</p><p>Run the migration first.</p></aside><p>" LONG "</p>"
		"<aside>💡 상자 하나</aside><p>" LONG "</p></article>", "…\nNote\nRun the migration first.\n…\n💡 상자 하나\n…\n");
	assert_trimmed("<article><p>" LONG "</p><aside class=sidebar><p>Something else.</p></aside><aside><a href=/2>Another</a> story</aside>"
		"<aside>Your address <input name=mail></aside><aside><ul><li><a href=#a>Part one</a><li><a href=#b>Part two</a></ul></aside><p>" LONG "</p><footer>Posted in <a href=/t>ports</a> today</footer></article>", "…\n…\n");
	assert_trimmed("<article><p>" LONG "</p><blockquote>Less is less.<footer>An example</footer></blockquote><p>" LONG "</p>"
		"<footer><h2>Sources</h2><ul><li><a href=https://b.example/1>The paper of 1999</a></ul></footer></article>",
		"…\nLess is less.\nAn example\n…\nSources\nThe paper of 1999\n");
}

static void
headings_keep_their_anchors(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p><h2>Part one <a class=headerlink href=#one>#</a></h2><p>" LONG "</article>",
		"…\nPart one #\n…\n");
}

static void
title_byline_and_date_go_from_the_start(void **state)
{
	(void)state;
	assert_trimmed("<article><h1>The title</h1><div>By Mina Kwon</div><div>3 March 2026, 10:15</div><p>Share</p><p>" LONG "</p>"
		"<p>By and large it rained.</p><p>" LONG "</article>", "…\nBy and large it rained.\n…\n");
}

static void
a_picture_for_pages_without_scripts_is_no_second_one(void **state)
{
	static const char lazy[] = "<img data-src=a.png> <noscript><img src=a.png></noscript>";

	(void)state;
	assert_trimmed(arena_printf(&arena, "<article><p>" LONG "</p><div><p>Short, but told.</p>%s<img src=b.png></div></article>", lazy).p,
		"…\nShort, but told.\n");
}

static void
a_first_heading_that_is_no_title_stays(void **state)
{
	struct gauge g = gauge_of("<article><h1>들어가며</h1><p>" LONG "</p><h1>나가며</h1><p>" LONG "</p></article>");

	(void)state;
	g.title = str_lit("항구의 하루");
	edge_trim(&arena, &g, article_of(&g));
	assert_str(left(&g), "들어가며\n…\n나가며\n…\n");
	g.title = str_lit("들어가며");
	edge_trim(&arena, &g, article_of(&g));
	assert_str(left(&g), "…\n나가며\n…\n");
}

static void
a_line_behind_the_first_paragraph_is_no_byline(void **state)
{
	(void)state;
	assert_trimmed("<article><p>By Mina Kwon</p><p>" TEXT "</p><p>2024 and 2025</p><p>" LONG "</p></article>",
		"…\n2024 and 2025\n…\n");
}

static void
notices_and_empty_headings_go_from_the_end(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p><h2>Comments</h2><p>Follow Mina on Twitter.</p><p>© 2026 A. Example</p></article>", "…\n");
	assert_trimmed("<article><p>" LONG "</p><p>Mina Kwon is a reporter for the Example Herald. Follow her there.</p></article>", "…\n");
	assert_trimmed("<article><p>" LONG "</p><p>Mina Kwon is a reporter.</p><p>" LONG "</p></article>", "…\nMina Kwon is a reporter.\n…\n");
	assert_trimmed("<article><p>" LONG "</p><h2>Part two</h2><p>Short but told.</p></article>", "…\nPart two\nShort but told.\n");
}

static void
lines_that_lead_away_go_wherever_they_stand(void **state)
{
	(void)state;
	assert_trimmed("<article><p>" LONG "</p><p>Read more: <a href=/2>The harbour in winter</a></p><p>Advertisement</p><p>" LONG "</article>",
		"…\n…\n");
	assert_trimmed("<article><p>" LONG "</p><p>Read more in the papers than you should.</p><p>" LONG "</article>",
		"…\nRead more in the papers than you should.\n…\n");
}

static void
what_is_said_of_pictures_becomes_a_caption(void **state)
{
	struct gauge g = gauge_of("<article><p>" LONG "</p><div><img src=a.png><p id=a>M. Kwon / Getty Images</p></div>"
		"<p id=b>The photo by Kwon hangs in the harbour office.</p><p id=c class=photo-caption>The quay in 1911</p></article>");
	bool want[] = { true, false, true };
	size_t n = 0;

	(void)state;
	trim_article(&g, article_of(&g));
	edge_trim(&arena, &g, article_of(&g));
	for (uint32_t i = 0; i < g.n; i++)
		if (dom_has_attr(g.nodes[i].node, "id"))
			assert_int_equal(g.nodes[i].is_caption, want[n++]);
	assert_int_equal(n, 3);
}

static void
words_are_known_by_the_whole_line(void **state)
{
	(void)state;
	assert_true(edge_words_are_noise(str_lit("SHARE")));
	assert_true(edge_words_are_noise(str_lit("Comments (12)")));
	assert_true(edge_words_are_noise(str_lit("— Advertisement —")) || edge_words_are_noise(str_lit("- Advertisement -")));
	assert_false(edge_words_are_noise(str_lit("Share of the market")));
	assert_false(edge_words_are_noise(str_lit("")));
	assert_true(edge_words_are_byline(str_lit("2026-03-05 10:15")));
	assert_false(edge_words_are_byline(str_lit("In 1998 and 2004 the river rose over the wall.")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(pieces_are_lines_of_text, empty_arena),
		cmocka_unit_test_teardown(boxes_with_telling_names_go, empty_arena),
		cmocka_unit_test_teardown(lists_of_links_to_the_same_site_go, empty_arena),
		cmocka_unit_test_teardown(lists_between_paragraphs_stay, empty_arena),
		cmocka_unit_test_teardown(callouts_and_sources_stay, empty_arena),
		cmocka_unit_test_teardown(headings_keep_their_anchors, empty_arena),
		cmocka_unit_test_teardown(title_byline_and_date_go_from_the_start, empty_arena),
		cmocka_unit_test_teardown(a_picture_for_pages_without_scripts_is_no_second_one, empty_arena),
		cmocka_unit_test_teardown(a_first_heading_that_is_no_title_stays, empty_arena),
		cmocka_unit_test_teardown(a_line_behind_the_first_paragraph_is_no_byline, empty_arena),
		cmocka_unit_test_teardown(notices_and_empty_headings_go_from_the_end, empty_arena),
		cmocka_unit_test_teardown(lines_that_lead_away_go_wherever_they_stand, empty_arena),
		cmocka_unit_test_teardown(what_is_said_of_pictures_becomes_a_caption, empty_arena),
		cmocka_unit_test_teardown(words_are_known_by_the_whole_line, empty_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
