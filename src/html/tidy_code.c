#include "html/tidy_code.h"

#include "base/num.h"
#include "html/tidy_class.h"

/* One letter of so many in code is a sign, and fewer in other text. */
enum { SIGN_SHARE = 12 };

/* ---- text */

static bool
is_left_out(const struct dom_node *node)
{
	static const enum dom_tag tags[] = { DOM_SCRIPT, DOM_STYLE, DOM_BUTTON, DOM_SVG, DOM_SELECT };

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (node->tag == tags[i])
			return true;
	return tidy_class_find(node) == TIDY_CLASS_DROP;
}

/* True for what stands on lines of its own. */
static bool
is_line(const struct dom_node *node)
{
	return node->tag != DOM_TD && node->tag != DOM_TH &&
		(dom_tag_kinds(node->tag) & (DOM_IS_BLOCK | DOM_IS_TABLE)) != 0;
}

static bool
is_empty(const struct dom_node *line)
{
	const struct dom_node *at = line->first;

	while (at && at->tag != DOM_TEXT && at->tag != DOM_BR)
		at = is_left_out(at) ? dom_skip(at, line) : dom_next(at, line);
	return !at;
}

/* A span for each line of code, which the page's style puts on lines of their own. */
static bool
is_line_span(const struct dom_node *node)
{
	static const char *const classes[] = { "line", "token-line", "code-line", "view-line", "cm-line", "code-block__line", NULL };
	struct str style;

	if (!node || (node->tag != DOM_SPAN && node->tag != DOM_CODE) || !node->n_attrs)
		return false;
	if (dom_has_one_class(node, classes))
		return true;
	style = dom_attr(node, "style");
	return dom_has_attr(node, "data-line") || str_has(style, "display:block") || str_has(style, "display: block");
}

/* Between two such spans, with nothing else between them, a line ends. */
static void
end_line_span(struct buf *out, const struct dom_node *node)
{
	if (is_line_span(node) && is_line_span(node->next) && (!node->first || !out->n || out->p[out->n - 1] != '\n'))
		(void)buf_putc(out, '\n');
}

static void
fresh_line(struct buf *out, size_t start)
{
	if (out->n > start && out->p[out->n - 1] != '\n')
		(void)buf_putc(out, '\n');
}

/* A no-break space in code would not compile when it is copied. */
static void
add_code(struct buf *out, struct str text)
{
	struct str space = str_lit("\u00a0");

	while (text.n) {
		size_t at = str_find(text, space);

		(void)buf_add(out, str_sub(text, 0, at));
		if (at < text.n)
			(void)buf_putc(out, ' ');
		text = str_sub(text, at + space.n, text.n);
	}
}

void
tidy_code_text(struct buf *out, const struct dom_node *node)
{
	const struct dom_node *at = node->first;
	size_t start = out->n;
	bool is_after_line = false;

	while (at) {
		bool is_shown = !is_left_out(at);

		if (is_shown && (is_line(at) || (is_after_line && at->tag == DOM_TEXT))) {
			fresh_line(out, start);
			is_after_line = false;
		}
		if (at->tag == DOM_TEXT)
			add_code(out, at->text);
		else if (at->tag == DOM_BR || (is_shown && is_line(at) && is_empty(at)))
			(void)buf_putc(out, '\n');
		if (is_shown && at->first && !(is_line(at) && is_empty(at))) {
			at = at->first;
			continue;
		}
		for (; at != node && !at->next; at = at->parent)
			is_after_line = is_after_line || is_line(at);
		is_after_line = is_after_line || is_line(at);
		end_line_span(out, at);
		at = at == node ? NULL : at->next;
	}
}

static size_t
count_text(const struct dom_node *node)
{
	size_t n = 0;

	for (const struct dom_node *at = node->first; at; at = dom_next(at, node))
		n += at->tag == DOM_TEXT ? at->text.n : 0;
	return n;
}

const struct dom_node *
tidy_code_in_table(const struct dom_node *node)
{
	const struct dom_node *best = node;
	size_t most = 0;

	for (const struct dom_node *cell = node->first; cell; cell = dom_next(cell, node)) {
		size_t n = cell->tag == DOM_TD ? count_text(cell) : 0;

		if (!n || n < most)
			continue;
		most = n;
		best = cell;
	}
	for (const struct dom_node *child = best->first; child && best != node; child = child->next)
		if (child->tag == DOM_DIV || child->tag == DOM_PRE)
			return child;
	return best;
}

/* ---- what is code though no element says so */

