#include "sync/platform.h"

#include "base/limits.h"
#include "base/num.h"
#include "sync/platform_table.h"
#include "text/url.h"

enum { PLATFORM_VARS = 3 };

/* An address taken apart for the rules. */
struct place {
	struct arena *a;
	struct str host;   /* lower case, without "www." and "m." */
	struct str path;   /* plain ASCII letters decoded, one slash at a time */
	struct str query;
	struct str origin; /* as it was given */
	struct str label;  /* what the first "*" of the host stood for */
	struct str vars[PLATFORM_VARS];
	struct str code;
};

/* ---- taking an address apart */

static bool
is_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == '_' || c == '-';
}

/* What is the same in and out of percent-encoding (RFC 3986 2.3), and "@". */
static bool
is_plain(char c)
{
	return is_word(c) || c == '.' || c == '~' || c == '@';
}

static struct str
plain_path(struct arena *a, struct str path)
{
	struct buf out = { 0 };
	struct str ret;

	for (size_t i = 0; i < path.n; i++) {
		int high = path.p[i] == '%' && i + 2 < path.n ? num_hex(path.p[i + 1]) : -1;
		int low = high >= 0 ? num_hex(path.p[i + 2]) : -1;
		char c = low >= 0 ? (char)(high * 16 + low) : path.p[i];

		if (low >= 0 && is_plain(c))
			i += 2;
		else
			c = path.p[i];
		if (c == '/' && str_ends(buf_str(&out), "/"))
			continue;
		buf_putc(&out, c);
	}
	ret = arena_dup(a, out.n ? buf_str(&out) : str_lit("/"));
	buf_free(&out);
	return ret;
}

static struct str
bare_host(struct arena *a, struct str host)
{
	static const char *const prefixes[] = { "www.", "m." };
	char *lower = arena_cstr(a, host);
	struct str ret = str_new(lower, host.n);

	for (size_t i = 0; i < host.n; i++)
		lower[i] = str_lower(lower[i]);
	while (str_ends(ret, "."))
		ret.n--;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		struct str rest = str_sub(ret, strlen(prefixes[i]), ret.n);

		if (str_starts(ret, prefixes[i]) && str_has(rest, "."))
			ret = rest;
	}
	return ret;
}

static bool
take_apart(struct arena *a, struct str text, struct place *ret)
{
	struct url url;

	*ret = (struct place){ .a = a };
	if (!url_is_web(text) || !url_split(text, &url))
		return false;
	ret->host = bare_host(a, url.host);
	ret->path = plain_path(a, url.path);
	ret->query = url.query;
	ret->origin = str_new(text.p, (size_t)(url.path.p - text.p));
	if (!url.path.p)
		ret->origin = str_sub(text, 0, str_find_char(str_sub(text, 0, text.n), '?'));
	return true;
}

/* ---- matching */

/* A host against a pattern of labels; *label gets what the first "*" stood for. */
static bool
is_host(struct str host, struct str pattern, struct str *label)
{
	*label = STR_NONE;
	while (pattern.n) {
		struct str want, got;

		str_cut(pattern, '.', &want, &pattern);
		if (str_is(want, "**"))
			return host.n > 0;
		str_cut(host, '.', &got, &host);
		if (!got.n || (!str_is(want, "*") && !str_eq(want, got)))
			return false;
		if (str_is(want, "*") && !label->n)
			*label = got;
	}
	return !host.n;
}

static bool
is_any_host(struct place *place, struct str patterns)
{
	struct str one;

	while ((one = str_word(&patterns)).n)
		if (is_host(place->host, one, &place->label))
			return true;
	return false;
}

/* Takes what "{1w}" at the head of *pattern asks for off *text into its variable. */
static bool
take_var(struct place *place, struct str *pattern, struct str *text)
{
	size_t end = str_find_char(*pattern, '}'), n = 0;
	int var = pattern->p[1] - '1';
	char class = pattern->p[2];

	while (n < text->n && text->p[n] != '/' && text->p[n] != '&') {
		if ((class == 'w' && !is_word(text->p[n])) || (class == 'd' && !str_is_digit(text->p[n])))
			break;
		n++;
	}
	place->vars[var] = str_sub(*text, 0, n);
	*text = str_sub(*text, n, text->n);
	*pattern = str_sub(*pattern, end + 1, pattern->n);
	return n > 0;
}

/* Matches text from its start; *text is left with what comes after. */
static bool
take_pattern(struct place *place, struct str pattern, struct str *text)
{
	while (pattern.n) {
		if (pattern.p[0] == '{') {
			if (!take_var(place, &pattern, text))
				return false;
			continue;
		}
		if (!text->n || str_lower(text->p[0]) != str_lower(pattern.p[0]))
			return false;
		*text = str_sub(*text, 1, text->n);
		pattern = str_sub(pattern, 1, pattern.n);
	}
	return true;
}

