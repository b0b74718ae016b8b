#include "feed/href.h"

#include "text/clean.h"

/* "http://" or "https://" at the start; 0 for none. */
static size_t
scheme_length(struct str url)
{
	return str_starts_icase(url, "https://") ? 8 : str_starts_icase(url, "http://") ? 7 : 0;
}

/* Without what a program put in front of an address that was whole already. */
static struct str
last_scheme(struct str url)
{
	size_t n = scheme_length(url);

	return n && scheme_length(str_sub(url, n, url.n)) ? str_sub(url, n, url.n) : url;
}

/* An address that was escaped twice: no query has "&amp;" in it. */
static void
add_unescaped(struct buf *out, struct str url)
{
	static const struct str escaped = STR_INIT("&amp;");

	while (url.n) {
		size_t at = str_find(url, escaped);

		buf_add(out, str_sub(url, 0, at));
		if (at < url.n)
			buf_putc(out, '&');
		url = str_sub(url, at + escaped.n, url.n);
	}
}

void
href_add(struct buf *out, struct str text)
{
	struct buf line = { 0 };
	struct str url;

	clean_line(&line, text);
	url = last_scheme(buf_str(&line));
	if (str_starts_icase(url, "www.") && str_find_char(str_sub(url, 4, url.n), '.') < url.n - 4)
		buf_puts(out, "http://");
	if (!str_is(url, "undefined"))
		add_unescaped(out, url);
	buf_free(&line);
}
