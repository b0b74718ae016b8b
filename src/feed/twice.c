#include "feed/twice.h"

#include "text/entity.h"

/* An escaped start tag of an element that texts begin with. */
static bool
starts_with_element(struct str s)
{
	static const char *const names[] = { "p", "div", "br", "img", "a", "span", "h1", "h2", "h3", "h4", "ul", "ol", "table", "figure",
		"blockquote", "strong", "b", "font", "section", "article", "center" };

	if (!str_starts(s, "&lt;"))
		return false;
	s = str_sub(s, 4, s.n);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i]);

		if (str_starts_icase(s, names[i]) && (s.n == n || strchr(" /&", s.p[n]) || str_is_space(s.p[n])))
			return true;
	}
	return false;
}

bool
twice_mend(struct buf *out, struct str html)
{
	html = str_trim(html);
	if (str_find_char(html, '<') < html.n || !starts_with_element(html) || !str_ends(html, "&gt;"))
		return false;
	if (!str_has(html, "&lt;/") && !str_has(html, "/&gt;") && !str_has(html, "&lt;br&gt;"))
		return false;
	entity_decode(out, html);
	return true;
}
