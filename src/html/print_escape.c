#include "html/print_escape.h"

#include "base/num.h"
#include "text/entity.h"
#include "text/url.h"

static bool
is_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || (unsigned char)c >= 0x80;
}

static char
byte_at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

/* ---- text */

/* "&amp;" and its like. */
static bool
is_reference(struct str s)
{
	struct buf ignored = { 0 };
	struct str rest = s;
	bool is = entity_take(&ignored, &rest) && s.p[s.n - rest.n - 1] == ';';

	buf_free(&ignored);
	return is;
}

struct piece {
	struct str text;
	size_t from, to;
	unsigned also; /* PRINT_ESCAPE_ bits */
};

static bool
needs_escape(const struct piece *p, size_t i)
{
	bool is_edge = i == p->from || i + 1 == p->to;
	char next = byte_at(p->text, i + 1);

	switch (p->text.p[i]) {
	case '\\':
	case '`':
	case '*':
	case '[':
	case ']':
		return true;
	case '_': /* inside a word it means nothing */
		return is_edge || !is_word(p->text.p[i - 1]) || !is_word(next);
	case '^': /* behind the bracket of a link it would name a note */
		return i == p->from;
	case '!': /* before the bracket of a link */
		return i + 1 == p->to && p->to < p->text.n;
	case '~':
		return p->also & PRINT_ESCAPE_TILDES;
	case '$':
		return p->also & PRINT_ESCAPE_DOLLARS;
	case '<':
		return str_is_alpha(next) || next == '/' || next == '!' || next == '?';
	case '&':
		return is_reference(str_sub(p->text, i, p->to));
	case '|':
		return p->also & PRINT_ESCAPE_BARS;
	default:
		return false;
	}
}

/* Whether c stands a second time in the text: one alone means nothing. */
static bool
is_twice(struct str text, char c)
{
	size_t first = str_find_char(text, c);

	return first < text.n && str_find_char(str_sub(text, first + 1, text.n), c) < text.n - first - 1;
}

unsigned
print_escape_find(struct str text)
{
	return (is_twice(text, '~') ? PRINT_ESCAPE_TILDES : 0) | (is_twice(text, '$') ? PRINT_ESCAPE_DOLLARS : 0);
}

void
print_escape_text(struct buf *out, struct str text, size_t from, size_t to, unsigned also)
{
	struct piece p = { text, from, to, also };

	for (size_t i = from; i < to; i++) {
		if (needs_escape(&p, i))
			(void)buf_putc(out, '\\');
		(void)buf_putc(out, text.p[i]);
	}
}

void
print_escape_line(struct buf *out, struct str text)
{
	print_escape_text(out, text, 0, text.n, print_escape_find(text));
}

/* ---- addresses */

static void
add_encoded(struct buf *out, char c)
{
	(void)buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
}

/* Whether the parentheses in it are in pairs. */
static bool
is_balanced(struct str url)
{
	size_t depth = 0;

	for (size_t i = 0; i < url.n; i++) {
		if (url.p[i] == ')' && !depth--)
			return false;
		depth += url.p[i] == '(';
	}
	return !depth;
}

void
print_escape_url(struct buf *out, struct str url, unsigned also)
{
	bool is_quoted = !is_balanced(url) || str_find_char(url, ' ') < url.n;

	(void)buf_puts(out, is_quoted ? "<" : "");
	for (size_t i = 0; i < url.n; i++) {
		char c = url.p[i];

		if (c == '\\' || c == '<' || c == '>' || (c == '|' && (also & PRINT_ESCAPE_BARS)))
			(void)buf_putc(out, '\\');
		(void)buf_putc(out, c);
		if (c == '&' && is_reference(str_sub(url, i, url.n)))
			(void)buf_puts(out, "amp;");
	}
	(void)buf_puts(out, is_quoted ? ">" : "");
}

void
print_escape_auto(struct buf *out, struct str url)
{
	for (size_t i = 0; i < url.n; i++) {
		if (strchr(" <>", url.p[i]))
			add_encoded(out, url.p[i]);
		else
			(void)buf_putc(out, url.p[i]);
	}
}

static bool
is_percent(struct str url, size_t i)
{
	return num_hex(byte_at(url, i + 1)) >= 0 && num_hex(byte_at(url, i + 2)) >= 0;
}

/* Where its host stands, the port included: nowhere in one that has none. */
static void
find_host(struct str url, size_t *from, size_t *to)
{
	size_t start = str_find(url, str_lit("://"));

	*from = *to = start < url.n ? start + 3 : 0;
	while (*from && *to < url.n && !memchr("/?#", url.p[*to], 3))
		++*to;
}

/* What RFC 3986 has no place for behind the host: there is one fragment, and no "#" in it. */
static bool
is_misplaced(struct str url, size_t i, size_t fragment)
{
	char c = url.p[i];

	return strchr(" \"<>\\^`{|}[]", c) || (c == '#' && i > fragment) || (c == '%' && !is_percent(url, i));
}

/* Validators of HTML and EPUB refuse addresses that are none. */
void
print_escape_href(struct buf *out, struct str url)
{
	struct buf host = { 0 };
	size_t from, to, fragment = str_find_char(url, '#');

	find_host(url, &from, &to);
	entity_escape(out, str_sub(url, 0, from));
	url_host_ascii(&host, str_sub(url, from, to));
	entity_escape(out, buf_str(&host));
	buf_free(&host);
	for (size_t i = to; i < url.n; i++) {
		if (is_misplaced(url, i, fragment))
			add_encoded(out, url.p[i]);
		else
			entity_escape(out, str_new(url.p + i, 1));
	}
}
