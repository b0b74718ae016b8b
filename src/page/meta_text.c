#include "page/meta_text.h"

#include <stdint.h>

#include "text/clean.h"

enum { NAMES_BYTES = 400 }; /* of class and id; more is noise of generators */

static bool
is_left_out(const struct dom_node *node)
{
	return node->is_dropped || node->tag == DOM_SCRIPT || node->tag == DOM_STYLE || node->tag == DOM_TEMPLATE ||
	       node->tag == DOM_NOSCRIPT;
}

static struct str
line_of(struct arena *a, const struct dom_node *node, bool has_times)
{
	struct buf text = BUF_CAPPED(META_TEXT_BYTES), line = { 0 };
	const struct dom_node *at = node;
	struct str ret = STR_NONE;
	size_t n = 0;

	for (; at && n < META_TEXT_NODES && !text.full; n++) {
		if (at->tag == DOM_TEXT)
			(void)buf_add(&text, at->text);
		else if (at->tag == DOM_BR || (dom_tag_kinds(at->tag) & (DOM_IS_BLOCK | DOM_IS_TABLE)))
			(void)buf_putc(&text, ' ');
		at = is_left_out(at) || (at->tag == DOM_TIME && !has_times) ? dom_skip(at, node) : dom_next(at, node);
	}
	if (!at && !text.full) {
		clean_line(&line, buf_str(&text));
		ret = arena_dup(a, buf_str(&line));
	}
	buf_free(&text);
	buf_free(&line);
	return ret;
}

struct str
meta_text_line(struct arena *a, const struct dom_node *node)
{
	return line_of(a, node, true);
}

struct str
meta_text_untimed(struct arena *a, const struct dom_node *node)
{
	return line_of(a, node, false);
}

struct str
meta_text_names(struct buf *names, const struct dom_node *node)
{
	struct str class = dom_attr(node, "class"), id = dom_attr(node, "id");

	if (!class.n && !id.n)
		return STR_NONE;
	buf_truncate(names, 0);
	(void)buf_putc(names, ' ');
	(void)buf_add(names, str_sub(class, 0, NAMES_BYTES));
	(void)buf_putc(names, ' ');
	(void)buf_add(names, str_sub(id, 0, NAMES_BYTES));
	(void)buf_putc(names, ' ');
	for (size_t i = 0; i < names->n; i++)
		names->p[i] = str_lower(names->p[i]);
	return buf_str(names);
}

static uint64_t
letter_bit(char c)
{
	return (uint64_t)1 << ((unsigned char)c & 63);
}

bool
meta_text_has(struct str text, const char *const *words, size_t n)
{
	uint64_t seen = 0; /* which letters there are, by their last six bits */

	for (size_t i = 0; i < text.n; i++)
		seen |= letter_bit(text.p[i]);
	for (size_t i = 0; i < n && text.n; i++)
		if ((seen & letter_bit(words[i][0])) && (!words[i][1] || (seen & letter_bit(words[i][1]))) && str_has(text, words[i]))
			return true;
	return false;
}