/* Some parameter of the query is what "name={1}" asks for. */
static bool
is_query(struct place *place, struct str pattern)
{
	struct str rest = place->query, one;

	while (rest.n) {
		str_cut(rest, '&', &one, &rest);
		if (str_starts(one, "amp;"))
			one = str_sub(one, 4, one.n);
		if (take_pattern(place, pattern, &one) && !one.n)
			return true;
	}
	return false;
}

static bool
is_path(struct place *place, struct str pattern)
{
	struct str path = place->path, query;
	bool has_query = str_cut(pattern, '?', &pattern, &query), is_whole = str_ends(pattern, "$");

	if (is_whole)
		pattern.n--;
	if (str_ends(pattern, "/"))
		pattern.n--;
	if (!take_pattern(place, pattern, &path))
		return false;
	if (is_whole ? path.n && !str_is(path, "/") : path.n && path.p[0] != '/')
		return false;
	return !has_query || is_query(place, query);
}

static bool
is_any_path(struct place *place, struct str patterns)
{
	struct str one;

	while ((one = str_word(&patterns)).n)
		if (is_path(place, one))
			return true;
	return false;
}

static const struct platform_table_row *
find_row(struct place *place)
{
	const struct platform_table_row *row = platform_table_rows();

	for (; row->name; row++)
		if (is_any_host(place, str_of(row->hosts)) && is_any_path(place, str_of(row->paths)))
			return row->feeds || row->why ? row : NULL;
	return NULL;
}

/* ---- filling in */

static struct str
value_of(const struct place *place, char name)
{
	switch (name) {
	case 'h':
		return place->label;
	case 'o':
		return place->origin;
	case 'b':
		return place->host;
	case 'c':
		return place->code;
	default:
		return place->vars[name - '1'];
	}
}

static struct str
fill(const struct place *place, struct str form)
{
	struct buf out = BUF_CAPPED(LIMIT_URL);
	struct str text, ret;

	while (form.n) {
		bool has_var = str_cut(form, '$', &text, &form);

		buf_add(&out, text);
		if (!has_var)
			break;
		buf_add(&out, value_of(place, form.p[0]));
		form = str_sub(form, 1, form.n);
	}
	ret = arena_dup(place->a, buf_str(&out));
	buf_free(&out);
	return ret;
}

static size_t
fill_all(const struct place *place, struct str forms, struct str to[PLATFORM_FEEDS])
{
	struct str form;
	size_t n = 0;

	while (n < PLATFORM_FEEDS && (form = str_word(&forms)).n)
		to[n++] = fill(place, form);
	return n;
}

static const struct platform_table_site *
find_site(struct str name)
{
	const struct platform_table_site *site = platform_table_sites();

	while (site->name && !str_is(name, site->name))
		site++;
	return site->name ? site : NULL;
}

void
platform_find(struct arena *a, struct str url, struct platform *ret)
{
	const struct platform_table_site *site;
	const struct platform_table_row *row;
	struct place place;

	*ret = (struct platform){ 0 };
	if (!take_apart(a, url, &place) || !(row = find_row(&place)))
		return;
	ret->name = row->name;
	ret->why = row->why;
	ret->is_same = row->is_same;
	site = find_site(str_of(row->name));
	ret->is_empty_nobody = site && site->is_empty_nobody;
	ret->is_empty_off = site && site->is_empty_off;
	if (row->page && site) {
		ret->page = fill(&place, str_of(row->page));
		ret->marks = site->marks;
		ret->code_start = site->code_start;
		return;
	}
	ret->n_feeds = fill_all(&place, str_of(row->feeds), ret->feeds);
	ret->n_more = fill_all(&place, str_of(row->more), ret->more);
}

void
platform_use_code(struct arena *a, struct str url, struct str code, struct platform *ret)
{
	const struct platform_table_row *row;
	struct place place;

	if (!take_apart(a, url, &place) || !(row = find_row(&place)))
		return;
	place.code = code;
	ret->n_feeds = fill_all(&place, str_of(row->feeds), ret->feeds);
}

const char *
platform_cookie(struct str url)
{
	const struct platform_table_site *site = platform_table_sites();
	const struct platform_table_row *row = platform_table_rows();
	struct arena a = { 0 };
	struct place place;

	if (!take_apart(&a, url, &place))
		place.host = STR_NONE;
	for (; row->name; row++)
		if (is_any_host(&place, str_of(row->hosts)))
			break;
	site = find_site(str_of(row->name));
	arena_free(&a);
	return site ? site->cookie : "";
}

bool
platform_is_nobody(struct str url, struct str title, size_t n_posts)
{
	struct arena a = { 0 };
	struct platform platform;

	platform_find(&a, url, &platform);
	arena_free(&a);
	return platform.is_empty_nobody && !title.n && !n_posts;
}

void
platform_identity(struct buf *out, struct str url)
{
	struct arena a = { 0 };
	struct platform platform;

	platform_find(&a, url, &platform);
	/* A platform's feed that the rule does not lead to, of a section for example, is one of its own. */
	if (url_feed_is_like(url) && !platform.is_same)
		platform.n_feeds = 0;
	url_canonical(out, platform.n_feeds ? platform.feeds[0] : url);
	arena_free(&a);
}
