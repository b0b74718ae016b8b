#include "syntax/syntax_markup.h"

#include "syntax/syntax_script.h"

enum { ENTITY_MAX = 12 };

/* From a mark to its end, whatever is between. */
static const struct section {
	const char *open, *close;
	enum syntax_role role;
} sections[] = {
	{ "<!--", "-->", SYNTAX_COMMENT }, { "<%--", "--%>", SYNTAX_COMMENT }, { "<![CDATA[", "]]>", SYNTAX_STRING },
	{ "<?", "?>", SYNTAX_META }, { "<%", "%>", SYNTAX_META }, { "<!", ">", SYNTAX_META },
};

/* Elements that hold something else than markup. */
static const struct {
	const char *name, *close, *lang;
} inners[] = { { "script", "</script", "JavaScript" }, { "style", "</style", "CSS" } };

static struct str
ahead(const struct syntax_scan *s)
{
	return str_sub(s->text, s->at, s->text.n);
}

static bool
is_name(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || (unsigned char)c >= 0x80 || (c && strchr("_-.:@#*", c));
}

static void
skip_name(struct syntax_scan *s)
{
	while (s->at < s->text.n && is_name(s->text.p[s->at]))
		s->at++;
}

static bool
section(struct syntax_scan *s, enum syntax_role *role)
{
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		if (!str_starts(ahead(s), sections[i].open))
			continue;
		s->at += strlen(sections[i].open);
		s->at += str_find(ahead(s), str_of(sections[i].close));
		s->at += s->at < s->text.n ? strlen(sections[i].close) : 0;
		*role = sections[i].role;
		return true;
	}
	return false;
}

/* "<name" or "</name" */
static bool
tag(struct syntax_scan *s)
{
	struct str rest = ahead(s), name;
	size_t from = str_starts(rest, "</") ? 2 : 1;

	if (from >= rest.n || !str_is_alpha(rest.p[from]))
		return false;
	s->at += from;
	skip_name(s);
	name = str_sub(rest, from, rest.n - (s->text.n - s->at));
	s->is_tag = true;
	s->element = from == 1 ? name : STR_NONE;
	return true;
}

/* Where the element ends that has just been opened, from at on. */
static size_t
find_end(const struct syntax_scan *s, const char *close)
{
	for (size_t at = s->at; at < s->text.n; at++) {
		const char *found = memchr(s->text.p + at, '<', s->text.n - at);

		if (!found)
			break;
		at = (size_t)(found - s->text.p);
		if (str_starts_icase(str_sub(s->text, at, s->text.n), close))
			return at;
	}
	return s->text.n;
}

/* Behind a tag: what it holds may be a script. */
static void
enter(struct syntax_scan *s)
{
	s->is_tag = false;
	for (size_t i = 0; i < sizeof inners / sizeof *inners; i++) {
		size_t end;

		if (!str_is_icase(s->element, inners[i].name) || (end = find_end(s, inners[i].close)) <= s->at)
			continue;
		s->is_inner = true;
		syntax_script_begin(s, syntax_lang_labelled(inners[i].lang), end);
	}
}

static bool
value(struct syntax_scan *s)
{
	char quote = s->text.p[s->at];
	bool *is_dead = &s->has_no_quote[quote == '\''];
	size_t from = s->at + 1, n;

	if ((quote != '"' && quote != '\'') || *is_dead)
		return false;
	n = str_find_char(str_sub(s->text, from, s->text.n), quote);
	*is_dead = from + n >= s->text.n;
	if (!*is_dead)
		s->at = from + n + 1;
	return !*is_dead;
}

static enum syntax_role
in_tag(struct syntax_scan *s)
{
	char c = s->text.p[s->at];

	if (value(s))
		return SYNTAX_STRING;
	if (is_name(c)) {
		skip_name(s);
		return SYNTAX_NAME;
	}
	s->at++;
	if (c == '>') {
		if (s->at > 1 && s->text.p[s->at - 2] == '/')
			s->element = STR_NONE;
		enter(s);
	}
	return c == '>' || c == '/' ? SYNTAX_KEYWORD : SYNTAX_PLAIN;
}

/* "&nbsp;" */
static bool
entity(struct syntax_scan *s)
{
	struct str rest = ahead(s);
	size_t n = 1;

	while (n < rest.n && n < ENTITY_MAX && (str_is_alpha(rest.p[n]) || str_is_digit(rest.p[n]) || rest.p[n] == '#'))
		n++;
	if (n < 3 || n >= rest.n || rest.p[n] != ';')
		return false;
	s->at += n + 1;
	return true;
}

enum syntax_role
syntax_markup_step(struct syntax_scan *s)
{
	enum syntax_role role;
	char c = s->text.p[s->at];

	if (s->is_inner && s->at < s->end)
		return syntax_script_step(s);
	s->is_inner = false;
	if (s->is_tag)
		return in_tag(s);
	if (c == '<' && section(s, &role))
		return role;
	if (c == '<' && tag(s))
		return SYNTAX_KEYWORD;
	if (c == '&' && entity(s))
		return SYNTAX_TYPE;
	for (s->at++; s->at < s->text.n && s->text.p[s->at] != '<' && s->text.p[s->at] != '&';)
		s->at++;
	return SYNTAX_PLAIN;
}
