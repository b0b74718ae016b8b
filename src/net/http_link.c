#include "net/http_link.h"

/* Takes a quoted text or a word up to "," or ";". */
static struct str
take_value(struct str *rest)
{
	struct str value;
	size_t n = 0;

	*rest = str_trim(*rest);
	if (str_starts(*rest, "\"")) {
		for (n = 1; n < rest->n && rest->p[n] != '"'; n++)
			n += rest->p[n] == '\\';
		value = str_sub(*rest, 1, n);
		*rest = str_sub(*rest, n + 1, rest->n);
		return value;
	}
	while (n < rest->n && rest->p[n] != ',' && rest->p[n] != ';')
		n++;
	value = str_trim(str_sub(*rest, 0, n));
	*rest = str_sub(*rest, n, rest->n);
	return value;
}

static void
take_parameter(struct str *rest, struct http_link *link)
{
	struct str name, value = STR_NONE;
	size_t n = 0;

	while (n < rest->n && rest->p[n] != '=' && rest->p[n] != ',' && rest->p[n] != ';')
		n++;
	name = str_trim(str_sub(*rest, 0, n));
	*rest = str_sub(*rest, n, rest->n);
	if (str_starts(*rest, "=")) {
		*rest = str_sub(*rest, 1, rest->n);
		value = take_value(rest);
	}
	if (str_is_icase(name, "rel") && !link->rel.n)
		link->rel = value;
	else if (str_is_icase(name, "type"))
		link->type = value;
	else if (str_is_icase(name, "title"))
		link->title = value;
}

bool
http_link_next(struct str *rest, struct http_link *ret)
{
	size_t start = str_find_char(*rest, '<');
	size_t end = start + str_find_char(str_sub(*rest, start, rest->n), '>');

	*ret = (struct http_link){ 0 };
	if (end >= rest->n)
		return false;
	ret->target = str_trim(str_sub(*rest, start + 1, end));
	*rest = str_trim(str_sub(*rest, end + 1, rest->n));
	while (str_starts(*rest, ";")) {
		*rest = str_sub(*rest, 1, rest->n);
		take_parameter(rest, ret);
		*rest = str_trim(*rest);
	}
	return true;
}
