#include "html/markdown_auto.h"

#include "text/utf8.h"

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

/* ---- bare addresses */

/* What ends an address in a text: a blank, a mark of Markdown or of a sentence that no address holds, anything foreign in its host. */
static bool
ends_address(struct str rest, bool is_host)
{
	unsigned char c = (unsigned char)rest.p[0];
	int32_t cp;

	if (c < 0x80)
		return c <= ' ' || strchr("<>\"`*|[]\\", c) || str_starts(rest, "~~");
	cp = utf8_next(&rest);
	return is_host || cp == 0xa0 || cp == 0xb7 || (cp >= 0x2000 && cp < 0x2c00) || (cp >= 0x3000 && cp < 0x3040) ||
	    (cp >= 0xff01 && cp <= 0xff20) || (cp >= 0xff3b && cp <= 0xff65) || cp >= 0x1f000;
}

static size_t
find_end(struct str text, size_t at)
{
	bool is_host = true;

	while (at < text.n && !ends_address(str_sub(text, at, text.n), is_host)) {
		is_host = is_host && !strchr("/?#", text.p[at]);
		at++;
		while (at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
			at++;
	}
	return at;
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

static bool
is_particle(struct str s)
{
	static const char *const particles[] = {
		"은", "는", "이", "가", "을", "를", "에", "의", "와", "과", "도", "만", "로", "나", "랑", "란", "에서", "에게", "으로", "까지", "부터",
		"라고", "라는", "처럼", "보다", "이나", "이랑", "이란", "이라고", "이라는", "입니다", "이다", "이며", "이고", "인데", "에는", "에도",
		"에만", "에서는", "에서도", "에서의", "으로는", "으로도", "로는", "로도", "로부터", "에서부터",
	};

	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (str_is(s, particles[i]))
			return true;
	return false;
}

/* The length of s without a Korean particle behind it; behind a "/" one syllable may be the name of a page. */
static size_t
without_particle(struct str s)
{
	struct str rest = s, before = s;
	size_t n;
	int32_t cp;

	while (before.n && (cp = utf8_last(&before)) >= 0xac00 && cp <= 0xd7a3)
		rest = before;
	n = s.n - rest.n;
	if (!n || !rest.n || !is_particle(str_sub(s, rest.n, s.n)))
		return s.n;
	return is_word(rest.p[rest.n - 1]) || rest.p[rest.n - 1] == ')' || (rest.p[rest.n - 1] == '/' && n > strlen("가")) ? rest.n : s.n;
}

size_t
markdown_auto_bare(struct str text, size_t from, size_t colon, size_t *start)
{
	static const char *const schemes[] = { "https", "http" };
	struct str before = str_sub(text, from, colon), url;
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
	url = str_sub(text, *start, find_end(text, end));
	url.n = trimmed_length(url);
	url.n = without_particle(url);
	return trimmed_length(url);
}
