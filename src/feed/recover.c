#include "feed/recover.h"

#include "base/block.h"
#include "feed/feed.h"
#include "text/entity.h"

/* Which of sixteen bytes need a second look inside a section. */
static unsigned
look_again(block b)
{
	return block_bits((block_is_from(b, 0, 0x1f) & ~(block_is(b, '\n') | block_is(b, '\t') | block_is(b, '\r'))) | block_is(b, (char)0xef));
}

/* The bytes that may need mending; all others are copied in runs. */
static bool
is_suspect(unsigned char c)
{
	return c == '&' || c == '<' || (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0xef;
}

/* How many bytes at the start are a character that XML 1.0 does not allow: C0, U+FFFE, U+FFFF. */
static size_t
forbidden(struct str s)
{
	unsigned char c = (unsigned char)s.p[0];

	if (c < 0x20)
		return c != '\n' && c != '\t' && c != '\r';
	if (c == 0xef && s.n >= 3 && (unsigned char)s.p[1] == 0xbf && (unsigned char)s.p[2] >= 0xbe)
		return 3;
	return 0;
}

/* "&name;" or "&#...;" at the start: its length, 0 when it is none. */
static size_t
reference(struct str s)
{
	size_t n = 1;

	if (n < s.n && s.p[n] == '#')
		n++;
	while (n < s.n && n < 40 && (str_is_alpha(s.p[n]) || str_is_digit(s.p[n])))
		n++;
	return n > 1 && n < s.n && s.p[n] == ';' ? n + 1 : 0;
}

static bool
is_predefined(struct str name)
{
	return str_is(name, "amp") || str_is(name, "lt") || str_is(name, "gt") || str_is(name, "quot") ||
	       str_is(name, "apos");
}

/* True for a numeric reference that names a character XML allows. */
static bool
is_good_number(struct str digits)
{
	long base = digits.n && (digits.p[0] == 'x' || digits.p[0] == 'X') ? 16 : 10;
	long value = 0;

	for (size_t i = base == 16; i < digits.n; i++) {
		char c = str_lower(digits.p[i]);
		long digit = str_is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;

		if (digit >= base || value > 0x110000)
			return false;
		value = value * base + digit;
	}
	return value == 9 || value == 10 || value == 13 || (value >= 0x20 && value < 0xd800) ||
	       (value >= 0xe000 && value < 0xfffe) || (value >= 0x10000 && value < 0x110000);
}

/* Writes what the "&" at the start of *s becomes and takes it off. */
static unsigned
mend_reference(struct buf *out, struct str *s, bool has_own_entities)
{
	size_t n = reference(*s);
	struct str name = str_sub(*s, 1, n ? n - 1 : 1), text;

	if (!n) {
		buf_puts(out, "&amp;");
		*s = str_sub(*s, 1, s->n);
		return FEED_FIX_ENTITY;
	}
	struct str whole = str_sub(*s, 0, n);

	*s = str_sub(*s, n, s->n);
	if (name.p[0] == '#' ? is_good_number(str_sub(name, 1, name.n)) : is_predefined(name)) {
		buf_add(out, whole);
		return 0;
	}
	if (name.p[0] == '#') { /* a control character, a number of windows-1252, half a letter */
		struct str from = str_new(whole.p, whole.n + s->n);

		if (entity_take(out, &from))
			*s = from;
		else
			entity_decode(out, whole);
		return FEED_FIX_ENTITY;
	}
	text = entity_find(name);
	if (has_own_entities && !text.n) {
		buf_add(out, whole);
		return 0;
	}
	if (!text.n)
		buf_puts(out, "&amp;");
	buf_add(out, text.n ? text : str_sub(whole, 1, n));
	return FEED_FIX_ENTITY;
}

/* Copies "<![CDATA[ … ]]>", "<!-- … -->" or a DOCTYPE with an internal subset as it is, without forbidden characters. */
static unsigned
copy_section(struct buf *out, struct str *s, const char *close)
{
	size_t n = str_find(*s, str_of(close));
	struct str section = str_sub(*s, 0, n < s->n ? n + strlen(close) : s->n);
	unsigned fixed = 0;

	*s = str_sub(*s, section.n, s->n);
	while (section.n) {
		size_t clean = 0, bad;

		while (clean < section.n && !forbidden(str_sub(section, clean, section.n))) {
			clean++;
			while (section.n - clean >= BLOCK_BYTES && !look_again(block_at(section.p + clean)))
				clean += BLOCK_BYTES;
		}
		buf_add(out, str_sub(section, 0, clean));
		section = str_sub(section, clean, section.n);
		bad = section.n ? forbidden(section) : 0;
		section = str_sub(section, bad, section.n);
		if (bad)
			fixed = FEED_FIX_CONTROL;
	}
	return fixed;
}

/* Whether a DOCTYPE has declarations of its own. */
static bool
has_subset(struct str head)
{
	return str_find_char(head, '[') < str_find_char(head, '>');
}

/* One suspect byte and what belongs to it. */
static unsigned
mend(struct buf *out, struct str *s, bool has_own_entities)
{
	size_t bad = forbidden(*s);

	if (bad) {
		*s = str_sub(*s, bad, s->n);
		return FEED_FIX_CONTROL;
	}
	if (s->p[0] == '&')
		return mend_reference(out, s, has_own_entities);
	if (str_starts(*s, "<![CDATA["))
		return copy_section(out, s, "]]>");
	if (str_starts(*s, "<!--"))
		return copy_section(out, s, "-->");
	if (str_starts(*s, "<!DOCTYPE") && has_subset(str_sub(*s, 0, 1024)))
		return copy_section(out, s, "]>");
	buf_putc(out, s->p[0]);
	*s = str_sub(*s, 1, s->n);
	return 0;
}

struct str
recover_root(struct str s)
{
	while (s.n) {
		s = str_sub(s, str_find_char(s, '<'), s.n);
		const char *close = str_starts(s, "<!--") ? "-->" : str_starts(s, "<?") ? "?>" : ">";
		if (s.n < 2 || (s.p[1] != '!' && s.p[1] != '?'))
			return s;
		s = str_sub(s, str_find(s, str_of(close)) + strlen(close), s.n);
	}
	return s;
}

/* Whether what looks like a feed's start at s[at] stands within a page, in a script of it for example. */
static bool
is_in_page(struct str s, struct str root, size_t at)
{
	struct str before = str_sub(s, 0, at);

	return str_starts_icase(root, "<html") && !str_has(before, "</html>") && !str_has(before, "</HTML>");
}

/* Where the feed begins: at the first "<", or behind a server's warnings ("<br /><b>Notice</b>: …"). */
static size_t
start_of(struct str s)
{
	static const char *const starts[] = { "<?xml ", "<rss", "<feed", "<rdf:RDF" };
	enum { JUNK = 64 << 10 };
	size_t first = str_find_char(s, '<');
	struct str head = str_sub(s, 0, JUNK), root = recover_root(str_sub(s, first, s.n));

	for (size_t i = 1; i < sizeof starts / sizeof *starts; i++)
		if (str_starts_icase(root, starts[i]))
			return first;
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_has(head, starts[i]))
			return is_in_page(s, root, str_find(head, str_of(starts[i]))) ? first : str_find(head, str_of(starts[i]));
	return first;
}

unsigned
recover_filter(struct buf *out, struct str s, struct mem_trail *behind)
{
	size_t start = start_of(s);
	unsigned fixed = str_trim(str_sub(s, 0, start)).n || (start && str_starts(str_sub(s, start, s.n), "<?xml")) ?
		FEED_FIX_PROLOG : 0;

	bool has_own_entities = str_has(str_sub(s, 0, start + (4 << 10)), "<!ENTITY");

	s = str_sub(s, start, s.n);
	if (str_starts(s, "<?xml") && s.n > 5 && str_is_space(s.p[5])) { /* its encoding is not the one of these bytes any more */
		size_t end = str_find(s, str_lit("?>"));

		s = str_sub(s, end < s.n ? end + 2 : 5, s.n);
	}
	while (s.n) {
		size_t n = 0;

		while (n < s.n && !is_suspect((unsigned char)s.p[n]))
			n++;
		buf_add(out, str_sub(s, 0, n));
		s = str_sub(s, n, s.n);
		if (s.n)
			fixed |= mend(out, &s, has_own_entities);
		mem_trail_pass(behind, s.p);
	}
	return fixed;
}
