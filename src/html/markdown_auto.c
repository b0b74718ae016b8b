#include "html/markdown_auto.h"

enum { SCHEME_MIN = 2, SCHEME_MAX = 32 };

static bool
is_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c);
}

static bool
is_scheme(struct str s)
{
	if (s.n < SCHEME_MIN || s.n > SCHEME_MAX || !str_is_alpha(s.p[0]))
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (!is_word(s.p[i]) && !memchr("+.-", s.p[i], 3))
			return false;
	return true;
}

static bool
is_mail(struct str s)
{
	struct str user, host;

	if (!str_cut(s, '@', &user, &host) || !user.n || !host.n)
		return false;
	for (size_t i = 0; i < user.n; i++)
		if (!is_word(user.p[i]) && !strchr(".!#$%&'*+/=?^_`{|}~-", user.p[i]))
			return false;
	for (size_t i = 0; i < host.n; i++)
		if (!is_word(host.p[i]) && host.p[i] != '.' && host.p[i] != '-')
			return false;
	return true;
}

size_t
markdown_auto_angle(struct arena *a, struct str s, struct str *url)
{
	struct str inside, scheme;
	size_t n = 1;

	while (n < s.n && (unsigned char)s.p[n] > ' ' && s.p[n] != '<' && s.p[n] != '>')
		n++;
	if (n >= s.n || s.p[n] != '>')
		return 0;
	inside = str_sub(s, 1, n);
	if (str_cut(inside, ':', &scheme, NULL) && is_scheme(scheme))
		*url = inside;
	else if (is_mail(inside))
		*url = arena_printf(a, "mailto:%.*s", STR(inside));
	else
		return 0;
	return n + 1;
}

/* The length of s without marks at its end that belong to the sentence, a ")" only when none opens it. */
static size_t
trimmed_length(struct str s)
{
	size_t opens = 0, closes = 0;

	for (size_t i = 0; i < s.n; i++) {
		opens += s.p[i] == '(';
		closes += s.p[i] == ')';
	}
	for (; s.n; s.n--) {
		char last = s.p[s.n - 1];

		if (last == ')' && closes > opens)
			closes--;
		else if (!strchr("?!.,:;_~'", last))
			break;
	}
	return s.n;
}

size_t
markdown_auto_bare(struct str text, size_t from, size_t colon, size_t *start)
{
	static const char *const schemes[] = { "https", "http" };
	struct str before = str_sub(text, from, colon);
	size_t end = colon + 3;

	if (!str_starts(str_sub(text, colon, text.n), "://") || end >= text.n || !is_word(text.p[end]))
		return 0;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		*start = colon - strlen(schemes[i]);
		if (str_ends(before, schemes[i]) && (*start == from || !is_word(text.p[*start - 1])))
			break;
		*start = text.n;
	}
	if (*start == text.n)
		return 0;
	while (end < text.n && (unsigned char)text.p[end] > ' ' && !strchr("<>\"`*|[]\\", text.p[end]) &&
	    !str_starts(str_sub(text, end, text.n), "~~"))
		end++;
	return trimmed_length(str_sub(text, *start, end));
}
