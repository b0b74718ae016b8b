#include "feed/lenient_tag.h"

static bool
is_name_char(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == ':' || c == '_' || c == '-' || c == '.' || (c & 0x80);
}

struct str
lenient_tag_name(struct str *s)
{
	size_t n = 0;

	while (n < s->n && is_name_char(s->p[n]))
		n++;
	struct str name = str_sub(*s, 0, n);

	*s = str_sub(*s, n, s->n);
	return name;
}

struct str
lenient_tag_value(struct str *s)
{
	char quote;
	size_t n = 0;
	struct str value;

	*s = str_trim(*s);
	quote = s->n ? s->p[0] : '\0';
	if (quote == '"' || quote == '\'') {
		*s = str_sub(*s, 1, s->n);
		str_cut(*s, quote, &value, s);
		return value;
	}
	while (n < s->n && !str_is_space(s->p[n]))
		n++;
	value = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return value;
}

/* Where the quote at the start of s closes; 0 when it does not: one with a "<" in it does only where an attribute ends. */
static size_t
quote_end(struct str s)
{
	size_t at = 1 + str_find_char(str_sub(s, 1, s.n), s.p[0]);

	if (at >= s.n)
		return 0;
	if (str_find_char(str_sub(s, 0, at), '<') == at)
		return at;
	return s.p[at - 1] != '=' && (at + 1 == s.n || str_is_space(s.p[at + 1]) || strchr("/>?", s.p[at + 1])) ? at : 0;
}

size_t
lenient_tag_end(struct str s)
{
	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i] == '>' || s.p[i] == '<')
			return i;
		if ((s.p[i] == '"' || s.p[i] == '\'') && s.p[i - 1] == '=')
			i += quote_end(str_sub(s, i, s.n));
	}
	return s.n;
}

size_t
lenient_tag_find_end(struct str s, struct str name)
{
	for (size_t at = 0; at < s.n; at += 2) {
		at += str_find(str_sub(s, at, s.n), str_lit("</"));
		struct str rest = str_sub(s, at + 2, s.n);

		if (rest.n >= name.n && str_eq_icase(str_sub(rest, 0, name.n), name) && (rest.n == name.n || !is_name_char(rest.p[name.n])))
			return at;
	}
	return s.n;
}

static bool
is_one_of(struct str name, const char *const *names)
{
	while (*names && !str_is_icase(name, *names))
		names++;
	return *names != NULL;
}

bool
lenient_tag_is_post(struct str qname)
{
	static const char *const names[] = { "item", "entry", "atom:entry", "rss:item", NULL };

	return is_one_of(qname, names);
}

bool
lenient_tag_is_container(struct str qname)
{
	static const char *const names[] = { "rss", "channel", "feed", "RDF", "items", NULL };
	struct str prefix, local;

	return is_one_of(str_cut(qname, ':', &prefix, &local) ? local : qname, names);
}

bool
lenient_tag_is_void(struct str qname)
{
	static const char *const names[] = { "br", "hr", "img", "input", "wbr", NULL };

	return is_one_of(qname, names);
}

bool
lenient_tag_is_repeated(struct str qname)
{
	static const char *const names[] = { "p", "li", "dt", "dd", "tr", "td", "th", "option", NULL };

	return is_one_of(qname, names);
}

bool
lenient_tag_is_beside(struct str qname)
{
	static const char *const names[] = { "title", "link", "guid", "id", "description", "summary", "content", "content:encoded",
		"pubDate", "published", "updated", "author", "dc:creator", "dc:date", "category", "comments", "enclosure", "subtitle",
		"language", "generator", "copyright", "rights", "lastBuildDate", "managingEditor", "webMaster", "ttl", "image", "icon",
		"logo", NULL };

	return is_one_of(qname, names);
}

bool
lenient_tag_is_known(struct str qname)
{
	return lenient_tag_is_post(qname) || lenient_tag_is_container(qname) || lenient_tag_is_beside(qname) ||
	       str_is_icase(qname, "outline");
}
