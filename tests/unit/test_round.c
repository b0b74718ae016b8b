/*
 * What is written as Markdown is read back as the same blocks: articles made
 * of every element and of text full of marks, from numbers that are the same
 * in every run.
 */
#include "unit.h"

#include <expat.h>

#include "base/buf.h"
#include "html/doc_box.h"
#include "html/doc_read.h"
#include "html/layout_table.h"
#include "html/markdown.h"
#include "html/outline.h"
#include "html/print.h"
#include "html/print_block.h"
#include "html/tidy.h"
#include "text/entity.h"

enum { ARTICLES = 1500, DEPTH = 3 };

struct maker {
	struct buf out;
	uint64_t state;
};

static unsigned
number(struct maker *m, unsigned below)
{
	m->state = m->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(m->state >> 33) % below;
}

/* No addresses: they become links when Markdown is read, as they do in any other text. */
static void
add_text(struct maker *m)
{
	static const char *const words[] = {
		"글", "가나다", "*", "**", "_", "snake_case", "~", "~~", "10~20", "$5", "$", "$x_1$", "[", "](u)", "![",
		"<b>", "&amp;", "&", "\\", "|", "#", "1.", "2)", "-", "+", "=", "---", ">", "\"", "‘소식’", "(주)", "!",
		"htp", "://", "끝.", "R&D", ":", "\\*", "^", "[^1]", "<!--", "</p>", "e.g.", "×", "…", "\\|",
	};

	(void)buf_puts(&m->out, "말");
	for (unsigned n = number(m, 5); n; n--) {
		(void)buf_puts(&m->out, number(m, 2) ? " " : "");
		entity_escape(&m->out, str_of(words[number(m, sizeof words / sizeof *words)]));
	}
}

static void
add_styled(struct maker *m)
{
	static const char *const tags[] = { "b", "i", "s", "u", "code", "kbd", "sup", "sub", "mark" };
	static const char *const urls[] = { "", "x_(y)", "a?b=1&amp;copy;=2", "(", "a|b", "q*_", "%20" };
	const char *tag = tags[number(m, sizeof tags / sizeof *tags)];
	bool is_link = number(m, 5) == 0;

	if (is_link)
		(void)buf_printf(&m->out, "<a href=\"https://a.example/%s\">", urls[number(m, sizeof urls / sizeof *urls)]);
	(void)buf_printf(&m->out, "<%s>", tag);
	add_text(m);
	(void)buf_printf(&m->out, "</%s>", tag);
	if (is_link)
		(void)buf_puts(&m->out, "</a>");
}

static void
add_line(struct maker *m)
{
	add_text(m);
	for (unsigned n = number(m, 4); n; n--) {
		add_styled(m);
		(void)buf_puts(&m->out, number(m, 8) ? "" : "<br>");
		add_text(m);
	}
}

static void
add_in(struct maker *m, const char *tag)
{
	(void)buf_printf(&m->out, "<%s>", tag);
	add_line(m);
	(void)buf_printf(&m->out, "</%s>", tag);
}

/* Of one line, or of several with code and lists in it. */
static void
add_cell(struct maker *m, bool is_header, unsigned side)
{
	static const char *const sides[] = { "left", "center", "right" };
	const char *span = number(m, 6) ? "" : number(m, 2) ? " colspan=2" : " rowspan=2";

	(void)buf_printf(&m->out, "<t%c align=%s%s>", is_header ? 'h' : 'd', sides[side], span);
	add_line(m);
	for (unsigned n = is_header ? 0 : number(m, 8); n > 4; n--) {
		(void)buf_puts(&m->out, number(m, 2) ? "<pre>a {\n    |b  *c*\n\n}</pre>" : "<br>");
		add_line(m);
		(void)buf_puts(&m->out, number(m, 3) ? "" : "<ol start=3><li>가 <li><p>나 다</ol>");
	}
}

static void
add_table(struct maker *m)
{
	unsigned cols = 2 + number(m, 2), rows = 1 + number(m, 4), side = number(m, 3);
	bool has_head = number(m, 3) != 0;

	(void)buf_puts(&m->out, "<table>");
	if (has_head && !number(m, 4))
		add_in(m, "caption");
	for (unsigned r = 0; r < rows; r++) {
		(void)buf_puts(&m->out, "<tr>");
		for (unsigned c = 0; c < cols; c++)
			add_cell(m, has_head && !r, side);
	}
	(void)buf_puts(&m->out, "</table>");
}

