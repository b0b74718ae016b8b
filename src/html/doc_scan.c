#include "html/doc_scan.h"

#include "base/block.h"
#include "base/buf.h"
#include "base/vec.h"
#include "text/plain.h"
#include "text/utf8.h"

enum {
	NAME = 16,  /* bytes of a name with its NUL */
	ATTRS = 8,  /* of an element */
	NONE_FROM = 0xfffe, NONE_TO = 0xffff, /* no characters of XML */
};

struct name {
	char text[NAME];
	size_t n;
};

struct scan {
	struct str rest;
	const struct doc_scan_to *to;
	void *user;
	vec(struct name) open;
	bool has_root;
	bool has_section_end; /* somewhere: "]]>" */
	/* The attributes of one element; not cleared for each. */
	struct buf values;
	struct name names[ATTRS];
	size_t from[ATTRS]; /* where the value of each begins */
	const char *attrs[2 * ATTRS + 1];
};

/* Whether all are characters of XML, none of which expat would read as another. */
static bool
is_sound(struct str s)
{
	while ((s = str_sub(s, plain_lines_len(s), s.n)).n) {
		int32_t cp = utf8_next(&s);

		if (cp < ' ' ? cp != '\n' && cp != '\t' : cp == UTF8_REPLACEMENT || (cp >= NONE_FROM && cp <= NONE_TO))
			return false;
	}
	return true;
}

/* ---- pieces */

static bool
take(struct str *s, char c)
{
	if (!s->n || *s->p != c)
		return false;
	*s = str_new(s->p + 1, s->n - 1);
	return true;
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
take_name(struct str *s, struct name *ret)
{
	size_t n = 0;

	if (!s->n || !is_letter(*s->p))
		return false;
	for (; n < s->n && (is_letter(s->p[n]) || str_is_digit(s->p[n]) || s->p[n] == '-'); n++) {
		if (n + 1 == NAME)
			return false;
		ret->text[n] = s->p[n];
	}
	ret->text[n] = '\0';
	ret->n = n;
	*s = str_sub(*s, n, s->n);
	return true;
}

/* The character that a reference stands for, NUL for one that tidy does not write. */
static char
take_reference(struct str *s)
{
	static const struct {
		const char *text;
		char c;
	} references[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' } };

	for (size_t i = 0; i < sizeof references / sizeof *references; i++)
		if (str_starts(*s, references[i].text)) {
			*s = str_sub(*s, strlen(references[i].text), s->n);
			return references[i].c;
		}
	return '\0';
}

/* ---- tags */

/* How many bytes of a value stand for themselves: up to its end, a reference, or what it never has. */
static size_t
value_len(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] != '"' && s.p[n] != '&' && s.p[n] != '<' && (unsigned char)s.p[n] >= ' ')
		n++;
	return n;
}

/* A value without line ends, which expat would make blanks of. */
static bool
take_value(struct scan *c, struct str *s)
{
	if (!take(s, '=') || !take(s, '"'))
		return false;
	for (;;) {
		size_t n = value_len(*s);
		char sign;

		(void)buf_add(&c->values, str_sub(*s, 0, n));
		*s = str_sub(*s, n, s->n);
		if (take(s, '"'))
			break;
		sign = s->n && *s->p == '&' ? take_reference(s) : '\0';
		if (!sign)
			return false;
		(void)buf_putc(&c->values, sign);
	}
	(void)buf_putc(&c->values, '\0');
	return true;
}

/* How many attributes an element has; -1 for what is not known. */
static int
take_attributes(struct scan *c, struct str *s)
{
	struct name *names = c->names;
	int n = 0;

	for (; take(s, ' '); n++) {
		if (n == ATTRS || !take_name(s, &names[n]))
			return -1;
		c->from[n] = c->values.n;
		if (!take_value(c, s))
			return -1;
		for (int i = 0; i < n; i++)
			if (!strcmp(names[i].text, names[n].text))
				return -1;
	}
	return n;
}

static bool
start_tag(struct scan *c, struct str *s)
{
	struct name name;
	bool is_empty;
	int n;

	if (!take_name(s, &name) || (!c->open.n && c->has_root))
		return false;
	buf_clear(&c->values);
	n = take_attributes(c, s);
	is_empty = n >= 0 && take(s, '/');
	if (n < 0 || !take(s, '>'))
		return false;
	for (int i = 0; i < n; i++) {
		c->attrs[2 * i] = c->names[i].text;
		c->attrs[2 * i + 1] = c->values.p + c->from[i];
	}
	c->attrs[2 * n] = NULL;
	c->has_root = true;
	c->to->start(c->user, name.text, c->attrs);
	if (is_empty)
		c->to->end(c->user, name.text);
	else
		*vec_add(&c->open) = name;
	return true;
}

static bool
end_tag(struct scan *c, struct str *s)
{
	const struct name *name = c->open.n ? &c->open.v[c->open.n - 1] : NULL;
	size_t n = 0;

	if (!name || s->n <= name->n)
		return false;
	while (n < name->n && s->p[n] == name->text[n])
		n++;
	if (n < name->n || s->p[n] != '>')
		return false;
	*s = str_sub(*s, n + 1, s->n);
	c->to->end(c->user, c->open.v[--c->open.n].text);
	return true;
}

/* From "<" on. */
static bool
tag(struct scan *c)
{
	c->rest = str_sub(c->rest, 1, c->rest.n);
	return take(&c->rest, '/') ? end_tag(c, &c->rest) : start_tag(c, &c->rest);
}

/* ---- text */

/* How many bytes stand for themselves: up to the next tag or reference. */
static size_t
text_len(struct str s)
{
	size_t n = 0;

	for (; s.n - n >= BLOCK_BYTES; n += BLOCK_BYTES) {
		block b = block_at(s.p + n);
		unsigned ends = block_bits(block_is(b, '<') | block_is(b, '&'));

		if (ends)
			return n + (size_t)__builtin_ctz(ends);
	}
	while (n < s.n && s.p[n] != '<' && s.p[n] != '&')
		n++;
	return n;
}

/* Up to the next tag, with references. Beside the root there is none but blanks. */
static bool
text(struct scan *c)
{
	struct str *s = &c->rest;

	if (!c->open.n || c->has_section_end) {
		struct str all = str_sub(*s, 0, str_find_char(*s, '<'));

		if (c->open.n ? str_has(all, "]]>") : str_trim(all).n > 0)
			return false;
	}
	while (s->n && *s->p != '<') {
		size_t n = text_len(*s);
		char sign;

		if (n && c->open.n)
			c->to->text(c->user, s->p, (int)n);
		*s = str_sub(*s, n, s->n);
		if (!s->n || *s->p == '<')
			break;
		sign = take_reference(s);
		if (!sign)
			return false;
		c->to->text(c->user, &sign, 1);
	}
	return true;
}

bool
doc_scan(struct str xhtml, const struct doc_scan_to *to, void *user)
{
	struct scan c = { .rest = xhtml, .to = to, .user = user };
	bool is_known = is_sound(xhtml);

	c.has_section_end = str_find_char(xhtml, ']') < xhtml.n && str_has(xhtml, "]]>");
	while (is_known && c.rest.n)
		is_known = *c.rest.p == '<' ? tag(&c) : text(&c);
	is_known = is_known && c.has_root && !c.open.n;
	vec_free(&c.open);
	buf_free(&c.values);
	return is_known;
}
