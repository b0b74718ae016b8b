#include "text/url.h"

#include <arpa/inet.h>

#include "text/ip.h"
#include "text/utf8.h"

static bool
is_scheme(struct str s)
{
	if (!s.n || !str_is_alpha(s.p[0]))
		return false;
	for (size_t i = 1; i < s.n; i++)
		if (!str_is_alpha(s.p[i]) && !str_is_digit(s.p[i]) && !strchr("+-.", s.p[i]))
			return false;
	return true;
}

static void
split_authority(struct str text, struct url *ret)
{
	size_t at = text.n;

	while (at && text.p[at - 1] != '@')
		at--;
	if (at)
		ret->user = str_sub(text, 0, at - 1);
	text = str_sub(text, at, text.n);
	/* An address of IPv6 has colons of its own, in brackets. */
	at = str_starts(text, "[") ? str_find_char(text, ']') : 0;
	size_t colon = at + str_find_char(str_sub(text, at, text.n), ':');
	ret->host = str_sub(text, 0, colon);
	ret->port = str_sub(text, colon + 1, text.n);
}

bool
url_split(struct str text, struct url *ret)
{
	struct str head, rest = text;

	*ret = (struct url){ 0 };
	if (str_cut(text, ':', &head, &rest) && is_scheme(head))
		ret->scheme = head;
	else
		rest = text;
	ret->has_fragment = str_cut(rest, '#', &rest, &ret->fragment);
	ret->has_query = str_cut(rest, '?', &rest, &ret->query);
	if (str_starts(rest, "//")) {
		size_t end = 2 + str_find_char(str_sub(rest, 2, rest.n), '/');

		ret->has_authority = true;
		split_authority(str_sub(rest, 2, end), ret);
		rest = str_sub(rest, end, rest.n);
	}
	ret->path = rest;
	return ret->scheme.n > 0;
}

/* Blanks and controls off the ends, line ends and tabs out of the middle; what may not stand in a URL is encoded. */
static void
clean(struct buf *out, struct str s)
{
	while (s.n && (unsigned char)s.p[0] <= ' ')
		s = str_sub(s, 1, s.n);
	while (s.n && (unsigned char)s.p[s.n - 1] <= ' ')
		s.n--;
	while (s.n) {
		size_t plain = 0;

		while (plain < s.n && (unsigned char)(s.p[plain] - '!') < 0x7f - '!')
			plain++;
		buf_add(out, str_sub(s, 0, plain));
		s = str_sub(s, plain, s.n);
		if (!s.n)
			return;
		struct str rest = s;
		int32_t cp = utf8_next(&rest);
		size_t n = s.n - rest.n;
		bool is_bad = cp == UTF8_REPLACEMENT && !utf8_is_valid(str_sub(s, 0, n));

		if (cp == '\t' || cp == '\n' || cp == '\r')
			n = 0;
		else if (cp <= ' ' || cp == 0x7f || is_bad)
			for (size_t i = 0; i < n; i++)
				buf_printf(out, "%%%02X", (unsigned char)s.p[i]);
		else
			buf_add(out, str_sub(s, 0, n));
		s = rest;
	}
}

/* The path so far without its last segment. */
static void
drop_segment(struct buf *out, size_t from)
{
	const char *slash = out->n > from ? memrchr(out->p + from, '/', out->n - from) : NULL;

	buf_truncate(out, slash ? (size_t)(slash - out->p) : from);
}

/* RFC 3986 5.2.4. */
static void
add_path(struct buf *out, struct str path)
{
	size_t from = out->n;

	while (path.n) {
		size_t end = str_find_char(str_sub(path, 1, path.n), '/') + 1;
		struct str segment = str_sub(path, 0, end);
		bool is_last = end >= path.n;

		path = str_sub(path, end, path.n);
		if (str_is(segment, "/..")) {
			drop_segment(out, from);
			if (is_last)
				buf_putc(out, '/');
		} else if (str_is(segment, "/.")) {
			if (is_last)
				buf_putc(out, '/');
		} else if (!str_is(segment, ".") && !str_is(segment, "..")) {
			buf_add(out, segment);
		}
	}
}

static void
add_authority(struct buf *out, const struct url *url)
{
	if (!url->has_authority)
		return;
	buf_puts(out, "//");
	if (url->user.n) {
		buf_add(out, url->user);
		buf_putc(out, '@');
	}
	buf_add(out, url->host);
	if (url->port.n) {
		buf_putc(out, ':');
		buf_add(out, url->port);
	}
}

static void
add_merged(struct buf *out, const struct url *base, struct str path)
{
	struct buf merged = BUF_CAPPED(out->max);
	size_t slash = base->path.n;

	while (slash && base->path.p[slash - 1] != '/')
		slash--;
	if (base->has_authority && !base->path.n)
		buf_putc(&merged, '/');
	buf_add(&merged, str_sub(base->path, 0, slash));
	buf_add(&merged, path);
	add_path(out, buf_str(&merged));
	buf_free(&merged);
}

