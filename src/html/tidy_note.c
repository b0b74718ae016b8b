#include "html/tidy_note.h"

#include "base/buf.h"

/* Longer than these is text, in bytes; a table of contents has a title of this many bytes. */
enum { SIGN_MAX = 24, TITLE_MAX = 60 };

static bool
is_place(const struct dom_node *a)
{
	return str_starts(str_trim(dom_attr(a, "href")), "#");
}

/* The short text of a link, without blanks at its ends; false when it is long. */
static bool
short_text(const struct dom_node *a, struct buf *text)
{
	dom_text(text, a);
	return str_trim(buf_str(text)).n <= SIGN_MAX;
}

static bool
is_one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_is(s, *list))
			return true;
	return false;
}

bool
tidy_note_is_anchor(const struct dom_node *a, bool is_known)
{
	static const char *const signs[] = { "", "#", "##", "¶", "§", "🔗", "⚓", "⚓︎", "\u200b", "\u00a0", "link", "Link", NULL };
	struct buf text = { 0 };
	bool ret = is_place(a) && (is_known || (short_text(a, &text) && is_one_of(str_trim(buf_str(&text)), signs)));

	buf_free(&text);
	return ret;
}

bool
tidy_note_is_way_back(const struct dom_node *a)
{
	static const char *const signs[] = {
		"↩", "↩︎", "↩️", "⏎", "↑", "^", "↵", "⤴", "🔙", "[본문으로]", "본문으로", "[돌아가기]", "돌아가기", "[back]", "back", NULL,
	};
	struct buf text = { 0 };
	bool ret;

	if (!is_place(a))
		return false;
	ret = str_is(dom_attr(a, "role"), "doc-backlink") || str_is(dom_attr(a, "rev"), "footnote") ||
	    (short_text(a, &text) && is_one_of(str_trim(buf_str(&text)), signs));
	buf_free(&text);
	return ret;
}

static bool
is_in_link(const struct dom_node *node, const struct dom_node *box)
{
	for (int i = 0; i < 6 && node && node != box; i++, node = node->parent)
		if (node->tag == DOM_A)
			return true;
	return false;
}

bool
tidy_note_is_contents(const struct dom_node *box)
{
	size_t links = 0, others = 0;

	for (const struct dom_node *node = box->first; node; node = dom_next(node, box)) {
		if (node->tag == DOM_A && dom_has_attr(node, "href") && !is_place(node))
			return false;
		links += node->tag == DOM_A && is_place(node);
		if (node->tag == DOM_TEXT && !is_in_link(node, box))
			others += str_trim(node->text).n;
	}
	return others <= TITLE_MAX + links * 8;
}
