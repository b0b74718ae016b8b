#include "html/tidy_code.h"

#include "html/tidy_class.h"

/* How far above and below a pre its language may be noted. */
enum { LANGUAGE_REACH = 6, LANGUAGE_MAX = 24 };

/* ---- text */

static bool
is_left_out(const struct dom_node *node)
{
	static const enum dom_tag tags[] = { DOM_SCRIPT, DOM_STYLE, DOM_BUTTON, DOM_SVG, DOM_TEXTAREA, DOM_SELECT };

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
	for (const struct dom_node *at = line->first; at; at = dom_next(at, line))
		if (at->tag == DOM_TEXT || at->tag == DOM_BR)
			return false;
	return true;
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

		if (n <= most)
			continue;
		most = n;
		best = cell;
	}
	for (const struct dom_node *child = best->first; child && best != node; child = child->next)
		if (child->tag == DOM_DIV || child->tag == DOM_PRE)
			return child;
	return best;
}

/* ---- language */

static bool
is_name(struct str s)
{
	static const char *const nothing[] = {
		"none", "text", "plaintext", "plain", "txt", "undefined", "null", "wrap", "code",
	};

	if (!s.n || s.n > LANGUAGE_MAX)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_alpha(s.p[i]) && !str_is_digit(s.p[i]) && !memchr("+#._-", s.p[i], 5))
			return false;
	for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
		if (str_is_icase(s, nothing[i]))
			return false;
	return true;
}

/* The rest of word behind prefix when that is a name. */
static struct str
behind(struct str word, const char *prefix)
{
	struct str name = str_sub(word, strlen(prefix), word.n);

	return str_starts_icase(word, prefix) && is_name(name) ? name : STR_NONE;
}

static struct str
prefixed(struct str word)
{
	static const char *const prefixes[] = { "language-", "lang-", "highlight-source-", "brush:" };
	struct str name;

	while (str_ends(word, ";"))
		word = str_sub(word, 0, word.n - 1);
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if ((name = behind(word, prefixes[i])).n)
			return name;
	return STR_NONE;
}

/* A word that is no language but says that another one is. */
static bool
is_herald(struct str word)
{
	return str_is(word, "hljs") || str_is(word, "highlight") || str_is(word, "sourceCode") ||
		str_is_icase(word, "brush:");
}

static struct str
in_classes(struct str classes)
{
	struct str rest = classes, word, name;
	bool is_heralded = false;

	while ((word = str_word(&rest)).n) {
		if ((name = prefixed(word)).n)
			return name;
		is_heralded = is_heralded || is_herald(word);
	}
	for (rest = classes; is_heralded && (word = str_word(&rest)).n;) {
		while (str_ends(word, ";"))
			word = str_sub(word, 0, word.n - 1);
		if (!is_herald(word) && is_name(word) && !str_starts(word, "hljs") && !str_starts(word, "highlight"))
			return word;
	}
	return STR_NONE;
}

static struct str
noted_at(const struct dom_node *node)
{
	static const char *const names[] = { "data-ke-language", "data-language", "data-lang" };
	struct str name;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_name(name = str_trim(dom_attr(node, names[i]))))
			return name;
	return in_classes(dom_attr(node, "class"));
}

struct str
tidy_code_language(struct arena *a, const struct dom_node *node)
{
	struct str name = noted_at(node);
	const struct dom_node *at = node->first;
	char *lower;

	for (int i = 0; i < LANGUAGE_REACH && at && !name.n; i++, at = at->first)
		name = noted_at(at);
	at = node->parent;
	for (int i = 0; i < LANGUAGE_REACH && at && at->tag != DOM_BODY && !name.n; i++, at = at->parent)
		name = noted_at(at);
	lower = arena_cstr(a, name);
	for (size_t i = 0; i < name.n; i++)
		lower[i] = str_lower(lower[i]);
	return str_new(lower, name.n);
}
