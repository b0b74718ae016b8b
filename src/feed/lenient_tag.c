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

size_t
lenient_tag_end(struct str s)
{
	char quote = '\0';

	for (size_t i = 1; i < s.n; i++) {
		char c = s.p[i];

		if (quote && c == quote)
			quote = '\0';
		else if (!quote && (c == '"' || c == '\'') && s.p[i - 1] == '=')
			quote = c;
		else if (!quote && c == '>')
			return i;
		else if (c == '<')
			break; /* a quote that never closes */
	}
	return str_find_char(s, '>');
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
		"pubDate", "published", "updated", "author", "dc:creator", "dc:date", "category", "comments", "enclosure", NULL };

	return is_one_of(qname, names);
}
