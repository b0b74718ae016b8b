#include "html/tidy_formula.h"

#include "base/arena.h"

/* Where the source of a drawing is looked for. */
enum { SIBLINGS_MAX = 6 };

/* ---- MathML as a line */

/* What stands around and between the parts of an element. */
static const struct shape {
	const char *name, *before, *between[2], *after;
	bool wants_brackets; /* around parts of several letters */
} shapes[] = {
	{ "mfrac", "", { "/", "/" }, "", true },
	{ "msup", "", { "^", "^" }, "", true },
	{ "msub", "", { "_", "_" }, "", true },
	{ "msubsup", "", { "_", "^" }, "", true },
	{ "munder", "", { "_", "_" }, "", true },
	{ "mover", "", { "^", "^" }, "", true },
	{ "munderover", "", { "_", "^" }, "", true },
	{ "msqrt", "√(", { "", "" }, ")", false },
	{ "mroot", "√(", { ", ", "" }, ")", false },
	{ "mtr", "", { " ", " " }, "; ", false },
};

static const struct shape *
shape_of(const struct dom_node *node)
{
	for (size_t i = 0; node->tag == DOM_OTHER && i < sizeof shapes / sizeof *shapes; i++)
		if (str_is_icase(node->text, shapes[i].name))
			return &shapes[i];
	return NULL;
}

static bool
is_element(const struct dom_node *node)
{
	return node->tag != DOM_TEXT;
}

/* Which of its parent's elements node is: 0, 1, or 2 for all later ones. */
static size_t
place_of(const struct dom_node *node)
{
	size_t n = 0;

	for (const struct dom_node *at = node->parent->first; at && at != node && n < 2; at = at->next)
		n += is_element(at);
	return n;
}

/* A part that reads wrong without brackets: more than one element deep inside. */
static bool
is_wide(const struct dom_node *node)
{
	const struct dom_node *at = node;

	while (at && at->tag == DOM_OTHER) {
		const struct dom_node *only = NULL;

		for (const struct dom_node *child = at->first; child; child = child->next) {
			if (is_element(child) && only)
				return true;
			only = is_element(child) ? child : only;
		}
		at = only;
	}
	return false;
}

/* What is written before (or behind) node as a part of its parent. */
static void
add_edge(struct buf *out, const struct dom_node *node, const struct dom_node *top, bool is_end)
{
	const struct shape *in = node != top && is_element(node) ? shape_of(node->parent) : NULL;
	size_t place = in ? place_of(node) : 0;

	if (is_end) {
		const struct shape *own = is_element(node) ? shape_of(node) : NULL;

		(void)buf_puts(out, own ? own->after : "");
		(void)buf_puts(out, in && in->wants_brackets && is_wide(node) ? ")" : "");
		return;
	}
	(void)buf_puts(out, place ? in->between[place - 1] : "");
	(void)buf_puts(out, in && in->wants_brackets && is_wide(node) ? "(" : "");
	if (is_element(node) && shape_of(node))
		(void)buf_puts(out, shape_of(node)->before);
}

/* Signs that stand between two sides of a formula. */
static bool
is_between_sides(struct str text)
{
	static const char *const signs[] = { "=", "≠", "<", ">", "≤", "≥", "≈", "≡", "→", "⇒", "∈", "±", "×", "·", "+", "−", "-", "∼", "∝", "≪", "≫" };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_is(text, signs[i]))
			return true;
	return false;
}

/* The letters of an mi, mn or mo; a sign with a blank on each side where something stands before it. */
static void
add_letters(struct buf *out, const struct dom_node *text)
{
	struct str rest = text->text, word;
	bool is_sign = text->parent->tag == DOM_MO && out->n && is_between_sides(str_trim(rest)) &&
	    !memchr("( ,;^_/", out->p[out->n - 1], 7);

	(void)buf_puts(out, is_sign ? " " : "");
	while ((word = str_word(&rest)).n)
		(void)buf_add(out, word);
	(void)buf_puts(out, is_sign ? " " : "");
}

static bool
is_note(const struct dom_node *node)
{
	return node->tag == DOM_ANNOTATION_XML || (node->tag == DOM_OTHER && str_is_icase(node->text, "annotation"));
}

