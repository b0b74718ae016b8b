#include "html/tidy_serial.h"

#include "text/url.h"

/* ---- text */

static void
add_escaped(struct buf *out, struct str s, bool is_attribute)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '&')
			(void)buf_puts(out, "&amp;");
		else if (is_attribute ? c == '"' : c == '<' || c == '>')
			(void)buf_puts(out, c == '"' ? "&quot;" : c == '<' ? "&lt;" : "&gt;");
		else
			(void)buf_putc(out, c);
	}
}

static void
add_text(struct buf *out, const struct dom_node *node)
{
	enum dom_tag in = node->parent->tag;

	if ((dom_tag_kinds(in) & DOM_IS_RAW) && in != DOM_TITLE && in != DOM_TEXTAREA)
		(void)buf_add(out, node->text);
	else
		add_escaped(out, node->text, false);
}

/* ---- attributes */

static bool
is_address(struct str name)
{
	static const char *const names[] = {
		"href", "src", "action", "cite", "poster", "background", "longdesc", "data", "formaction", "usemap",
		"codebase", "classid", "profile", "data-src", "data-lazy-src", "data-original", "xlink:href",
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

/* A list of addresses with widths: "a.png 1x, b.png 2x". */
static void
add_srcset(struct buf *out, struct str base, struct str set)
{
	struct str candidate;
	size_t start = out->n;

	while ((set = str_trim(set)).n) {
		struct str url = str_word(&set);
		bool is_whole = str_ends(url, ",");

		if (out->n > start)
			(void)buf_puts(out, ", ");
		url_resolve(out, base, is_whole ? str_sub(url, 0, url.n - 1) : url);
		if (is_whole)
			continue;
		(void)str_cut(set, ',', &candidate, &set);
		candidate = str_trim(candidate);
		if (candidate.n)
			(void)buf_putc(out, ' ');
		(void)buf_add(out, candidate);
	}
}

static void
add_attr(struct buf *out, struct str base, const struct dom_attr *attr)
{
	struct buf value = { 0 };

	if (is_address(attr->name) && attr->value.n)
		url_resolve(&value, base, attr->value);
	else if (str_is(attr->name, "srcset"))
		add_srcset(&value, base, attr->value);
	else
		(void)buf_add(&value, attr->value);
	(void)buf_printf(out, " %.*s=\"", STR(attr->name));
	add_escaped(out, buf_str(&value), true);
	(void)buf_putc(out, '"');
	buf_free(&value);
}

/* ---- elements */

static struct str
name_of(const struct dom_node *node)
{
	return node->tag == DOM_OTHER ? node->text : dom_tag_name(node->tag);
}

static bool
is_shell(const struct dom_node *node)
{
	return node->tag == DOM_HTML || node->tag == DOM_HEAD || node->tag == DOM_BODY;
}

static void
open_node(struct buf *out, const struct dom_node *node, struct str base)
{
	if (node->tag == DOM_TEXT) {
		add_text(out, node);
		return;
	}
	if (is_shell(node))
		return;
	(void)buf_printf(out, "<%.*s", STR(name_of(node)));
	for (size_t i = 0; i < node->n_attrs; i++)
		add_attr(out, base, &node->attrs[i]);
	(void)buf_putc(out, '>');
}

static void
close_node(struct buf *out, const struct dom_node *node)
{
	if (node->tag != DOM_TEXT && !is_shell(node) && !(dom_tag_kinds(node->tag) & DOM_IS_VOID))
		(void)buf_printf(out, "</%.*s>", STR(name_of(node)));
}

void
tidy_serial(struct buf *out, const struct dom_node *root, struct str base)
{
	const struct dom_node *at = root->first;

	while (at) {
		open_node(out, at, base);
		if (at->first) {
			at = at->first;
			continue;
		}
		close_node(out, at);
		while (!at->next && at->parent != root) {
			at = at->parent;
			close_node(out, at);
		}
		at = at->next;
	}
}
