#include "page/go.h"

#include "html/tidy_link.h"
#include "html/tidy_page.h"

enum {
	GO_BYTES = 64 << 10,     /* a longer page has something else to say */
	SCRIPT_BYTES = 16 << 10, /* and a longer one does other things with locations */
};

static struct str
behind(struct str s, size_t n)
{
	return str_trim(str_sub(s, n, s.n));
}

/* The text in quotes that s begins with. */
static struct str
quoted(struct str s)
{
	if (!s.n || (s.p[0] != '\'' && s.p[0] != '"'))
		return STR_NONE;
	struct str rest = str_sub(s, 1, s.n);
	return str_sub(rest, 0, str_find_char(rest, s.p[0]));
}

/* Whether what ends a statement, or a blank, stands before the word at s.p + at: no other word, and no quote. */
static bool
is_start(struct str s, size_t at)
{
	return !at || str_is_space(s.p[at - 1]) || strchr(";{}(),>&|?", s.p[at - 1]);
}

/* Whether the location at s.p + at is the page's: "window.top.location". */
static bool
is_own(struct str s, size_t at)
{
	static const char *const owners[] = { "window.", "document.", "top.", "self.", "parent." };
	bool has_more = true;

	while (has_more) {
		has_more = false;
		for (size_t i = 0; i < sizeof owners / sizeof *owners; i++)
			if (str_ends(str_sub(s, 0, at), owners[i])) {
				at -= strlen(owners[i]);
				has_more = true;
			}
	}
	return is_start(s, at);
}

/* Where what stands behind "location" leads: " = '/2'", ".href = '/2'", ".replace('/2')". */
static struct str
destination(struct str s)
{
	static const char *const calls[] = { ".replace", ".assign" };

	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (str_starts(s, calls[i])) {
			s = behind(s, strlen(calls[i]));
			return str_starts(s, "(") ? quoted(behind(s, 1)) : STR_NONE;
		}
	s = behind(s, str_starts(s, ".href") ? strlen(".href") : 0);
	return str_starts(s, "=") ? quoted(behind(s, 1)) : STR_NONE;
}

static struct str
find_script(struct arena *a, struct str html, struct str url)
{
	static const char word[] = "location";
	size_t at = 0, found;

	for (; (found = str_find(str_sub(html, at, html.n), str_of(word))) + at < html.n; at += found + strlen(word)) {
		struct str to = destination(str_sub(html, at + found + strlen(word), html.n));

		if (to.n && is_own(html, at + found))
			return tidy_link_web(a, url, to);
	}
	return STR_NONE;
}

bool
go_find(struct arena *a, struct str html, struct str url, struct str *to)
{
	struct tidy_page page;

	if (html.n > GO_BYTES)
		return false;
	tidy_page(a, html, url, &page);
	for (size_t i = 0; i < page.n_links; i++)
		if (page.links[i].kind == TIDY_PAGE_GO && !str_eq(page.links[i].url, url)) {
			*to = page.links[i].url;
			return true;
		}
	*to = html.n <= SCRIPT_BYTES ? find_script(a, html, url) : STR_NONE;
	if (str_eq(*to, url))
		*to = STR_NONE;
	return to->n > 0;
}
