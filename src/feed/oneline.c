#include "feed/oneline.h"

#include "base/buf.h"
#include "base/limits.h"
#include "feed/lenient_tag.h"
#include "text/entity.h"
#include "text/plain.h"
#include "text/utf8.h"

/* A line is made of this much: what is left of it is cut to LIMIT_TITLE anyway, and the work stays small. */
enum {
	LINE_SOURCE = 16 * LIMIT_TITLE,
	TAGS_SEARCHED = 64, /* of one line: further tags are looked at … */
	TAG_BYTES = 512,    /* … this far, so that a line of nothing but tags stays cheap */
};

/* The elements of HTML. Any other "<word>" in a title is text: "Vec<T>". */
static const char known[] =
	" a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button "
	"canvas caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset "
	"figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd "
	"label legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object ol optgroup option "
	"output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style "
	"sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xml ";

/* Those that need no end tag. */
static const char open_ended[] = " br hr wbr p li dt dd tr td th option ";

static bool
is_in(const char *list, struct str name)
{
	char word[16] = " ";
	size_t n = name.n;

	if (!n || n > sizeof word - 3)
		return false;
	for (size_t i = 0; i < n; i++)
		word[i + 1] = str_lower(name.p[i]);
	word[n + 1] = ' ';
	return strstr(list, word) != NULL;
}

/* Bytes at the start of s, which begins with "<", that are markup and not text; 0 when it is text. A bare "<div>" that nothing closes is what the title is about. */
static size_t
markup_length(struct str s)
{
	size_t from = s.n > 1 && s.p[1] == '/' ? 2 : 1, to = from, end;

	if (str_starts(s, "<!--")) {
		end = str_find(s, str_lit("-->"));
		return end < s.n ? end + 3 : s.n;
	}
	while (to < s.n && (str_is_alpha(s.p[to]) || str_is_digit(s.p[to])))
		to++;
	struct str name = str_sub(s, from, to);
	bool is_declaration = s.n > 1 && (s.p[1] == '!' || s.p[1] == '?');
	if (!is_declaration && !is_in(known, name))
		return 0;
	end = str_find_char(s, '>');
	if (end == s.n || is_declaration)
		return end < s.n ? end + 1 : 0;
	struct str attrs = str_trim(str_sub(s, to, end));
	size_t close = from == 1 ? lenient_tag_find_end(s, name) : s.n;
	bool is_bare = !attrs.n || str_is(attrs, "/");
	if (from == 1 && is_bare && close == s.n && !is_in(open_ended, name))
		return 0;
	if (close < s.n && (str_is_icase(name, "script") || str_is_icase(name, "style")))
		end = close + str_find_char(str_sub(s, close, s.n), '>');
	return end + 1;
}

static bool
breaks_words(struct str tag)
{
	return str_starts_icase(tag, "<br") || str_starts_icase(tag, "<p") || str_starts_icase(tag, "</p") ||
	       str_starts_icase(tag, "<div") || str_starts_icase(tag, "</div") || str_starts_icase(tag, "<li");
}

static void
strip_tags(struct buf *out, struct str html)
{
	for (int tags = 0; html.n; tags++) {
		size_t n = str_find_char(html, '<');

		buf_add(out, str_sub(html, 0, n));
		html = str_sub(html, n, html.n);
		if (!html.n)
			return;
		n = markup_length(tags < TAGS_SEARCHED ? html : str_sub(html, 0, TAG_BYTES));
		if (n == 0)
			buf_putc(out, '<');
		else if (breaks_words(html))
			buf_putc(out, ' ');
		html = str_sub(html, n ? n : 1, html.n);
	}
}

static bool
is_blank(int32_t cp)
{
	return cp == ' ' || (cp >= '\t' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Bytes at the start that are neither a blank nor a control: all but some that U+0080 to U+00BF and U+2000 to U+2FFF begin with. */
static size_t
solid_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && (unsigned char)s.p[n] > ' ' && s.p[n] != 0x7f && s.p[n] != '\xc2' && s.p[n] != '\xe2')
		n++;
	return n;
}

/* Runs of blanks as one space, none at the ends, without controls, in place: it only gets shorter. Who stores or shows the line cleans it further. */
static size_t
fold(char *to, struct str s)
{
	size_t n = 0;
	bool has_blank = false;

	while (s.n) {
		struct str rest = s;
		size_t solid = solid_length(s);
		int32_t cp = solid ? 0 : utf8_next(&rest);

		if (!solid && is_blank(cp)) {
			has_blank = true;
		} else if (solid || cp >= 0xa0) {
			if (has_blank && n)
				to[n++] = ' ';
			has_blank = false;
			solid = solid ? solid : s.n - rest.n;
			memmove(to + n, s.p, solid);
			n += solid;
			rest = str_sub(s, solid, s.n);
		}
		s = rest;
	}
	to[n] = '\0';
	return n;
}

struct str
oneline_of_text(struct arena *a, struct str text)
{
	struct str source = utf8_prefix(text, LINE_SOURCE);
	char *line = arena_cstr(a, source);

	if (source.n && source.p[source.n - 1] != ' ' && plain_words_len(source) == source.n) /* as most are */
		return str_new(line, source.n);
	return str_new(line, fold(line, str_new(line, source.n)));
}

struct str
oneline_of_html(struct arena *a, struct str html)
{
	struct buf stripped = { 0 }, decoded = { 0 };
	struct str result;

	if (str_find_char(html, '<') == html.n && str_find_char(html, '&') == html.n)
		return oneline_of_text(a, html);
	strip_tags(&stripped, utf8_prefix(html, LINE_SOURCE));
	entity_decode(&decoded, buf_str(&stripped));
	result = oneline_of_text(a, buf_str(&decoded));
	buf_free(&stripped);
	buf_free(&decoded);
	return result;
}
