#include "html/markdown_tag.h"

#include "html/dom.h"

enum { COMMENT_MAX = 4096 }; /* in running text: so that many that do not end cost no more than their length */

/* ---- in running text */

static bool
is_name_start(char c)
{
	return str_is_alpha(c) || c == '_' || c == ':';
}

static bool
is_name(char c)
{
	return is_name_start(c) || str_is_digit(c) || c == '.' || c == '-';
}

static char
at(struct str s, size_t i)
{
	return i < s.n ? s.p[i] : '\0';
}

static size_t
skip_space(struct str s, size_t i)
{
	while (i < s.n && str_is_space(s.p[i]))
		i++;
	return i;
}

/* One past the tag's name that begins at s[i]; i when there is none. */
static size_t
skip_tag_name(struct str s, size_t i)
{
	if (!str_is_alpha(at(s, i)))
		return i;
	while (str_is_alpha(at(s, i)) || str_is_digit(at(s, i)) || at(s, i) == '-')
		i++;
	return i;
}

/* One past the value of an attribute; 0 for none. */
static size_t
skip_value(struct str s, size_t i)
{
	char quote = at(s, i);
	size_t from = i;

	if (quote == '"' || quote == '\'') {
		i += 1 + str_find_char(str_sub(s, i + 1, s.n), quote);
		return i < s.n ? i + 1 : 0;
	}
	while (i < s.n && !str_is_space(s.p[i]) && !strchr("\"'=<>`", s.p[i]))
		i++;
	return i > from ? i : 0;
}

/* One past an attribute with the blanks before it; i when there is none, 0 when it is none that may be. */
static size_t
skip_attribute(struct str s, size_t i)
{
	size_t name = skip_space(s, i), end = name, sign;

	if (name == i || !is_name_start(at(s, name)))
		return i;
	while (is_name(at(s, end)))
		end++;
	sign = skip_space(s, end);
	return at(s, sign) == '=' ? skip_value(s, skip_space(s, sign + 1)) : end;
}

static size_t
open_tag_length(struct str s)
{
	size_t i = skip_tag_name(s, 1), next;

	if (i == 1)
		return 0;
	while ((next = skip_attribute(s, i)) != i) {
		if (!next)
			return 0;
		i = next;
	}
	i = skip_space(s, i);
	if (at(s, i) == '/')
		i++;
	return at(s, i) == '>' ? i + 1 : 0;
}

static size_t
end_tag_length(struct str s)
{
	size_t i = skip_tag_name(s, 2);

	if (i == 2)
		return 0;
	i = skip_space(s, i);
	return at(s, i) == '>' ? i + 1 : 0;
}

/* Up to and with end, which stands at s[from] or behind. */
static size_t
length_to(struct str s, size_t from, const char *end)
{
	struct str rest = str_sub(s, from, COMMENT_MAX);
	size_t i = str_find(rest, str_of(end));

	return i < rest.n ? from + i + strlen(end) : 0;
}

size_t
markdown_tag_length(struct str s)
{
	if (at(s, 1) == '/')
		return end_tag_length(s);
	if (at(s, 1) == '?')
		return length_to(s, 2, "?>");
	if (str_starts(s, "<!-->") || str_starts(s, "<!--->"))
		return str_find_char(s, '>') + 1;
	if (str_starts(s, "<!--"))
		return length_to(s, 4, "-->");
	if (str_starts(s, "<![CDATA["))
		return length_to(s, 9, "]]>");
	if (at(s, 1) == '!' && str_is_alpha(at(s, 2)))
		return length_to(s, 2, ">");
	return open_tag_length(s);
}

/* ---- blocks */

static const struct {
	const char *start, *end;
} kinds[] = {
	{ "", "" },
	{ "", "" }, /* the raw elements below */
	{ "<!--", "-->" },
	{ "<?", "?>" },
	{ "<!", ">" },
	{ "<![CDATA[", "]]>" },
};

static const char *const raw_names[] = { "pre", "script", "style", "textarea" };

static const enum dom_tag more_blocks[] = {
	DOM_BASE, DOM_BASEFONT, DOM_BODY, DOM_CAPTION, DOM_COL, DOM_COLGROUP, DOM_FRAME, DOM_FRAMESET, DOM_HEAD, DOM_HTML,
	DOM_IFRAME, DOM_LEGEND, DOM_LINK, DOM_MENUITEM, DOM_NOFRAMES, DOM_OPTGROUP, DOM_OPTION, DOM_PARAM, DOM_TBODY,
	DOM_TD, DOM_TFOOT, DOM_TH, DOM_THEAD, DOM_TITLE, DOM_TR, DOM_TRACK, DOM_VIDEO, DOM_AUDIO,
};

static bool
is_block(enum dom_tag tag)
{
	for (size_t i = 0; i < sizeof more_blocks / sizeof *more_blocks; i++)
		if (tag == more_blocks[i])
			return true;
	return tag != DOM_OTHER && (dom_tag_kinds(tag) & DOM_IS_BLOCK);
}

/* Whether the name at s[1] ends where a name of a block must. */
static bool
ends_name(struct str line, size_t i)
{
	return i >= line.n || str_is_space(line.p[i]) || line.p[i] == '>' || (line.p[i] == '/' && at(line, i + 1) == '>');
}

static bool
begins_raw(struct str name)
{
	for (size_t i = 0; i < sizeof raw_names / sizeof *raw_names; i++)
		if (str_is_icase(name, raw_names[i]))
			return true;
	return false;
}

/* A whole tag alone in its line. */
static bool
is_lone_tag(struct str line)
{
	size_t n = at(line, 1) == '/' ? end_tag_length(line) : open_tag_length(line);

	return n && !str_trim(str_sub(line, n, line.n)).n;
}

int
markdown_tag_block(struct str line)
{
	size_t from = at(line, 1) == '/' ? 2 : 1, to = skip_tag_name(line, from);
	struct str name = str_sub(line, from, to);

	if (at(line, 0) != '<')
		return 0;
	if (from == 1 && begins_raw(name) && ends_name(line, to))
		return 1;
	for (int kind = MARKDOWN_TAG_LAST_WITH_END; kind > 1; kind--)
		if (str_starts(line, kinds[kind].start) && (kind != 4 || str_is_alpha(at(line, 2))))
			return kind;
	if (name.n && is_block(dom_tag_find(name)) && ends_name(line, to))
		return 6;
	return is_lone_tag(line) ? MARKDOWN_TAG_ANY : 0;
}

/* "</pre>" and its like in any case. */
static bool
has_raw_end(struct str line)
{
	size_t i = 0;

	while ((i += str_find(str_sub(line, i, line.n), str_lit("</"))) < line.n) {
		size_t end = skip_tag_name(line, i + 2);

		if (at(line, end) == '>' && begins_raw(str_sub(line, i + 2, end)))
			return true;
		i += 2;
	}
	return false;
}

bool
markdown_tag_ends_block(int kind, struct str line)
{
	if (kind == 1)
		return has_raw_end(line);
	return kind <= MARKDOWN_TAG_LAST_WITH_END && str_find(line, str_of(kinds[kind].end)) < line.n;
}
