#include "html/print_inline.h"

#include "html/doc_note.h"
#include "html/print_escape.h"
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

static unsigned
escapes_of(struct str text, const struct doc_span *spans, size_t n)
{
	unsigned escapes = print_escape_find(text);

	for (size_t i = 0; i < n; i++)
		if (spans[i].style & DOC_STRIKE)
			return escapes | PRINT_ESCAPE_TILDES;
	return escapes;
}

struct print_inline
print_inline_block(const struct doc_block *b)
{
	return (struct print_inline){ b->text, b->spans, b->n_spans, escapes_of(b->text, b->spans, b->n_spans) };
}

struct print_inline
print_inline_cell(const struct doc_cell *cell)
{
	return (struct print_inline){ cell->text, cell->spans, cell->n_spans,
		PRINT_ESCAPE_BARS | escapes_of(cell->text, cell->spans, cell->n_spans) };
}

struct str
print_inline_link(const struct doc *doc, uint16_t link)
{
	return link && link <= doc->n_links ? doc->links[link - 1].url : STR_NONE;
}

/* ---- lines of code in a cell */

static bool
is_line(const struct print_inline *t, const struct doc_span *s)
{
	return s->style == DOC_MONO && (!s->at || t->text.p[s->at - 1] == '\n') &&
	    (s->at + s->n == t->text.n || t->text.p[s->at + s->n] == '\n');
}

/* Whether span i goes on with the code that the line before it is. */
static bool
follows(const struct print_inline *t, size_t i)
{
	size_t at = t->spans[i - 1].at + t->spans[i - 1].n;

	while (at < t->spans[i].at && t->text.p[at] == '\n')
		at++;
	return at == t->spans[i].at && is_line(t, &t->spans[i - 1]);
}

/* How many spans from i on are lines of one piece of code, where it has blanks that count; else 0. */
static size_t
count_code(const struct print_inline *t, size_t i)
{
	size_t n = i + 1;

	if (!(t->escapes & PRINT_ESCAPE_BARS) || !is_line(t, &t->spans[i]) || (i && follows(t, i)))
		return 0;
	while (n < t->n_spans && is_line(t, &t->spans[n]) && follows(t, n))
		n++;
	for (size_t k = i; k < n; k++) {
		struct str line = str_sub(t->text, t->spans[k].at, t->spans[k].at + t->spans[k].n);

		if (line.n != str_trim(line).n || str_has(line, "  ") || (k > i && t->spans[k].at > t->spans[k - 1].at + t->spans[k - 1].n + 1))
			return n - i;
	}
	return 0;
}

/* What follows code that has been written up to at: the end of its line is said by the element. */
static size_t
behind_code(const struct print_inline *t, size_t at)
{
	return at < t->text.n ? at + 1 : at;
}

/* ---- Markdown */

/* Text without a span, of which a cell may have several lines. */
static void
add_plain(struct buf *out, const struct print_inline *t, size_t from, size_t to)
{
	for (size_t end; (end = from + str_find_char(str_sub(t->text, from, to), '\n')) < to; from = end + 1) {
		print_escape_text(out, t->text, from, end, t->escapes);
		(void)buf_puts(out, "<br>");
	}
	print_escape_text(out, t->text, from, to, t->escapes);
}

/* A bar behind a backslash cannot stand in code in a cell. */
static bool
must_be_element(struct str s, unsigned escapes)
{
	return (escapes & PRINT_ESCAPE_BARS) && str_has(s, "\\|");
}