static void add_blocks(struct maker *m, int depth);

static void add_list(struct maker *m, int depth);
static void add_details(struct maker *m, int depth);

static void
add_item(struct maker *m, int depth)
{
	(void)buf_puts(&m->out, "<li>");
	if (number(m, 4))
		add_in(m, "p");
	else if (depth >= DEPTH || number(m, 2))
		add_line(m);
	else if (number(m, 2))
		add_details(m, depth);
	else
		add_list(m, depth + 1);
	if (number(m, 2))
		add_blocks(m, depth + 1);
	(void)buf_puts(&m->out, "</li>");
}

static void
add_list(struct maker *m, int depth)
{
	static const char *const types[] = { "", " type=a", " type=I", " reversed" };
	unsigned start = number(m, 2) ? 1 : number(m, 30), type = number(m, 4);
	bool is_ordered = number(m, 2);

	if (type == 3)
		start += 2; /* Markdown knows no number below 0 */
	if (is_ordered)
		(void)buf_printf(&m->out, "<ol start=\"%u\"%s>", start, types[type]);
	else
		(void)buf_puts(&m->out, "<ul>");
	for (unsigned n = 1 + number(m, 3); n; n--)
		add_item(m, depth);
	(void)buf_puts(&m->out, is_ordered ? "</ol>" : "</ul>");
}

static void
add_terms(struct maker *m, int depth)
{
	(void)buf_puts(&m->out, "<dl>");
	for (unsigned n = 1 + number(m, 3); n; n--) {
		bool is_detail = number(m, 2);

		(void)buf_puts(&m->out, is_detail ? "<dd>" : "<dt>");
		if (!is_detail)
			(void)buf_printf(&m->out, "낱말 %u [*] _", number(m, 10));
		else
			add_in(m, "p");
		if (is_detail && number(m, 2))
			add_blocks(m, depth + 1);
		(void)buf_puts(&m->out, is_detail ? "</dd>" : "</dt>");
	}
	(void)buf_puts(&m->out, "</dl>");
}

static void
add_details(struct maker *m, int depth)
{
	(void)buf_puts(&m->out, "<details>");
	if (number(m, 4)) {
		(void)buf_puts(&m->out, "<summary>");
		add_text(m);
		(void)buf_puts(&m->out, "</summary>");
	}
	add_blocks(m, depth + 1);
	(void)buf_puts(&m->out, "</details>");
}

static void
add_picture(struct maker *m)
{
	bool is_figure = number(m, 2);

	(void)buf_puts(&m->out, is_figure ? "<figure>" : "");
	(void)buf_puts(&m->out, m->state & 1 << 9 ? "<a href='https://a.example/p?q=(1'>" : "");
	(void)buf_printf(&m->out, "<img src=\"https://a.example/%u.png\" alt=\"", number(m, 1u << 30));
	add_text(m);
	(void)buf_puts(&m->out, "\"></a>");
	if (!is_figure)
		return;
	add_in(m, "figcaption");
	(void)buf_puts(&m->out, "</figure>");
}

static void
add_code(struct maker *m)
{
	(void)buf_puts(&m->out, "<pre><code class=\"language-c\">");
	for (unsigned n = 1 + number(m, 4); n; n--) {
		add_text(m);
		(void)buf_puts(&m->out, number(m, 3) ? "\n  " : "\n\n```\n");
	}
	(void)buf_puts(&m->out, "</code></pre>");
}

static void
add_block(struct maker *m, int depth)
{
	static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };

	switch (number(m, depth < DEPTH ? 14 : 8)) {
	case 0:
		add_in(m, headings[number(m, 6)]);
		break;
	case 1:
		add_code(m);
		break;
	case 2:
		(void)buf_puts(&m->out, "<p>앞</p><hr>");
		break;
	case 3:
		add_picture(m);
		break;
	case 4:
		add_table(m);
		break;
	case 8:
		(void)buf_puts(&m->out, "<blockquote>");
		add_blocks(m, depth + 1);
		(void)buf_puts(&m->out, "</blockquote>");
		break;
	case 9:
	case 10:
		add_list(m, depth);
		break;
	case 11:
		add_terms(m, depth);
		break;
	case 12:
		add_details(m, depth);
		break;
	default:
		add_in(m, "p");
	}
}

