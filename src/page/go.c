#include "page/go.h"

#include "html/tidy_link.h"
#include "html/tidy_page.h"

enum {
	GO_BYTES = 64 << 10,     /* a longer page has something else to say */
	SCRIPT_BYTES = 16 << 10, /* and a longer one does other things with locations */
	BETWEEN = 12,            /* bytes from the name to the address in quotes */
};

/* The first text in quotes, where it begins soon. */
static struct str
quoted(struct str s)
{
	size_t at = 0;

	while (at < s.n && at < BETWEEN && s.p[at] != '\'' && s.p[at] != '"')
		at++;
	if (at == s.n || at == BETWEEN)
		return STR_NONE;
	struct str rest = str_sub(s, at + 1, s.n);
	return str_sub(rest, 0, str_find_char(rest, s.p[at]));
}

static struct str
find_script(struct arena *a, struct str html, struct str url)
{
	static const char *const names[] = { "location.href", "location.replace", "location.assign", "location" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t at = str_find(html, str_of(names[i]));
		struct str to = quoted(str_sub(html, at + strlen(names[i]), html.n));

		if (to.n)
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
