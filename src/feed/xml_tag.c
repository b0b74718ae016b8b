#include "feed/xml_tag.h"

#include "text/plain.h"

enum {
	NAME_FIRST = 1, NAME_MORE = 2, BLANK = 4,
	NAME_BYTES = 256, VALUE_BYTES = 4 << 10, /* longer ones are the parser's */
};

static const unsigned char kinds[256] = {
	['a' ... 'z'] = NAME_FIRST | NAME_MORE, ['A' ... 'Z'] = NAME_FIRST | NAME_MORE, ['_'] = NAME_FIRST | NAME_MORE,
	['0' ... '9'] = NAME_MORE, [':'] = NAME_MORE, ['.'] = NAME_MORE, ['-'] = NAME_MORE,
	[' '] = BLANK, ['\t'] = BLANK, ['\n'] = BLANK, ['\r'] = BLANK,
};

/* Bytes at the start of s that are all of this kind. */
static size_t
kind_len(struct str s, unsigned kind)
{
	size_t n = 0;

	while (n < s.n && (kinds[(unsigned char)s.p[n]] & kind))
		n++;
	return n;
}

size_t
xml_tag_blanks(struct str s)
{
	return kind_len(s, BLANK);
}

static struct str
take(struct str *s, size_t n)
{
	struct str taken = str_new(s->p, n);

	*s = str_new(s->p + n, s->n - n);
	return taken;
}

static struct str
take_name(struct str *s)
{
	return take(s, s->n && (kinds[(unsigned char)*s->p] & NAME_FIRST) ? kind_len(*s, NAME_MORE) : 0);
}

static bool
has_name(const struct xml_tag *tag, struct str name)
{
	for (size_t i = 0; i < tag->n_attrs; i++)
		if (str_eq(tag->attrs[i].name, name))
			return true;
	return false;
}

/* One name="value". */
static bool
take_attr(struct str *s, struct xml_tag *tag)
{
	struct str name = take_name(s), value;
	char quote;

	if (!name.n || tag->n_attrs == XML_TAG_ATTRS || has_name(tag, name) || str_starts(name, "xmlns"))
		return false;
	if (s->n < 2 || s->p[0] != '=' || (s->p[1] != '"' && s->p[1] != '\''))
		return false;
	quote = take(s, 2).p[1];
	value = str_sub(*s, 0, VALUE_BYTES);
	value.n = str_find_char(value, quote);
	if (value.n >= VALUE_BYTES || value.n == s->n || plain_len(value) < value.n)
		return false;
	if (str_find_char(value, '<') < value.n || str_find_char(value, '&') < value.n)
		return false;
	(void)take(s, value.n + 1);
	tag->attrs[tag->n_attrs++] = (struct events_attr){ .name = name, .value = value };
	return true;
}

/* To the end of the tag, or of what tells that it has no content. */
static bool
take_attrs(struct str *s, struct xml_tag *tag)
{
	for (;;) {
		size_t blanks = kind_len(*s, BLANK);

		(void)take(s, blanks);
		if (s->n && (*s->p == '>' || *s->p == '/')) {
			tag->is_empty = *s->p == '/';
			(void)take(s, tag->is_empty);
			return true;
		}
		if (!blanks || !take_attr(s, tag))
			return false;
	}
}

size_t
xml_tag_read(struct str s, struct xml_tag *ret)
{
	struct str rest = s;

	if (s.n < 3 || s.p[0] != '<')
		return 0;
	ret->is_end = s.p[1] == '/';
	(void)take(&rest, ret->is_end ? 2 : 1);
	ret->name = take_name(&rest);
	ret->n_attrs = 0;
	ret->is_empty = false;
	if (!ret->name.n || ret->name.n > NAME_BYTES)
		return 0;
	if (ret->is_end)
		(void)take(&rest, kind_len(rest, BLANK));
	else if (!take_attrs(&rest, ret))
		return 0;
	return rest.n && *rest.p == '>' ? s.n - rest.n + 1 : 0;
}
