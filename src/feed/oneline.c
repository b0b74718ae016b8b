#include "feed/oneline.h"

#include "base/buf.h"
#include "text/clean.h"
#include "text/entity.h"

/* Elements that stand in titles of real feeds. */
static const char *const tags[] = {
	"a", "abbr", "b", "blockquote", "br", "code", "del", "div", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i",
	"img", "ins", "li", "mark", "ol", "p", "pre", "q", "s", "script", "small", "span", "strike", "strong", "style",
	"sub", "sup", "tt", "u", "ul", "wbr",
};

/* Length of the HTML tag or comment at the start of s, 0 when it is none. */
static size_t
tag_length(struct str s)
{
	size_t from = s.n > 1 && s.p[1] == '/' ? 2 : 1, to = from;
	size_t end = str_find_char(s, '>');

	if (str_starts(s, "<!--")) {
		end = str_find(s, str_lit("-->"));
		return end < s.n ? end + 3 : s.n;
	}
	while (to < s.n && (str_is_alpha(s.p[to]) || str_is_digit(s.p[to])))
		to++;
	if (end == s.n || to == from)
		return 0;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (str_is_icase(str_sub(s, from, to), tags[i]))
			return end + 1;
	return 0;
}

static void
strip_tags(struct buf *out, struct str html)
{
	while (html.n) {
		size_t n = str_find_char(html, '<');

		buf_add(out, str_sub(html, 0, n));
		html = str_sub(html, n, html.n);
		if (!html.n)
			return;
		n = tag_length(html);
		if (n == 0)
			buf_putc(out, '<');
		else if (str_starts_icase(html, "<br") || str_starts_icase(html, "<p") || str_starts_icase(html, "</p"))
			buf_putc(out, ' ');
		html = str_sub(html, n ? n : 1, html.n);
	}
}

struct str
oneline_of_text(struct arena *a, struct str text)
{
	struct buf line = { 0 };
	struct str result;

	clean_line(&line, text);
	result = arena_dup(a, buf_str(&line));
	buf_free(&line);
	return result;
}

struct str
oneline_of_html(struct arena *a, struct str html)
{
	struct buf stripped = { 0 }, decoded = { 0 };
	struct str result;

	if (str_find_char(html, '<') == html.n && str_find_char(html, '&') == html.n)
		return oneline_of_text(a, html);
	strip_tags(&stripped, html);
	entity_decode(&decoded, buf_str(&stripped));
	result = oneline_of_text(a, buf_str(&decoded));
	buf_free(&stripped);
	buf_free(&decoded);
	return result;
}
