#include "html/doc_scan.h"

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
};

struct scan {
	struct str rest;
	const struct doc_scan_to *to;
	void *user;
	vec(struct name) open;
	bool has_root;
	bool has_reference, has_section_end; /* somewhere: "&" and "]]>" */
	struct buf values; /* of the attributes of one element */
};

/* Whether all are characters of XML, none of which expat would read as another. */
static bool
is_sound(struct str s)
{
	while ((s = str_sub(s, plain_len(s), s.n)).n) {
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

/* A value without line ends, which expat would make blanks of. */
static bool
take_value(struct scan *c, struct str *s)
{
	if (!take(s, '=') || !take(s, '"'))
		return false;
	while (s->n && *s->p != '"') {
		char sign = *s->p;

		if (sign == '&')
			sign = take_reference(s);
		else if (sign == '<' || !take(s, sign))
			return false;
		if (sign >= '\0' && sign < ' ')
			return false;
		(void)buf_putc(&c->values, sign);
	}
	(void)buf_putc(&c->values, '\0');
	return take(s, '"');
}

static bool
start_tag(struct scan *c, struct str s)
{
	const char *attrs[2 * ATTRS + 1] = { NULL };
	struct name name, names[ATTRS];
	bool is_empty;
	int n = 0;

	if (!take_name(&s, &name) || (!c->open.n && c->has_root))
		return false;
	buf_clear(&c->values);
	(void)buf_reserve(&c->values, s.n + ATTRS); /* values do not move */
	while (take(&s, ' ')) {
		if (n == ATTRS || !take_name(&s, &names[n]))
			return false;
		attrs[2 * n + 1] = c->values.p + c->values.n;
		if (!take_value(c, &s))
			return false;
		for (int i = 0; i < n; i++)
			if (!strcmp(names[i].text, names[n].text))
				return false;
		attrs[2 * n] = names[n].text;
		n++;
	}
	attrs[2 * n] = NULL;
	is_empty = take(&s, '/');
	if (s.n)
		return false;
	c->has_root = true;
	c->to->start(c->user, name.text, attrs);
	if (is_empty)
		c->to->end(c->user, name.text);
	else
		*vec_add(&c->open) = name;
	return true;
}

static bool
end_tag(struct scan *c, struct str s)
{
	if (!c->open.n || !str_is(s, c->open.v[c->open.n - 1].text))
		return false;
	c->to->end(c->user, c->open.v[--c->open.n].text);
	return true;
}

/* What stands between "<" and the next ">". */
static bool
tag(struct scan *c)
{
	size_t n = str_find_char(c->rest, '>');
	struct str s = str_sub(c->rest, 1, n);

	if (n == c->rest.n)
		return false;
	c->rest = str_sub(c->rest, n + 1, c->rest.n);
	return take(&s, '/') ? end_tag(c, s) : start_tag(c, s);
}

/* ---- text */

/* Up to the next tag, with references. Beside the root there is none but blanks. */
static bool
text(struct scan *c)
{
	struct str s = str_sub(c->rest, 0, str_find_char(c->rest, '<'));

	c->rest = str_sub(c->rest, s.n, c->rest.n);
	if (!c->open.n)
		return !str_trim(s).n;
	if (c->has_section_end && str_has(s, "]]>"))
		return false;
	while (s.n) {
		size_t n = c->has_reference ? str_find_char(s, '&') : s.n;
		char sign;

		if (n)
			c->to->text(c->user, s.p, (int)n);
		s = str_sub(s, n, s.n);
		if (!s.n)
			break;
		sign = take_reference(&s);
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

	c.has_reference = str_find_char(xhtml, '&') < xhtml.n;
	c.has_section_end = str_find_char(xhtml, ']') < xhtml.n && str_has(xhtml, "]]>");
	while (is_known && c.rest.n)
		is_known = *c.rest.p == '<' ? tag(&c) : text(&c);
	is_known = is_known && c.has_root && !c.open.n;
	vec_free(&c.open);
	buf_free(&c.values);
	return is_known;
}
