#include "text/url.h"

static int
hex_value(char c)
{
	c = str_lower(c);
	if (str_is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One way of writing for each byte: letters and digits plain, all above ASCII encoded. */
static void
add_normal(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		int high = c == '%' && i + 2 < s.n ? hex_value(s.p[i + 1]) : -1;
		int low = high >= 0 ? hex_value(s.p[i + 2]) : -1;

		if (low >= 0) {
			c = (unsigned char)(high * 16 + low);
			i += 2;
		}
		if (str_is_alpha((char)c) || str_is_digit((char)c) || (c && strchr("-._~", c)))
			buf_putc(out, (char)c);
		else if (low >= 0 || c >= 0x80 || c <= ' ')
			buf_printf(out, "%%%02X", c);
		else
			buf_putc(out, (char)c);
	}
}

static void
add_host(struct buf *out, struct str host)
{
	static const char *const prefixes[] = { "www.", "m." };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		struct str rest = str_sub(host, strlen(prefixes[i]), host.n);

		if (str_starts_icase(host, prefixes[i]) && str_has(rest, "."))
			host = rest;
	}
	if (str_ends(host, "."))
		host.n--;
	for (size_t i = 0; i < host.n; i++)
		buf_putc(out, str_lower(host.p[i]));
}

static bool
is_tracking(struct str name, struct str value)
{
	static const char *const names[] = { "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "yclid",
		"msclkid", "fromRss", "trackingCode" };

	if (str_starts_icase(name, "utm_"))
		return true;
	if (str_is(name, "source"))
		return str_starts(value, "rss-");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is_icase(name, names[i]))
			return true;
	return false;
}

static void
add_query(struct buf *out, struct str query)
{
	struct str pair, name, value;
	char mark = '?';

	while (query.n) {
		str_cut(query, '&', &pair, &query);
		if (str_starts(pair, "amp;"))
			pair = str_sub(pair, 4, pair.n);
		str_cut(pair, '=', &name, &value);
		if (!pair.n || is_tracking(name, value))
			continue;
		buf_putc(out, mark);
		add_normal(out, pair);
		mark = '&';
	}
}

void
url_canonical(struct buf *out, struct str text)
{
	struct url url;

	if (!url_split(text, &url) || !url.has_authority) {
		buf_add(out, text);
		return;
	}
	bool is_web = url_is_web(text);
	while (str_ends(url.path, "/"))
		url.path.n--;
	buf_add(out, is_web ? str_lit("https") : url.scheme);
	buf_puts(out, "://");
	add_host(out, url.host);
	if (url.port.n && !(is_web && (str_is(url.port, "80") || str_is(url.port, "443")))) {
		buf_putc(out, ':');
		buf_add(out, url.port);
	}
	add_normal(out, url.path);
	add_query(out, url.query);
}
