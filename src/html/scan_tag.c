#include "html/scan_tag.h"

static bool
ends_name(char c)
{
	return str_is_space(c) || c == '/' || c == '>';
}

static size_t
skip_space(struct str s, size_t at)
{
	while (at < s.n && str_is_space(s.p[at]))
		at++;
	return at;
}

static void
take_value(struct scan_tag *tag, struct str value)
{
	if (value.n >= SCAN_TAG_LONG && tag->n_values < SCAN_TAG_VALUES && str_find_char(value, '&') == value.n)
		tag->values[tag->n_values++] = value;
}

/* One past the value that begins at s[at], behind "=". */
static size_t
skip_value(struct scan_tag *tag, struct str s, size_t at)
{
	at = skip_space(s, at);
	if (at >= s.n)
		return s.n;
	if (s.p[at] == '"' || s.p[at] == '\'') {
		size_t end = at + 1 + str_find_char(str_sub(s, at + 1, s.n), s.p[at]);

		if (end >= s.n)
			return s.n;
		take_value(tag, str_sub(s, at + 1, end));
		return end + 1;
	}
	while (at < s.n && !str_is_space(s.p[at]) && s.p[at] != '>')
		at++;
	return at;
}

/* One past the attribute that begins at s[at]. */
static size_t
skip_attr(struct scan_tag *tag, struct str s, size_t at)
{
	size_t next;

	at++; /* a first "=" is part of the name */
	while (at < s.n && !ends_name(s.p[at]) && s.p[at] != '=')
		at++;
	next = skip_space(s, at);
	if (next < s.n && s.p[next] == '=')
		return skip_value(tag, s, next + 1);
	return at;
}

bool
scan_tag_read(struct str s, size_t at, struct scan_tag *ret)
{
	size_t from;

	*ret = (struct scan_tag){ .is_end = s.p[at + 1] == '/' };
	from = at += ret->is_end ? 2 : 1;
	while (at < s.n && !ends_name(s.p[at]))
		at++;
	ret->name = str_sub(s, from, at);
	ret->tag = dom_tag_find(ret->name);
	while (at < s.n && s.p[at] != '>') {
		if (str_is_space(s.p[at]) || s.p[at] == '/') {
			ret->is_self_closing = s.p[at] == '/';
			at++;
			continue;
		}
		ret->is_self_closing = false;
		ret->n_attrs++;
		at = skip_attr(ret, s, at);
	}
	ret->end = at + 1;
	return at < s.n;
}

static size_t
skip_comment(struct str s, size_t at)
{
	if (at < s.n && s.p[at] == '>')
		return at + 1;
	if (str_starts(str_sub(s, at, s.n), "->"))
		return at + 2;
	while (at < s.n) {
		at += str_find(str_sub(s, at, s.n), str_lit("--"));
		if (at + 2 < s.n && s.p[at + 2] == '>')
			return at + 3;
		if (at + 3 < s.n && s.p[at + 2] == '!' && s.p[at + 3] == '>')
			return at + 4;
		at++;
	}
	return s.n;
}

size_t
scan_tag_skip(struct str s, size_t at)
{
	size_t end;

	if (str_starts(str_sub(s, at, s.n), "<!--"))
		return skip_comment(s, at + 4);
	if (str_starts(str_sub(s, at, s.n), "<![CDATA["))
		return at + strlen("<![CDATA["); /* its text is text */
	end = at + str_find_char(str_sub(s, at, s.n), '>');
	return end < s.n ? end + 1 : s.n;
}

size_t
scan_tag_find_end(struct str s, size_t at, struct str name)
{
	while (at < s.n) {
		at += str_find(str_sub(s, at, s.n), str_lit("</"));
		if (at + 2 + name.n < s.n && str_eq_icase(str_sub(s, at + 2, at + 2 + name.n), name) &&
			ends_name(s.p[at + 2 + name.n]))
			return at;
		at += at < s.n;
	}
	return s.n;
}
