#include "html/print_inline.h"

#include "text/entity.h"
#include "text/utf8.h"
#include "text/wrap_class.h"

/* Styles from the outside in. Where mark is empty, only the element can say it. */
static const struct {
	uint16_t style;
	const char *mark, *element;
} styles[] = {
	{ DOC_BOLD, "**", "strong" },
	{ DOC_ITALIC, "*", "em" },
	{ DOC_STRIKE, "~~", "del" },
	{ DOC_UNDERLINE, "", "u" },
	{ DOC_MARK, "", "mark" },
	{ DOC_SUP, "", "sup" },
	{ DOC_SUB, "", "sub" },
};

enum { STYLES = sizeof styles / sizeof *styles };

struct print_inline
print_inline_block(const struct doc_block *b)
{
	return (struct print_inline){ b->text, b->spans, b->n_spans, false };
}

struct print_inline
print_inline_cell(const struct doc_cell *cell)
{
	return (struct print_inline){ cell->text, cell->spans, cell->n_spans, true };
}

struct str
print_inline_link(const struct doc *doc, uint16_t link)
{
	return link && link <= doc->n_links ? doc->links[link - 1].url : STR_NONE;
}

void
print_inline_url(struct buf *out, struct str url)
{
	for (size_t i = 0; i < url.n; i++) {
		char c = url.p[i];

		if (c == '(' || c == ')' || c == ' ' || c == '<' || c == '>' || c == '\\' || c == '|' || c == '"')
			(void)buf_printf(out, "%%%02X", (unsigned)c);
		else
			(void)buf_putc(out, c);
	}
}

/* ---- Markdown */

static bool
is_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || (unsigned char)c >= 0x80;
}

static char
byte_at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

static bool
needs_escape(struct str s, size_t i, bool is_cell)
{
	char next = byte_at(s, i + 1);

	switch (s.p[i]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
		return true;
	case '_': /* inside a word it means nothing */
		return !i || !is_word(s.p[i - 1]) || !is_word(next);
	case '~':
		return next == '~' || (i && s.p[i - 1] == '~');
	case '<':
		return str_is_alpha(next) || next == '/' || next == '!' || next == '?';
	case '&':
		return str_is_alpha(next) || next == '#';
	case '|':
		return is_cell;
	default:
		return false;
	}
}

void
print_inline_escape(struct buf *out, struct str s, bool is_cell)
{
	for (size_t i = 0; i < s.n; i++) {
		if (needs_escape(s, i, is_cell))
			(void)buf_putc(out, '\\');
		(void)buf_putc(out, s.p[i]);
	}
}

/* Code between as many backticks as it takes. */
static void
add_code(struct buf *out, struct str s, bool is_cell)
{
	size_t longest = 0, run = 0;
	bool is_padded = s.n && (s.p[0] == '`' || s.p[s.n - 1] == '`' || (s.p[0] == ' ' && s.p[s.n - 1] == ' '));

	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	(void)buf_fill(out, '`', longest + 1);
	(void)buf_puts(out, is_padded ? " " : "");
	for (size_t i = 0; i < s.n; i++) {
		if (is_cell && s.p[i] == '|')
			(void)buf_putc(out, '\\');
		(void)buf_putc(out, s.p[i]);
	}
	(void)buf_puts(out, is_padded ? " " : "");
	(void)buf_fill(out, '`', longest + 1);
}

static bool
is_blank(int32_t cp)
{
	return cp < 0 || cp == ' ' || cp == 0xa0 || cp == '\n';
}

static bool
is_mark(int32_t cp)
{
	return !is_blank(cp) && (wrap_class(cp) == WRAP_CLASS_OTHER || wrap_class(cp) == WRAP_CLASS_EMOJI);
}

/* True when CommonMark reads "**" with those neighbours as an opening (closing) one: inside is the neighbour within. */
static bool
is_flanking(int32_t inside, int32_t outside)
{
	return !is_blank(inside) && (!is_mark(inside) || is_blank(outside) || is_mark(outside));
}

/*
 * True when the marks of Markdown can say where the span begins and ends; else elements do. Korean
 * puts particles right behind a closing quotation mark, where a mark would stay text.
 */