/* Code between as many backticks as it takes. */
static void
add_code(struct buf *out, struct str s, bool is_cell)
{
	size_t longest = 0, run = 0;
	bool is_padded = s.n && (s.p[0] == '`' || s.p[s.n - 1] == '`' || (s.p[0] == ' ' && s.p[s.n - 1] == ' ' && str_trim(s).n));

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

/* A mark for old readers of Markdown too, to which signs such as emoji are letters. */
static bool
is_old_mark(int32_t cp)
{
	return is_mark(cp) && (cp < 0x80 || wrap_class_is_open(cp) || wrap_class_is_closing(cp));
}

/* True when CommonMark reads "**" with those neighbours as an opening (closing) one: inside is the neighbour within. */
static bool
is_flanking(int32_t inside, int32_t outside)
{
	return !is_blank(inside) && (!is_mark(inside) || is_blank(outside) || is_old_mark(outside));
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
	bool has_inner = (s->style & ~(DOC_BOLD | DOC_ITALIC | DOC_STRIKE | DOC_LINK)) != 0;
	int32_t first = has_inner ? '<' : utf8_next(&head), last = has_inner ? '>' : utf8_last(&tail);

	if ((i && s[-1].at + s[-1].n == s->at) || (i + 1 < t->n_spans && s[1].at == end))
		return false;
	return is_flanking(first, utf8_last(&before)) && is_flanking(last, utf8_next(&after));
}

/* Code, or a key. */
static void
add_mono(struct buf *out, const struct print_inline *t, const struct doc_span *s)
{
	struct str text = str_sub(t->text, s->at, s->at + s->n);
	const char *element = s->style & DOC_KBD ? "kbd" : "code";

	if (!(s->style & DOC_KBD) && !must_be_element(text, t->escapes)) {
		add_code(out, text, t->escapes & PRINT_ESCAPE_BARS);
		return;
	}
	(void)buf_printf(out, "<%s>", element);
	print_escape_text(out, t->text, s->at, s->at + s->n, t->escapes);
	(void)buf_printf(out, "</%s>", element);
}

static void
add_styled(struct buf *out, const struct print_inline *t, size_t i)
{
	const struct doc_span *s = &t->spans[i];
	bool has_marks = can_mark(t, i);

	if (s->note) {
		(void)buf_printf(out, "[^%u]", s->note);
		return;
	}
	for (int k = 0; k < STYLES; k++) {
		if (!(s->style & styles[k].style))
			continue;
		if (has_marks && *styles[k].mark)
			(void)buf_puts(out, styles[k].mark);
		else
			(void)buf_printf(out, "<%s>", styles[k].element);
	}
	if (s->style & DOC_MONO)
		add_mono(out, t, s);
	else
		print_escape_text(out, t->text, s->at, s->at + s->n, t->escapes);
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

static size_t
add_lines_of_code(struct buf *out, const struct print_inline *t, size_t i, size_t n)
{
	size_t from = t->spans[i].at, to = t->spans[i + n - 1].at + t->spans[i + n - 1].n;

	(void)buf_puts(out, "<pre>");
	add_plain(out, t, from, to);
	(void)buf_puts(out, "</pre>");
	return behind_code(t, to);
}

void
print_inline_markdown(struct buf *out, const struct doc *doc, const struct print_inline *t)
{
	size_t at = 0, n;

	for (size_t i = 0; i < t->n_spans; i++) {
		const struct doc_span *s = &t->spans[i];
		struct str url = print_inline_link(doc, s->link);

		add_plain(out, t, at, s->at);
		if ((n = count_code(t, i))) {
			at = add_lines_of_code(out, t, i, n);
			i += n - 1;
			continue;
		}
		if (url.n && begins_link(t, i))
			(void)buf_putc(out, '[');
		add_styled(out, t, i);
		if (url.n && ends_link(t, i)) {
			(void)buf_puts(out, "](");
			print_escape_url(out, url, t->escapes);
			(void)buf_putc(out, ')');
		}
		at = s->at + s->n;
	}
	add_plain(out, t, at, t->text.n);
}

/* ---- HTML */

static void
add_elements(struct buf *out, const struct doc_span *s, struct str text)
{
	for (int k = 0; k < STYLES; k++)
		if (s->style & styles[k].style)
			(void)buf_printf(out, "<%s>", styles[k].element);
	if (s->style & DOC_MONO)
		(void)buf_puts(out, s->style & DOC_KBD ? "<kbd>" : "<code>");
	entity_escape(out, text);
	if (s->style & DOC_MONO)
		(void)buf_puts(out, s->style & DOC_KBD ? "</kbd>" : "</code>");
	for (int k = STYLES - 1; k >= 0; k--)
		if (s->style & styles[k].style)
			(void)buf_printf(out, "</%s>", styles[k].element);
}

static void
add_html(struct buf *out, struct str s)
{
	struct str line;

	while (str_find_char(s, '\n') < s.n) {
		(void)str_cut(s, '\n', &line, &s);
		entity_escape(out, line);
		(void)buf_puts(out, "<br/>");
	}
	entity_escape(out, s);
}

/* A name of a footnote, which leads to it; the note leads back to the first one. */
static void
add_note_name(struct buf *out, const struct doc *doc, const struct print_inline *t, const struct doc_span *s, const struct print_inline_notes *notes)
{
	struct str text = str_sub(t->text, s->at, s->at + s->n);
	bool is_first = doc_note_is_first(doc, s);

	(void)buf_printf(out, "<sup><a %s=\"%s\" href=\"#%sn%u\"", notes->is_book ? "epub:type" : "role",
		notes->is_book ? "noteref" : "doc-noteref", notes->ids, s->note);
	if (is_first)
		(void)buf_printf(out, " id=\"%sr%u\"", notes->ids, s->note);
	(void)buf_putc(out, '>');
	entity_escape(out, text);
	(void)buf_puts(out, "</a></sup>");
}

void
print_inline_html(struct buf *out, const struct doc *doc, const struct print_inline *t, const struct print_inline_notes *notes)
{
	size_t at = 0, n;

	for (size_t i = 0; i < t->n_spans; i++) {
		const struct doc_span *s = &t->spans[i];
		struct str url = print_inline_link(doc, s->link);

		add_html(out, str_sub(t->text, at, s->at));
		if ((n = count_code(t, i))) {
			at = t->spans[i + n - 1].at + t->spans[i + n - 1].n;
			(void)buf_puts(out, "<pre>");
			entity_escape(out, str_sub(t->text, s->at, at));
			(void)buf_puts(out, "</pre>");
			at = behind_code(t, at);
			i += n - 1;
			continue;
		}
		if (s->note && notes) {
			add_note_name(out, doc, t, s, notes);
			at = s->at + s->n;
			continue;
		}
		if (url.n && begins_link(t, i)) {
			(void)buf_puts(out, "<a href=\"");
			print_escape_href(out, url);
			(void)buf_puts(out, "\">");
		}
		add_elements(out, s, str_sub(t->text, s->at, s->at + s->n));
		if (url.n && ends_link(t, i))
			(void)buf_puts(out, "</a>");
		at = s->at + s->n;
	}
	add_html(out, str_sub(t->text, at, t->text.n));
}
