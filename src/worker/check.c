#include "worker/check.h"

#include <stdint.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/words.h"
#include "text/clean.h"
#include "text/plain.h"
#include "text/url.h"
#include "text/utf8.h"

/* Reading clean XHTML from left to right. */
struct scan {
	struct str rest;
	unsigned char open[LIMIT_HTML_DEPTH + 16]; /* indices into elements */
	size_t depth;
};

/* What most articles are made of comes first. */
#define NAME(text) STR_INIT(text)
static const struct str elements[] = {
	NAME("article"), NAME("p"), NAME("a"), NAME("b"), NAME("br"), NAME("li"), NAME("code"), NAME("img"), NAME("td"),
	NAME("h2"), NAME("h3"), NAME("i"), NAME("tr"), NAME("ul"), NAME("pre"), NAME("figure"), NAME("blockquote"),
	NAME("h1"), NAME("h4"), NAME("h5"), NAME("h6"), NAME("ol"), NAME("dl"), NAME("dt"), NAME("dd"), NAME("table"),
	NAME("caption"), NAME("th"), NAME("figcaption"), NAME("s"), NAME("u"), NAME("sup"), NAME("sub"), NAME("mark"),
	NAME("kbd"), NAME("hr"), NAME("details"), NAME("summary"),
};
enum { ELEMENTS = sizeof elements / sizeof *elements };

static bool
is_short(struct str value)
{
	return value.n <= 64;
}

static bool
is_figure(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (!str_is_digit(value.p[i]) && value.p[i] != '.' && value.p[i] != '-')
			return false;
	return value.n > 0 && value.n <= 16;
}

static bool
is_numbering(struct str value)
{
	return value.n == 1 && strchr("aAiI", value.p[0]);
}

static bool
is_align(struct str value)
{
	return str_is(value, "center") || str_is(value, "right");
}

static bool
is_text(struct str value)
{
	return value.n <= LIMIT_TITLE * 4;
}

static const struct {
	struct str name;
	struct str of[2]; /* elements; none: any */
	bool (*is_good)(struct str value);
} attributes[] = {
	{ NAME("href"), { NAME("a") }, check_link },
	{ NAME("src"), { NAME("img") }, check_url },
	{ NAME("alt"), { NAME("img") }, is_text },
	{ NAME("width"), { NAME("img") }, is_figure },
	{ NAME("height"), { NAME("img") }, is_figure },
	{ NAME("start"), { NAME("ol") }, is_figure },
	{ NAME("type"), { NAME("ol") }, is_numbering },
	{ NAME("value"), { NAME("li") }, is_figure },
	{ NAME("data-align"), { NAME("td"), NAME("th") }, is_align },
	{ NAME("colspan"), { NAME("td"), NAME("th") }, is_figure },
	{ NAME("rowspan"), { NAME("td"), NAME("th") }, is_figure },
	{ NAME("data-lang"), { NAME("pre") }, is_short },
	{ NAME("data-size"), { STR_INIT("") }, is_figure },
	{ NAME("data-blank"), { STR_INIT("") }, is_figure },
	{ NAME("data-hashes"), { STR_INIT("") }, is_figure },
	{ NAME("data-note"), { STR_INIT("") }, is_figure },
};

bool
check_line(struct str s, size_t max)
{
	return s.n <= max && (plain_len(s) == s.n || (clean_is(s) && str_find_char(s, '\n') == s.n));
}

bool
check_file_line(struct str s, size_t max)
{
	if (s.n > max || !utf8_is_valid(s))
		return false;
	while (s.n) {
		int32_t cp = utf8_next(&s);

		if (cp != '\t' && clean_is_control(cp))
			return false;
	}
	return true;
}

static bool
has_no_blanks(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7f)
			return false;
	return s.n <= LIMIT_URL && clean_is(s);
}

bool
check_url(struct str s)
{
	return !s.n || (has_no_blanks(s) && url_is_web(s));
}

bool
check_link(struct str s)
{
	return !s.n || (has_no_blanks(s) && url_is_safe(s));
}

bool
check_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!str_is_alpha(s.p[i]) && !str_is_digit(s.p[i]) && s.p[i] != '_' && s.p[i] != '-')
			return false;
	return s.n > 0 && s.n <= 64;
}