static bool
can_mark(const struct print_inline *t, size_t i)
{
	const struct doc_span *s = &t->spans[i];
	size_t end = s->at + s->n;
	struct str before = str_sub(t->text, 0, s->at), after = str_sub(t->text, end, t->text.n);
	struct str head = str_sub(t->text, s->at, end), tail = head;

	if ((i && s[-1].at + s[-1].n == s->at) || (i + 1 < t->n_spans && s[1].at == end))
		return false;
	return is_flanking(utf8_next(&head), utf8_last(&before)) && is_flanking(utf8_last(&tail), utf8_next(&after));
}

static void
add_styled(struct buf *out, const struct print_inline *t, size_t i)
{
	const struct doc_span *s = &t->spans[i];
	struct str text = str_sub(t->text, s->at, s->at + s->n);
	bool has_marks = can_mark(t, i);

	for (int k = 0; k < STYLES; k++) {
		if (!(s->style & styles[k].style))
			continue;
		if (has_marks && *styles[k].mark)
			(void)buf_puts(out, styles[k].mark);
		else
			(void)buf_printf(out, "<%s>", styles[k].element);
	}
	if (s->style & DOC_MONO)
		add_code(out, text, t->is_cell);
	else
		print_inline_escape(out, text, t->is_cell);
	for (int k = STYLES - 1; k >= 0; k--) {
		if (!(s->style & styles[k].style))
			continue;
		if (has_marks && *styles[k].mark)
			(void)buf_puts(out, styles[k].mark);
		else
			(void)buf_printf(out, "</%s>", styles[k].element);
	}
}

/* ---- both: links around runs of spans */

static bool
begins_link(const struct print_inline *t, size_t i)
{
	const struct doc_span *s = &t->spans[i];

	return s->link && !(i && s[-1].link == s->link && s[-1].at + s[-1].n == s->at);
}

static bool
ends_link(const struct print_inline *t, size_t i)
{
	const struct doc_span *s = &t->spans[i];

	return s->link && !(i + 1 < t->n_spans && s[1].link == s->link && s[1].at == s->at + s->n);
}

void
print_inline_markdown(struct buf *out, const struct doc *doc, const struct print_inline *t)
{
	size_t at = 0;

	for (size_t i = 0; i < t->n_spans; i++) {
		const struct doc_span *s = &t->spans[i];
		struct str url = print_inline_link(doc, s->link);

		print_inline_escape(out, str_sub(t->text, at, s->at), t->is_cell);
		if (url.n && begins_link(t, i))
			(void)buf_putc(out, '[');
		add_styled(out, t, i);
		if (url.n && ends_link(t, i)) {
			(void)buf_puts(out, "](");
			print_inline_url(out, url);
			(void)buf_putc(out, ')');
		}
		at = s->at + s->n;
	}
	print_inline_escape(out, str_sub(t->text, at, t->text.n), t->is_cell);
}

/* ---- HTML */

static void
add_elements(struct buf *out, const struct doc_span *s, struct str text)
{
	for (int k = 0; k < STYLES; k++)
		if (s->style & styles[k].style)
			(void)buf_printf(out, "<%s>", styles[k].element);
	(void)buf_puts(out, s->style & DOC_MONO ? "<code>" : "");
	entity_escape(out, text);
	(void)buf_puts(out, s->style & DOC_MONO ? "</code>" : "");
	for (int k = STYLES - 1; k >= 0; k--)
		if (s->style & styles[k].style)
			(void)buf_printf(out, "</%s>", styles[k].element);
}

void
print_inline_html(struct buf *out, const struct doc *doc, const struct print_inline *t)
{
	size_t at = 0;

	for (size_t i = 0; i < t->n_spans; i++) {
		const struct doc_span *s = &t->spans[i];
		struct str url = print_inline_link(doc, s->link);

		entity_escape(out, str_sub(t->text, at, s->at));
		if (url.n && begins_link(t, i)) {
			(void)buf_puts(out, "<a href=\"");
			entity_escape(out, url);
			(void)buf_puts(out, "\">");
		}
		add_elements(out, s, str_sub(t->text, s->at, s->at + s->n));
		if (url.n && ends_link(t, i))
			(void)buf_puts(out, "</a>");
		at = s->at + s->n;
	}
	entity_escape(out, str_sub(t->text, at, t->text.n));
}