/* The numbers of lines, "1 2 3 …", and nothing else. */
static bool
is_gutter(const struct dom_node *cell)
{
	int64_t want = 0, n;
	bool is_so = true;

	for (const struct dom_node *node = cell->first; node && is_so; node = dom_next(node, cell)) {
		struct str text = node->tag == DOM_TEXT ? node->text : STR_NONE, word;

		while (is_so && (word = str_word(&text)).n) {
			is_so = num_parse(word, 1, 100000, &n) && (!want || n == want);
			want = n + 1;
		}
	}
	return is_so && want > 0;
}

/* The cell of a table's only row that holds code beside its numbers. */
static bool
has_code_beside(const struct dom_node *gutter)
{
	const struct dom_node *cell = gutter->next;

	while (cell && cell->tag != DOM_TD)
		cell = cell->next;
	return cell && (dom_find(cell, DOM_PRE) || dom_find(cell, DOM_DIV) || dom_find(cell, DOM_CODE));
}

static const struct dom_node *
only_row(const struct dom_node *table)
{
	const struct dom_node *row = NULL;

	for (const struct dom_node *node = table->first; node; node = dom_next(node, table)) {
		if (node->tag == DOM_TR && row)
			return NULL;
		row = node->tag == DOM_TR ? node : row;
	}
	return row;
}

bool
tidy_code_is_table(const struct dom_node *table)
{
	const struct dom_node *row = only_row(table), *cell = row ? dom_find(row, DOM_TD) : NULL;

	return cell && is_gutter(cell) && has_code_beside(cell);
}

/* Whether node is all that its parent holds. */
static bool
is_alone(const struct dom_node *node)
{
	for (const struct dom_node *at = node->parent ? node->parent->first : NULL; at; at = at->next)
		if (at != node && (at->tag != DOM_TEXT || str_trim(at->text).n))
			return false;
	return node->parent && (dom_tag_kinds(node->parent->tag) & (DOM_IS_BLOCK | DOM_IS_TABLE));
}

/* What the text of an element is made of. */
struct count {
	size_t breaks, ends; /* br and blocks; line ends with text behind */
	size_t letters, signs; /* of its text: all, and those that code is full of */
	bool has_block; /* something that is more than lines of text */
};

static struct count
count_in(const struct dom_node *top)
{
	struct count n = { 0 };

	for (const struct dom_node *node = top->first; node; node = dom_next(node, top)) {
		struct str text = node->tag == DOM_TEXT ? node->text : STR_NONE, line;

		n.breaks += node->tag == DOM_BR || is_line(node);
		n.has_block = n.has_block || node->tag == DOM_IMG || (is_line(node) && node->tag != DOM_DIV);
		n.letters += text.n;
		for (size_t i = 0; i < text.n; i++)
			n.signs += strchr("{}()[];=<>#/$\"'.,:_-", text.p[i]) != NULL;
		while (str_cut(text, '\n', &line, &text))
			n.ends += text.n > 0;
	}
	return n;
}

bool
tidy_code_has_lines(const struct dom_node *code)
{
	struct count n;

	if (!is_alone(code))
		return false;
	n = count_in(code);
	return n.breaks || n.ends > 1 || (n.ends && str_has(dom_attr(code, "style"), "pre"));
}

static bool
is_monospaced(const struct dom_node *node)
{
	static const char *const fonts[] = { "monospace", "Consolas", "Courier", "Menlo", "Monaco", "D2Coding", "SFMono", "Fira Code" };
	struct str style = dom_attr(node, "style"), face = dom_attr(node, "face");

	if (style.n && !str_has(style, "font-family"))
		style = STR_NONE;
	for (size_t i = 0; (style.n || face.n) && i < sizeof fonts / sizeof *fonts; i++)
		if (str_has(face, fonts[i]) || str_has(style, fonts[i]))
			return true;
	return false;
}

static bool
has_code_class(const struct dom_node *node)
{
	static const char *const classes[] = { "code", "codeblock", "code-block", "sourcecode", "code_block", NULL };

	return dom_has_one_class(node, classes);
}

bool
tidy_code_is_box(const struct dom_node *box)
{
	const struct dom_node *child = box->first;
	struct count n;

	while (child && child->tag == DOM_TEXT && !str_trim(child->text).n)
		child = child->next;
	if (!(box->n_attrs && (is_monospaced(box) || has_code_class(box))) &&
	    !(child && child->n_attrs && !child->next && child->tag != DOM_TEXT && is_monospaced(child)))
		return false;
	n = count_in(box);
	return n.breaks && !n.has_block && n.signs * SIGN_SHARE > n.letters;
}
