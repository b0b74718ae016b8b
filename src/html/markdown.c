#include "html/markdown.h"

#include "html/markdown_block.h"
#include "html/markdown_inline.h"
#include "html/markdown_table.h"
#include "text/entity.h"

struct writer {
	struct buf *html;
	struct buf cell; /* scratch */
	struct markdown_inline text;
};

/* "[ ]" and "[x]" at the start of an item, as signs. */
static struct str
take_task(struct writer *w, const struct markdown_block *para)
{
	struct str s = para->text;
	bool is_first = para->parent->kind == MARKDOWN_ITEM && para->parent->first == para;

	if (!is_first || s.n < 4 || s.p[0] != '[' || s.p[2] != ']' || s.p[3] != ' ' || !memchr(" xX", s.p[1], 3))
		return s;
	(void)buf_puts(w->html, s.p[1] == ' ' ? "☐" : "☑");
	return str_sub(s, 3, s.n);
}

/* A picture alone in its line: "<img …>", which a link may be around. */
static bool
is_picture(struct str html)
{
	struct str img = str_lit("<img "), end = str_lit("</a>");
	size_t at = str_find(html, img);
	struct str rest = str_sub(html, at, html.n);

	if (at && !(str_starts(html, "<a ") && str_find_char(html, '>') + 1 == at && str_ends(html, "</a>")))
		return false;
	at = str_find_char(rest, '>') + 1;
	return at == rest.n || str_eq(str_sub(rest, at, rest.n), end);
}

/* A line in italics right below a picture, and nothing more, is its caption, as is the custom. */
static bool
find_caption(struct str html, struct str *picture, struct str *caption)
{
	struct str em = str_lit("<em>"), end = str_lit("</em>");

	if (!str_cut(html, '\n', picture, caption))
		return false;
	if (str_ends(*picture, "<br>"))
		*picture = str_sub(*picture, 0, picture->n - 4);
	if (!is_picture(*picture) || !str_starts(*caption, "<em>") || str_find(*caption, end) + end.n != caption->n)
		return false;
	*caption = str_sub(*caption, em.n, caption->n - end.n);
	return true;
}

static void
write_para(struct writer *w, const struct markdown_block *b)
{
	const struct markdown_block *list = b->parent->kind == MARKDOWN_ITEM ? b->parent->parent : NULL;
	bool is_bare = list && list->is_tight;
	size_t start = w->html->n;
	struct str picture, caption;

	(void)buf_puts(w->html, is_bare ? "" : "<p>");
	markdown_inline_html(&w->text, take_task(w, b), w->html);
	if (find_caption(str_sub(buf_str(w->html), start + (is_bare ? 0 : 3), w->html->n), &picture, &caption)) {
		picture = arena_dup(w->text.arena, picture);
		caption = arena_dup(w->text.arena, caption);
		buf_truncate(w->html, start);
		(void)buf_printf(w->html, "<figure>%.*s<figcaption>%.*s</figcaption></figure>\n", STR(picture), STR(caption));
		return;
	}
	(void)buf_puts(w->html, is_bare ? "\n" : "</p>\n");
}

static void
write_heading(struct writer *w, const struct markdown_block *b)
{
	(void)buf_printf(w->html, "<h%d>", b->level);
	markdown_inline_html(&w->text, b->text, w->html);
	(void)buf_printf(w->html, "</h%d>\n", b->level);
}

static void
write_code(struct writer *w, const struct markdown_block *b)
{
	struct str info = b->fence.info, language = str_word(&info);

	(void)buf_puts(w->html, "<pre><code");
	if (language.n) {
		(void)buf_puts(w->html, " class=\"language-");
		(void)str_cut(language, ':', &language, NULL); /* ```js:app.js */
		markdown_link_plain(&w->cell, language);
		entity_escape(w->html, buf_str(&w->cell));
		buf_clear(&w->cell);
		(void)buf_putc(w->html, '"');
	}
	(void)buf_putc(w->html, '>');
	entity_escape(w->html, b->text);
	(void)buf_puts(w->html, "</code></pre>\n");
}

/* ":-:", "--:" */
static const char *
align_of(struct str mark)
{
	mark = str_trim(mark);
	if (!str_ends(mark, ":"))
		return "";
	return str_starts(mark, ":") ? " align=\"center\"" : " align=\"right\"";
}

/* As many cells as the head has, at most; marks say where the text of each column stands. */
static void
write_row(struct writer *w, struct str line, struct str marks, const char *name, size_t *cols)
{
	struct str row = markdown_table_row(line), mark;
	size_t n = 0;

	(void)buf_puts(w->html, "<tr>");
	for (; n < *cols && markdown_table_cell(&row, &w->cell); n++) {
		struct str text = arena_dup(w->text.arena, buf_str(&w->cell));

		(void)str_cut(marks, '|', &mark, &marks);
		(void)buf_printf(w->html, "<%s%s>", name, align_of(mark));
		markdown_inline_html(&w->text, text, w->html);
		(void)buf_printf(w->html, "</%s>", name);
	}
	(void)buf_puts(w->html, "</tr>\n");
	*cols = n;
}