static void
add_blocks(struct maker *m, int depth)
{
	for (unsigned n = 1 + number(m, 3); n; n--)
		add_block(m, depth);
}

/* ---- comparing */

/* Appends text with its styles and addresses. */
static void
add_shape(struct buf *out, const struct doc *doc, struct str text, const struct doc_span *spans, size_t n)
{
	size_t at = 0;

	for (size_t i = 0; i < n; i++) {
		struct str url = spans[i].link ? doc->links[spans[i].link - 1].url : STR_NONE;

		(void)buf_add(out, str_sub(text, at, spans[i].at));
		at = spans[i].at + spans[i].n;
		(void)buf_printf(out, "{%x %.*s%d|%.*s}", spans[i].style, STR(url), spans[i].note, STR(str_sub(text, spans[i].at, at)));
	}
	(void)buf_add(out, str_sub(text, at, text.n));
}

static void
add_table_shape(struct buf *out, const struct doc *doc, const struct doc_block *b, struct arena *a)
{
	struct layout_table t;

	layout_table_place(&t, a, b);
	for (size_t r = 0; r < t.n; r++) {
		for (size_t i = 0; i < t.rows[r].n; i++) {
			const struct doc_cell *cell = t.rows[r].cells[i].cell;

			if (!cell->text.n)
				continue;
			(void)buf_printf(out, "\n  %d %d %d: ", t.rows[r].cells[i].col, cell->align, cell->is_header);
			add_shape(out, doc, cell->text, cell->spans, cell->n_spans);
		}
		(void)buf_puts(out, "\n");
	}
}

/* Whether b begins an item; Markdown has none but those of lists, so that a dd is one of these. */
static bool
begins_item(const struct doc_block *above, const struct doc_block *b)
{
	const struct doc_box *item = b->box, *common = doc_box_common(above ? above->box : NULL, b->box);

	while (item && item != common && item->kind != DOC_BOX_ITEM && item->kind != DOC_BOX_DETAIL)
		item = item->outer;
	return item != common;
}

/* A term is bold text in Markdown. */
static void
add_text_shape(struct buf *out, const struct doc *doc, const struct doc_block *b)
{
	struct doc_span bold = { 0, (uint32_t)b->text.n, DOC_BOLD, 0, 0 };

	if (b->is_term)
		add_shape(out, doc, b->text, &bold, 1);
	else
		add_shape(out, doc, b->text, b->spans, b->n_spans);
}

/*
 * Whether the article has what Markdown has as text only: terms are bold lines there, which may be
 * headings, captions that are not one plain line below a picture are paragraphs. Then levels, and what they make
 * a paragraph of its own, are not compared.
 */
static bool
has_less_as_markdown(const struct doc *doc)
{
	for (size_t i = 0; i < doc->n; i++)
		if (doc->blocks[i].is_term || doc->blocks[i].is_caption || doc->blocks[i].is_summary)
			return true;
	return false;
}

static void
add_doc_shape(struct buf *out, const struct doc *doc, bool has_levels, struct arena *a)
{
	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_block *b = &doc->blocks[i], *above = i ? b - 1 : NULL;
		int level = print_block_level(doc, b), order = b->is_item && b->is_ordered ? b->number : -1;

		(void)buf_printf(out, "%d %d %d %.*s %d%d %d %d ", b->note, level ? 0 : (int)b->kind, has_levels ? level : 0, STR(b->nest),
			begins_item(above, b), b->is_summary, order, has_levels && print_block_is_continued(doc, above, b));
		add_text_shape(out, doc, b);
		if (b->kind == DOC_TABLE)
			add_table_shape(out, doc, b, a);
		if (b->kind == DOC_IMAGE)
			(void)buf_printf(out, "%.*s %.*s", STR(doc->links[b->link - 1].url), STR(b->page ? doc->links[b->page - 1].url : STR_NONE));
		if (b->kind == DOC_CODE)
			(void)buf_add(out, b->lang);
		(void)buf_putc(out, '\n');
	}
}

static void
read_html(struct arena *a, struct str html, struct doc *ret)
{
	struct tidy_result tidy;

	tidy_html(a, &(struct tidy_input){ .html = html, .url = str_lit("https://a.example/") }, &tidy);
	assert_int_equal(doc_read(a, tidy.xhtml, ret, NULL), 0);
	outline_find(a, ret, STR_NONE);
}

