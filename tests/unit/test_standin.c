/*
 * Trees made with marks for long texts and values are those made without.
 */
#include "unit.h"

#include "base/file.h"
#include "base/limits.h"
#include "html/dom.h"
#include "html/scan.h"

/* A letter of the last plane anywhere turns marks off. */
#define OFF "<!-- \U00100000 -->"

static void
assert_same(const struct dom_node *a, const struct dom_node *b)
{
	assert_int_equal(a->tag, b->tag);
	assert_int_equal(a->number, b->number);
	assert_int_equal(a->n_attrs, b->n_attrs);
	assert_true(str_eq(a->text, b->text));
	for (size_t i = 0; i < a->n_attrs; i++) {
		assert_true(str_eq(a->attrs[i].name, b->attrs[i].name));
		assert_true(str_eq(a->attrs[i].value, b->attrs[i].value));
	}
}

static void
check(struct str html)
{
	struct arena arena = { 0 };
	struct buf plain = { 0 };
	struct dom_node *a, *b, *a_root, *b_root;

	(void)buf_add(&plain, html);
	(void)buf_puts(&plain, OFF);
	a = a_root = dom_parse(&arena, html, NULL);
	b = b_root = dom_parse(&arena, buf_str(&plain), NULL);
	while (a && b) {
		assert_same(a, b);
		a = dom_next(a, a_root);
		b = dom_next(b, b_root);
	}
	assert_true(!a && !b);
	buf_free(&plain);
	arena_free(&arena);
}

static void
trees_are_the_same_with_marks(void **state)
{
	static const char *const html[] = {
		"<p class='one two three four' title=\"캐시를 걷어 낸 이야기\">캐시를 걷어 낸 &amp; 그 뒤의 긴 이야기 &lt;끝&gt;이라고 합니다 &copy 2026 아무개",
		"  \n  text before anything else <b>bold text that is long</b> and its end\r\nline two that is long enough",
		"<table> text that is foster parented <tr><td>cell text that is long<td hidden=until-found-or-so>  </table>",
		"<table class='a table that is wide'>   <form action=\"/a/long/address\"><input type='hidden' name=x></form></table>",
		"<font style='color: red; margin: 0'><font style='color: red; margin: 0'><font style='color: red; margin: 0'>"
		"<font style='color: red; margin: 0'><p>x<p>y",
		"<a href=\"https://other.example/one\">one<a href=\"https://other.example/two\">two<p>three<p>four",
		"<svg viewBox='0 0 1000 1000'><path d='M0 0 L 100 100 Z'/><foreignObject><p>text in a drawing</p></svg>",
		"<math><annotation-xml encoding='application/xhtml+xml'><p>text in a formula</p></annotation-xml></math>",
		"<title>a title of &quot;many words&quot; in it</title><textarea>\n\nlines of &lt;text&gt; here</textarea>",
		"<script type='application/ld+json'>{\"headline\": \"&amp; so on\"}</script><script>if (a <!-- b) { long(); }</script>",
		"<pre>\n\n  code that is indented\n    deeper</pre><listing>\n text of a listing</listing>",
		"<select><option value='a value of an option'>an option that is long<p>more of this text</select>",
		"</body> text after the body </html> and more text after it <!-- c --> the last text",
		"<frameset><frame src='a/page/of/frames.html'></frameset> text that stays <noframes>a long <b>text</b></noframes>",
		"<p title='a value \x01 with controls'>text with \x02 controls in it</p>",
		"<ul>\n            <li>one\n            <li>two\n\t\t\t\t\t\t\t\t\t</ul>\n            <pre>\n            code</pre>",
		"<html>\n          <head>\n          <title>t</title>\n          </head>\n          <body>\n          <table>\n          <tr>"
		"\n          <td>x</table>\n          <select>\n          <option>a</select>\n          <svg>\n          </svg></html>\n          ",
		"<p>a</p>\r\n            <p>b</p> \t          <p>c</p>           d           <colgroup>           e",
		"&#x1F600; &#65536; &notit; &am &#; &#x; a long text after references <p title=\"a & b and so on\">",
	};

	(void)state;
	for (size_t i = 0; i < sizeof html / sizeof *html; i++)
		check(str_of(html[i]));
}

static void
long_texts_and_values_become_marks(void **state)
{
	struct buf out = { 0 };
	struct standin standins;

	(void)state;
	(void)scan_html(&out, str_lit("<p class=\"one two three\">a text that is long &amp; another one</p>"), &standins);
	assert_str(buf_str(&out), "<p class=\"\U00100000\">\U00100001&amp;\U00100002</p>");
	assert_int_equal(standins.parts.n, 3);
	standin_free(&standins);
	buf_free(&out);
}

/* Letters that look like marks stand for themselves, written out or by number. */
static void
nobody_else_makes_marks(void **state)
{
	static const char *const html[] = {
		"<p>\U00100000 and a text that is long", "<p>&#1048576; and a text that is long",
		"<p>&#x100000; and a text that is long", "<p>&#X0000100000 and a text that is long",
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof html / sizeof *html; i++) {
		const struct dom_node *p = dom_find(dom_parse(&arena, str_of(html[i]), NULL), DOM_P);

		assert_str(p->first->text, "\U00100000 and a text that is long");
	}
	arena_free(&arena);
}

static void
blanks_before_tags_stay_blanks(void **state)
{
	struct buf out = { 0 };
	struct standin standins;

	(void)state;
	(void)scan_html(&out, str_lit("<ul>\n          <li>\n          <li>\n            </ul>"), &standins);
	assert_str(buf_str(&out), "<ul>\n\f   <li>\n\f   <li>\n\f  \t</ul>");
	standin_free(&standins);
	buf_free(&out);
	check(str_lit("<p>\f  \t a</p>          <p>b"));
	check(str_lit("<p>&#12;  \t a</p>          <p>&#xC;   b"));
}

/* More kinds of indentation than there are marks for. */
static void
all_kinds_of_blanks_come_back(void **state)
{
	struct buf html = { 0 };

	(void)state;
	for (int i = 0; i < 100; i++)
		(void)buf_printf(&html, "<i>\n%*s<b>", i % 50, "");
	check(buf_str(&html));
	buf_free(&html);
}

static void
there_may_be_more_texts_than_marks(void **state)
{
	struct buf html = { 0 };

	(void)state;
	for (int i = 0; i < 50000; i++)
		(void)buf_printf(&html, "<a href=\"/long/address/%d\">text number %d", i, i);
	check(buf_str(&html));
	buf_free(&html);
}

static void
a_control_anywhere_in_a_text_is_seen(void **state)
{
	(void)state;
	for (size_t at = 0; at < 30; at++)
		for (int c = 1; c <= ' '; c++) {
			struct buf html = { 0 };

			(void)buf_fill(&html, 'a', 30);
			html.p[at] = (char)c;
			check(buf_str(&html));
			buf_free(&html);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trees_are_the_same_with_marks),
		cmocka_unit_test(long_texts_and_values_become_marks),
		cmocka_unit_test(nobody_else_makes_marks),
		cmocka_unit_test(blanks_before_tags_stay_blanks),
		cmocka_unit_test(all_kinds_of_blanks_come_back),
		cmocka_unit_test(there_may_be_more_texts_than_marks),
		cmocka_unit_test(a_control_anywhere_in_a_text_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