/* A head without words: that of a table that has none, since it must have one. */
static bool
is_empty(struct str row)
{
	for (size_t i = 0; i < row.n; i++)
		if (row.p[i] != '|' && !str_is_space(row.p[i]))
			return false;
	return true;
}

static void
write_table(struct writer *w, const struct markdown_block *b)
{
	struct str rest = b->text, head, marks, line;
	size_t cols = SIZE_MAX, start, n;

	(void)buf_puts(w->html, "<table>\n");
	(void)str_line(&rest, &head);
	(void)str_line(&rest, &marks);
	marks = markdown_table_row(marks);
	start = w->html->n;
	write_row(w, head, marks, "th", &cols);
	if (is_empty(head))
		buf_truncate(w->html, start);
	while (str_line(&rest, &line)) {
		n = cols;
		write_row(w, line, marks, "td", &n);
	}
	buf_clear(&w->cell);
	(void)buf_puts(w->html, "</table>\n");
}

static void
open_list(struct writer *w, const struct markdown_block *b)
{
	if (b->marker.number < 0)
		(void)buf_puts(w->html, "<ul>\n");
	else if (b->marker.number == 1)
		(void)buf_puts(w->html, "<ol>\n");
	else
		(void)buf_printf(w->html, "<ol start=\"%d\">\n", b->marker.number);
}

/* A footnote is called as in the links to it. */
static void
open_item(struct writer *w, const struct markdown_block *b)
{
	(void)buf_puts(w->html, "<li");
	if (b->text.n) {
		(void)buf_puts(w->html, " id=\"fn-");
		entity_escape(w->html, b->text);
		(void)buf_putc(w->html, '"');
	}
	(void)buf_putc(w->html, '>');
}

static void
open_block(struct writer *w, const struct markdown_block *b)
{
	switch (b->kind) {
	case MARKDOWN_QUOTE:
		(void)buf_puts(w->html, "<blockquote>\n");
		break;
	case MARKDOWN_LIST:
		open_list(w, b);
		break;
	case MARKDOWN_ITEM:
		open_item(w, b);
		break;
	case MARKDOWN_PARA:
		write_para(w, b);
		break;
	case MARKDOWN_HEADING:
		write_heading(w, b);
		break;
	case MARKDOWN_CODE:
		write_code(w, b);
		break;
	case MARKDOWN_HTML:
		(void)buf_add(w->html, b->text);
		break;
	case MARKDOWN_RULE:
		(void)buf_puts(w->html, "<hr>\n");
		break;
	case MARKDOWN_TABLE:
		write_table(w, b);
		break;
	default:
		break;
	}
}

static void
close_block(struct writer *w, const struct markdown_block *b)
{
	if (b->kind == MARKDOWN_QUOTE)
		(void)buf_puts(w->html, "</blockquote>\n");
	else if (b->kind == MARKDOWN_LIST)
		(void)buf_puts(w->html, b->marker.number < 0 ? "</ul>\n" : "</ol>\n");
	else if (b->kind == MARKDOWN_ITEM)
		(void)buf_puts(w->html, "</li>\n");
}

static void
write_tree(struct writer *w, const struct markdown_block *root)
{
	const struct markdown_block *b = root->first;

	while (b) {
		open_block(w, b);
		if (b->first) {
			b = b->first;
			continue;
		}
		for (close_block(w, b); !b->next && b->parent != root; close_block(w, b))
			b = b->parent;
		b = b->next;
	}
}

/* ---- the whole */

/* "title: …", "  - tag", "# …": what stands in front matter. */
static bool
is_matter(struct str line)
{
	size_t colon = str_find_char(line, ':');

	if (!str_trim(line).n || line.p[0] == ' ' || line.p[0] == '-' || line.p[0] == '#')
		return true;
	return colon < line.n && str_find_char(line, ' ') > colon;
}

/* The text behind the lines between "---" that site generators keep the title and tags of a post in. */
static struct str
without_front_matter(struct str markdown)
{
	struct str rest = markdown, line;
	size_t n = 0;

	if (!str_line(&rest, &line) || !str_is(str_trim(line), "---"))
		return markdown;
	while (str_line(&rest, &line) && is_matter(line)) {
		if (str_is(str_trim(line), "---"))
			return n ? rest : markdown;
		n++;
	}
	return markdown;
}

void
markdown_html(struct arena *a, struct str markdown, enum markdown_lines lines, struct buf *html)
{
	struct markdown_link_names names;
	struct writer w = { .html = html };

	markdown_link_init(&names, a, markdown.n);
	w.text = (struct markdown_inline){ .arena = a, .names = &names, .lines = lines };
	write_tree(&w, markdown_block_parse(a, without_front_matter(markdown), &names));
	markdown_inline_free(&w.text);
	markdown_link_free(&names);
	buf_free(&w.cell);
}