/* What goes into a book is XML. */
static void
check_book(const struct doc *doc)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");
	struct buf out = { 0 };

	(void)buf_puts(&out, "<body>");
	print_html(&out, doc, 0, doc->n, PRINT_HTML_BOOK, "");
	(void)buf_puts(&out, "</body>");
	if (XML_Parse(parser, out.p, (int)out.n, XML_TRUE) != XML_STATUS_OK)
		fail_msg("%s: %s", XML_ErrorString(XML_GetErrorCode(parser)), buf_cstr(&out));
	XML_ParserFree(parser);
	buf_free(&out);
}

/* Line by line: what is printed of a whole article would be cut. */
static void
assert_same_lines(struct str want, struct str got)
{
	struct str line, other;

	while (str_line(&want, &line)) {
		if (!str_line(&got, &other))
			other = STR_NONE;
		if (!str_eq(line, other))
			fail_msg("want ‘%.*s’\ngot  ‘%.*s’", STR(line), STR(other));
	}
	assert_int_equal(got.n, 0);
}

static void
round_trip(struct str html, uint64_t seed)
{
	struct buf markdown = { 0 }, again = { 0 }, first = { 0 }, second = { 0 };
	struct arena a = { 0 };
	struct doc doc, read;

	read_html(&a, html, &doc);
	check_book(&doc);
	print_markdown(&markdown, &doc, 0, doc.n, 1);
	markdown_html(&a, buf_str(&markdown), MARKDOWN_LINES_FOLD, &again);
	read_html(&a, buf_str(&again), &read);
	add_doc_shape(&first, &doc, !has_less_as_markdown(&doc), &a);
	add_doc_shape(&second, &read, !has_less_as_markdown(&doc), &a);
	if (!str_eq(buf_str(&first), buf_str(&second)))
		print_error("article %llu as Markdown:\n%s\n", (unsigned long long)seed, buf_cstr(&markdown));
	assert_same_lines(buf_str(&first), buf_str(&second));
	buf_free(&markdown);
	buf_free(&again);
	buf_free(&first);
	buf_free(&second);
	arena_free(&a);
}

static void
round_trip_of_articles_full_of_marks(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= ARTICLES; seed++) {
		struct maker m = { .state = seed };

		add_blocks(&m, 0);
		round_trip(buf_str(&m.out), seed);
		buf_free(&m.out);
	}
}

static void
round_trip_of_notes(void **state)
{
	static const char *const articles[] = {
		"<p>말<sup>[1]</sup>: 끝<sup>[주-2]</sup></p><p><sup>[1]</sup>: 뜻</p><p><sup>[주-2]</sup>(뜻)<sup>[a b]</sup></p>",
		"<h2><sup>[1]</sup>: 제목</h2><p>앞<br><sup>[1]</sup>: 뒤<br>![<sup>[2]</sup>(가)</p><p><sup>[3]</sup></p><p>글</p>",
		"<ul><li><sup>[1]</sup>: 하나<li>둘!<sup>[1]</sup></ul><blockquote><p><sup>[2]</sup> 인용</p></blockquote><p>글</p>",
		"<table><tr><th><sup>[1]</sup>: 칸<th>둘<tr><td>말<sup>[1]</sup><td><sup>[2]</sup></table><p>글</p>",
		"<p>말<sup><a href='#a'>1</a></sup>은 <b>굵은</b><sup><a href='#b'>2</a></sup></p><ol><li id=a>하나<li id=b><p># 둘<p>더<ul><li>점</ul></ol><p>글</p>",
		("<ul><li>점<sup><a href='#a'>4</a></sup><li>둘</ul><blockquote><p id=a>넷</p><p>글</p></blockquote><p>말<sup><a href='#c'>9</a></sup></p>"
		"<p>말</p><ol><li>보통<li id=c>아홉</ol><pre id=d>코드</pre>"),
		"<table><tr><td>칸<sup><a href='#a'>1</a></sup><td>둘</table><p id=a>1) 뜻</p>",
		"<p><a href=\"/x\">링크</a><sup>[1]</sup><sup>[2]</sup></p><p><sup>[1][2]</sup> 뜻<sup>[3]4</sup></p>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		round_trip(str_of(articles[i]), i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(round_trip_of_articles_full_of_marks),
		cmocka_unit_test(round_trip_of_notes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