static void
add_line(struct buf *out, const struct dom_node *math)
{
	const struct dom_node *at = math;

	while (at) {
		bool is_shown = !is_note(at);

		if (is_shown)
			add_edge(out, at, math, false);
		if (at->tag == DOM_TEXT && at->parent->tag == DOM_MTEXT)
			(void)buf_add(out, at->text);
		else if (at->tag == DOM_TEXT)
			add_letters(out, at);
		if (is_shown && at->first) {
			at = at->first;
			continue;
		}
		for (; at != math && !at->next; at = at->parent)
			add_edge(out, at, math, true);
		add_edge(out, at, math, true);
		at = at == math ? NULL : at->next;
	}
}

/* ---- the source */

void
tidy_formula_tex(struct buf *out, struct str tex)
{
	struct str style = str_lit("{\\displaystyle ");

	tex = str_trim(tex);
	if (str_starts(tex, style.p) && str_ends(tex, "}"))
		tex = str_trim(str_sub(tex, style.n, tex.n - 1));
	(void)buf_add(out, tex);
}

static const struct dom_node *
find_note(const struct dom_node *math)
{
	for (const struct dom_node *node = math->first; node; node = dom_next(node, math))
		if (node->tag == DOM_OTHER && str_has(dom_attr(node, "encoding"), "tex"))
			return node;
	return NULL;
}

void
tidy_formula_add(struct buf *out, const struct dom_node *math)
{
	static const char *const names[] = { "data-latex", "alttext", "data-tex" };
	const struct dom_node *note = find_note(math);
	struct buf tex = { 0 };

	if (note)
		dom_text(&tex, note);
	for (size_t i = 0; i < sizeof names / sizeof *names && !str_trim(buf_str(&tex)).n; i++)
		(void)buf_add(&tex, dom_attr(math, names[i]));
	if (str_trim(buf_str(&tex)).n)
		tidy_formula_tex(out, buf_str(&tex));
	else
		add_line(out, math);
	buf_free(&tex);
}

bool
tidy_formula_script(struct buf *out, const struct dom_node *script)
{
	if (!str_starts(dom_attr(script, "type"), "math/tex") || !script->first)
		return false;
	tidy_formula_tex(out, script->first->text);
	return out->n > 0;
}

/* ---- drawings */

/* A script with the source behind node or the element around it. */
static bool
has_script(const struct dom_node *node)
{
	for (int i = 0; i < 2 && node; i++, node = node->parent) {
		const struct dom_node *next = node->next;

		while (next && next->tag == DOM_TEXT && !str_trim(next->text).n)
			next = next->next;
		if (next && next->tag == DOM_SCRIPT && str_starts(dom_attr(next, "type"), "math/"))
			return true;
	}
	return false;
}

/* KaTeX writes the source into an element beside the drawing. */
static bool
has_source_beside(const struct dom_node *node)
{
	const struct dom_node *at = node->parent ? node->parent->first : NULL;

	for (int i = 0; i < SIBLINGS_MAX && at; i++, at = at->next)
		if (at->n_attrs && dom_has_class(at, "katex-mathml"))
			return true;
	return false;
}

/* MathML or TeX that an attribute of a drawing holds. */
static bool
add_attribute(struct buf *out, const struct dom_node *node)
{
	struct str mathml = dom_attr(node, "data-mathml");
	struct arena a = { 0 };
	const struct dom_node *math = mathml.n ? dom_find(dom_parse(&a, mathml, NULL), DOM_MATH) : NULL;

	if (math)
		tidy_formula_add(out, math);
	for (const struct dom_node *at = node; at && !out->n; at = dom_next(at, node))
		tidy_formula_tex(out, dom_attr(at, "data-latex"));
	arena_free(&a);
	return out->n > 0;
}

bool
tidy_formula_drawn(struct buf *out, const struct dom_node *node)
{
	const struct dom_node *math = dom_find(node, DOM_MATH);

	if (dom_has_class(node, "katex-html"))
		return has_source_beside(node);
	if (has_script(node) || add_attribute(out, node))
		return true;
	if (math)
		tidy_formula_add(out, math);
	return math != NULL;
}