bool
check_time(long long t)
{
	return t == CLOCK_NONE || (t >= -62135596800ll && t < 253402300800ll);
}

static int
element_find(struct str name)
{
	for (int i = 0; i < ELEMENTS; i++)
		if (words_is(name, elements[i]))
			return i;
	return -1;
}

/* Takes a name of lower-case letters, digits and '-'. */
static struct str
take_name(struct str *s)
{
	size_t n = 0;

	while (n < s->n && ((s->p[n] >= 'a' && s->p[n] <= 'z') || str_is_digit(s->p[n]) || s->p[n] == '-'))
		n++;
	struct str name = str_sub(*s, 0, n);

	*s = str_sub(*s, n, s->n);
	return name;
}

static bool
take_char(struct str *s, char c)
{
	bool is_there = s->n && s->p[0] == c;

	*s = str_sub(*s, is_there, s->n);
	return is_there;
}

static bool
take_two(struct str *s, const char two[3])
{
	bool are_there = s->n >= 2 && s->p[0] == two[0] && s->p[1] == two[1];

	*s = str_sub(*s, 2 * are_there, s->n);
	return are_there;
}

/* Only the five references that XML itself has; so none can stand for a control. */
static bool
are_references_good(struct str s)
{
	static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&apos;" };
	size_t at;

	while ((at = str_find_char(s, '&')) < s.n) {
		size_t i = 0;

		s = str_sub(s, at, s.n);
		while (i < sizeof names / sizeof *names && !str_starts(s, names[i]))
			i++;
		if (i == sizeof names / sizeof *names)
			return false;
		s = str_sub(s, strlen(names[i]), s.n);
	}
	return true;
}

static bool
is_attribute_of(const struct str of[2], struct str element)
{
	return !of[0].n || words_is(element, of[0]) || words_is(element, of[1]);
}

/* One ` name="value"` of an element; *seen has a bit for each that it has already. */
static bool
scan_attribute(struct scan *scan, struct str element, unsigned *seen)
{
	struct str name = take_name(&scan->rest), value;

	if (!take_two(&scan->rest, "=\"") || !str_cut(scan->rest, '"', &value, &scan->rest))
		return false;
	if (str_find_char(value, '<') < value.n)
		return false;
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		if (!words_is(name, attributes[i].name))
			continue;
		if (*seen & 1u << i || !is_attribute_of(attributes[i].of, element))
			return false;
		*seen |= 1u << i;
		return attributes[i].is_good(value);
	}
	return false;
}

static bool
scan_start(struct scan *scan)
{
	int element = element_find(take_name(&scan->rest));
	unsigned seen = 0;

	if (element < 0 || (element == 0) != (scan->depth == 0))
		return false;
	while (take_char(&scan->rest, ' ') && scan->rest.n && scan->rest.p[0] != '/')
		if (!scan_attribute(scan, elements[element], &seen))
			return false;
	if (take_two(&scan->rest, "/>"))
		return true;
	if (!take_char(&scan->rest, '>') || scan->depth == sizeof scan->open)
		return false;
	scan->open[scan->depth++] = (unsigned char)element;
	return true;
}

static bool
scan_end(struct scan *scan)
{
	struct str name = scan->depth ? elements[scan->open[--scan->depth]] : STR_NONE;

	if (!name.n || !words_is(str_sub(scan->rest, 0, name.n), name))
		return false;
	scan->rest = str_sub(scan->rest, name.n, scan->rest.n);
	return take_char(&scan->rest, '>');
}

bool
check_xhtml(struct str s)
{
	struct scan scan = { .rest = s };
	bool is_good = clean_is(s) && are_references_good(s); /* where one stands that is no text, the rest is not good */

	if (!s.n)
		return true;
	while (is_good && take_char(&scan.rest, '<')) {
		is_good = take_char(&scan.rest, '/') ? scan_end(&scan) : scan_start(&scan);
		if (!scan.depth)
			break;
		if (scan.rest.n && scan.rest.p[0] != '<')
			scan.rest = str_sub(scan.rest, str_find_char(scan.rest, '<'), scan.rest.n);
	}
	return is_good && !scan.depth && !scan.rest.n;
}