/* RFC 3986 5.2.2 and 5.3. */
static void
add_resolved(struct buf *out, const struct url *base, const struct url *ref)
{
	bool is_new = ref->scheme.n > 0;
	bool is_same_path = !is_new && !ref->has_authority && !ref->path.n;
	const struct url *query = is_same_path && !ref->has_query ? base : ref;

	buf_add(out, is_new ? ref->scheme : base->scheme);
	buf_putc(out, ':');
	add_authority(out, is_new || ref->has_authority ? ref : base);
	if (is_same_path)
		buf_add(out, base->path);
	else if (is_new || ref->has_authority || str_starts(ref->path, "/"))
		add_path(out, ref->path);
	else
		add_merged(out, base, ref->path);
	if (query->has_query) {
		buf_putc(out, '?');
		buf_add(out, query->query);
	}
	if (ref->has_fragment) {
		buf_putc(out, '#');
		buf_add(out, ref->fragment);
	}
}

/* "images\\a.png" as browsers read it where the web is meant: what they would make of a backslash later is no surprise then. */
static void
turn_backslashes(struct buf *ref, struct str base)
{
	struct str text = buf_str(ref);
	bool is_web = str_starts_icase(text, "http:") || str_starts_icase(text, "https:") ||
		(str_starts_icase(base, "http") && !str_has(str_sub(text, 0, 16), ":"));

	for (size_t i = 0; is_web && i < text.n && text.p[i] != '?' && text.p[i] != '#'; i++)
		if (text.p[i] == '\\')
			ref->p[i] = '/';
}

void
url_resolve(struct buf *out, struct str base_text, struct str ref_text)
{
	struct buf base_clean = { 0 }, ref_clean = { 0 };
	struct url base, ref;

	clean(&base_clean, base_text);
	clean(&ref_clean, ref_text);
	turn_backslashes(&ref_clean, buf_str(&base_clean));
	bool is_opaque = url_split(buf_str(&ref_clean), &ref) && !str_starts(ref.path, "/") && !ref.has_authority;
	if (!url_split(buf_str(&base_clean), &base) || is_opaque)
		buf_add(out, buf_str(&ref_clean));
	else
		add_resolved(out, &base, &ref);
	buf_free(&base_clean);
	buf_free(&ref_clean);
}

/* Bytes of the scheme and host of what nearly all of them are: the scheme in small letters, behind the host nothing or a path; 0 of others. */
static size_t
plain_web_len(struct str text)
{
	size_t start = str_starts(text, "https://") ? 8 : str_starts(text, "http://") ? 7 : 0, at = start;

	while (start && at < text.n && (str_is_alpha(text.p[at]) || str_is_digit(text.p[at]) || text.p[at] == '-' || text.p[at] == '.'))
		at++;
	return at > start && (at == text.n || text.p[at] == '/') ? at : 0;
}

bool
url_is_settled(struct str text)
{
	size_t at = plain_web_len(text);

	if (!at)
		return false;
	for (; at < text.n; at++)
		if ((unsigned char)(text.p[at] - '!') >= 0x7f - '!' || text.p[at] == '\\' || (text.p[at] == '.' && text.p[at - 1] == '/'))
			return false;
	return true;
}

bool
url_is_web(struct str text)
{
	struct url url;

	if (plain_web_len(text))
		return true;
	return url_split(text, &url) && (str_is_icase(url.scheme, "http") || str_is_icase(url.scheme, "https")) && url.host.n;
}

bool
url_is_safe(struct str text)
{
	struct url url;

	return url_is_web(text) || (url_split(text, &url) && str_is_icase(url.scheme, "mailto") && url.path.n);
}

struct str
url_host(struct str text)
{
	struct url url;

	url_split(text, &url);
	return url.host;
}

void
url_label(struct buf *out, struct str text)
{
	struct url url;

	url_split(text, &url);
	if (url.user.n)
		text = str_sub(text, (size_t)(url.user.p - text.p) + url.user.n + 1, text.n);
	else if (url.has_authority)
		text = str_sub(text, url.scheme.n + strlen("://"), text.n);
	if (str_ends(text, "/"))
		text.n--;
	url_mask(out, text);
}

static bool
is_internal_name(struct str host)
{
	static const char *const ends[] = { ".localhost", ".local", ".internal", ".lan", ".home", ".corp", ".intranet",
		".private", ".home.arpa", ".localdomain" };
	char lower[256];

	if (!str_has(host, ".") || host.n >= sizeof lower)
		return true;
	for (size_t i = 0; i < host.n; i++)
		lower[i] = str_lower(host.p[i]);
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(str_new(lower, host.n), ends[i]))
			return true;
	return false;
}

bool
url_is_internal_host(struct str host)
{
	char text[256];
	unsigned char v6[16];
	struct in_addr v4;

	if (str_starts(host, "[") && str_ends(host, "]"))
		host = str_sub(host, 1, host.n - 1);
	if (str_ends(host, "."))
		host.n--;
	str_cut(host, '%', &host, NULL); /* an IPv6 zone */
	if (!host.n || host.n >= sizeof text)
		return true;
	memcpy(text, host.p, host.n);
	text[host.n] = '\0';
	if (inet_pton(AF_INET6, text, v6) == 1)
		return ip_is_internal_v6(v6);
	/* Takes 127.1, 0x7f000001 and 2130706433 too, as resolvers do. */
	if (inet_aton(text, &v4))
		return ip_is_internal_v4(ntohl(v4.s_addr));
	return is_internal_name(host);
}
