#include "text/url.h"

#include "base/num.h"
#include "text/url_site.h"
#include "text/url_track.h"

/* One way of writing for each byte: letters, digits and what means nothing of its own plain, all above ASCII encoded. */
static void
add_normal(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		int high = c == '%' && i + 2 < s.n ? num_hex(s.p[i + 1]) : -1;
		int low = high >= 0 ? num_hex(s.p[i + 2]) : -1;

		if (low >= 0) {
			c = (unsigned char)(high * 16 + low);
			i += 2;
		}
		if (str_is_alpha((char)c) || str_is_digit((char)c) || (c && strchr("-._~!'()*@,", c)))
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
	static const char *const prefixes[] = { "www.", "m.", "amp." };

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		struct str rest = str_sub(host, strlen(prefixes[i]), host.n);

		if (str_starts_icase(host, prefixes[i]) && str_has(rest, "."))
			host = rest;
	}
	if (str_ends(host, "."))
		host.n--;
	size_t from = out->n;

	url_host_ascii(out, host);
	for (size_t i = from; i < out->n; i++)
		out->p[i] = str_lower(out->p[i]);
}

/* Parameters that say how a reader came, or in which form the page is wanted, not which post it is. */
static bool
is_tracking(struct str host, struct str name, struct str value)
{
	static const char *const names[] = { "PHPSESSID", "JSESSIONID", "amp", NULL };

	if (str_starts_icase(name, "aspsessionid") || (str_is(name, "outputType") && str_is_icase(value, "amp")))
		return true;
	return str_is_one_of(name, names) || url_track_is(host, name, value);
}

/* A blank is a blank, however it is written. */
static void
add_pair(struct buf *out, struct str pair)
{
	struct str part;

	while (str_cut(pair, '+', &part, &pair)) {
		add_normal(out, part);
		buf_puts(out, "%20");
	}
	add_normal(out, part);
}

static void
add_query(struct buf *out, struct str host, struct str query)
{
	struct str pair, name, value;
	char mark = '?';

	while (query.n) {
		str_cut(query, '&', &pair, &query);
		if (str_starts(pair, "amp;"))
			pair = str_sub(pair, 4, pair.n);
		str_cut(pair, '=', &name, &value);
		if (!pair.n || is_tracking(host, name, value))
			continue;
		buf_putc(out, mark);
		add_pair(out, pair);
		mark = '&';
	}
}

/* "/2025/01/word", "/a-post", "/글": what a post is called, where "/posts" and "/wiki" are folders. */
static bool
is_post_path(struct str path)
{
	for (size_t i = 0; i < path.n; i++)
		if (path.p[i] != '/' && !str_is_alpha(path.p[i]))
			return true;
	return false;
}

/* Takes a last segment of these off, the files that a folder's address means. */
static struct str
without_index(struct str path)
{
	static const char *const files[] = { "index.html", "index.htm", "index.php", "index.jsp", "index.asp", "index.aspx",
		"default.asp", "default.aspx", "default.html", NULL };
	size_t at = path.n;

	while (at && path.p[at - 1] != '/')
		at--;
	struct str folder = str_sub(path, 0, at), file = str_sub(path, at, path.n);

	/* "/amp" behind a folder may be a page about amplifiers. */
	return at && (str_is_one_of(file, files) || (str_is(file, "amp") && is_post_path(folder))) ? folder : path;
}

static struct str
without_end(struct str path)
{
	size_t session = str_find(path, str_lit(";jsessionid="));

	path = str_sub(path, 0, session);
	while (str_ends(path, "/"))
		path.n--;
	path = without_index(path);
	while (str_ends(path, "/"))
		path.n--;
	return path;
}

/* The page for phones of a CMS that many Korean news sites use. */
static void
add_path(struct buf *out, struct str path)
{
	struct str page = str_lit("/articleViewAmp.html");

	if (!str_ends(path, page.p)) {
		add_normal(out, path);
		return;
	}
	add_normal(out, str_sub(path, 0, path.n - page.n));
	buf_puts(out, "/articleView.html");
}

/* Whether s is a word with a number behind it, and nothing else. */
static bool
is_numbered(struct str s, const char *word)
{
	size_t at = strlen(word);

	if (!str_starts_icase(s, word) || at == s.n)
		return false;
	while (at < s.n && str_is_digit(s.p[at]))
		at++;
	return at == s.n;
}

/* Tistory's "entry12comment" and "entry12comment345". */
static bool
is_entry(struct str fragment)
{
	size_t at = str_find(fragment, str_lit("comment"));
	struct str rest = str_sub(fragment, at, fragment.n);

	return is_numbered(str_sub(fragment, 0, at), "entry") && (str_is(rest, "comment") || is_numbered(rest, "comment"));
}

/* A place in the page is no other post, but a changelog's entries and the pages of a script ("#/post/1", "#v1.2") are. */
static bool
is_place(struct str fragment)
{
	static const char *const places[] = { "top", "comments", "comment", "respond", "main-content", "rss", "none", "ref=rss",
		"disqus_thread", NULL };
	static const char *const numbered[] = { "comment-", "comment_", "comment", "more-" };
	static const char *const prefixes[] = { "xtor=", "utm_", ":~:", "link_time=", "Echobox=", "google_vignette", "imrss" };

	if (!fragment.n || str_is_one_of(fragment, places) || is_entry(fragment))
		return true;
	for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
		if (is_numbered(fragment, numbered[i]))
			return true;
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (str_starts_icase(fragment, prefixes[i]))
			return true;
	return false;
}

static void
add_web(struct buf *out, const struct url *url)
{
	struct buf host = { 0 };
	struct url_site site = { .path = url->path, .query = url->query };

	add_host(&host, url->host);
	site.host = buf_str(&host);
	if (!url_site_form(out, &site)) {
		buf_puts(out, "https://");
		buf_add(out, site.host);
		if (url->port.n && !str_is(url->port, "80") && !str_is(url->port, "443")) {
			buf_putc(out, ':');
			buf_add(out, url->port);
		}
		add_path(out, without_end(site.path));
		add_query(out, site.host, site.query);
		if (!is_place(url->fragment)) {
			buf_putc(out, '#');
			add_normal(out, url->fragment);
		}
	}
	buf_free(&host);
}

void
url_canonical(struct buf *out, struct str text)
{
	struct url url;

	if (url_is_web(text) && url_split(text, &url))
		add_web(out, &url);
	else
		buf_add(out, text);
}
