#include "sync/given.h"

#include <sys/stat.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/num.h"
#include "base/tr.h"
#include "text/url.h"
#include "text/utf8.h"

enum { GIVEN_SHOWN = 200 }; /* bytes of it in a message */

/* What people copy along with an address: blanks, quotes, brackets. */
static struct str
bare(struct str text)
{
	static const char opening[] = "<\"'([", closing[] = ">\"')],";

	text = str_trim(text);
	while (text.n && strchr(opening, text.p[0]))
		text = str_sub(text, 1, text.n);
	while (text.n && strchr(closing, text.p[text.n - 1]))
		text.n--;
	return text;
}

/* Takes the scheme off *text: that of the address, or "https" with *is_guessed where it does not tell. */
static struct str
take_scheme(struct str *text, bool *is_guessed)
{
	struct str scheme = str_lit("https"), rest;

	if (str_starts_icase(*text, "view-source:"))
		*text = str_sub(*text, strlen("view-source:"), text->n);
	*is_guessed = true;
	if (str_starts_icase(*text, "feed:"))
		*text = str_sub(*text, strlen("feed:"), text->n);
	if (str_starts_icase(*text, "http:/") || str_starts_icase(*text, "https:/")) {
		str_cut(*text, ':', &scheme, &rest);
		*text = rest;
		*is_guessed = false;
	}
	while (str_starts(*text, "/"))
		*text = str_sub(*text, 1, text->n);
	return scheme;
}

/* "mailto:x", "ftp://x", but not a host with a port. */
static bool
is_of_other_scheme(struct str text)
{
	static const char *const schemes[] = { "http", "https", "feed", "view-source" };
	struct str scheme, rest;

	if (!str_cut(text, ':', &scheme, &rest) || str_has(scheme, ".") || str_has(scheme, "/"))
		return false;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (str_is_icase(scheme, schemes[i]))
			return false;
	return !rest.n || !str_is_digit(rest.p[0]);
}

/* A path, or the name of a file that is there. */
static bool
is_file(struct arena *a, struct str text)
{
	static const char *const starts[] = { "./", "../", "~/", "/", "file:" };
	struct stat st;

	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts_icase(text, starts[i]) && !str_starts(text, "//"))
			return true;
	return text.n && !str_has(text, "://") && !stat(arena_cstr(a, text), &st) && S_ISREG(st.st_mode);
}

/* Labels of letters, digits and what else may stand in a name; an address of IPv6 in brackets. */
static bool
is_host(struct str host)
{
	static const char wrong[] = "%<>\"\\^`{}|!$&'()*+,;= ";

	for (size_t i = 0; i < host.n; i++)
		if ((unsigned char)host.p[i] <= ' ' || strchr(wrong, host.p[i]))
			return false;
	return host.n && host.p[0] != '.' && !str_has(host, "..");
}

/* What curl would only find out later, and say in words of its own. */
static int
check(struct str url, struct str shown, struct err *err)
{
	struct url parts;
	int64_t port;

	url_split(url, &parts);
	if (parts.port.n && !num_parse(parts.port, 1, 65535, &port))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address: a port is a number from 1 to 65535"), STR(shown));
	if (str_has(parts.host, "%20"))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address: there is a blank in its host"), STR(shown));
	if (!is_host(parts.host) && !str_has(parts.host, ":"))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address: no host is called so"), STR(shown));
	return 0;
}

static int
refuse_words(struct arena *a, struct str rest, const char *text, struct str shown, struct err *err)
{
	if (is_file(a, rest))
		return err_set(err, ERR_USAGE,
			tr("‘%.*s’ is a file; ‘sosik import FILE’ takes the feeds that one lists, ‘sosik parse FILE’ reads a feed in one"),
			STR(shown));
	if (!rest.n)
		return err_set(err, ERR_USAGE, "%s", tr("the address is empty"));
	if (!str_has(rest, ".") && !str_has(rest, "/") && !str_has(rest, ":") && !str_is_icase(rest, "localhost"))
		return err_set(err, ERR_USAGE, tr("‘%.100s’ is not a web address; ‘sosik catalog %.100s’ looks for blogs of that name"),
			text, text);
	if (is_of_other_scheme(rest))
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address"), STR(shown));
	return 0;
}

int
given_read(struct arena *a, const char *text, struct str *ret, bool *is_guessed, struct err *err)
{
	struct buf url = BUF_CAPPED(LIMIT_URL);
	struct str rest = bare(str_of(text)), shown = utf8_prefix(url_mask_in(a, str_of(text)), GIVEN_SHOWN), scheme;

	if (refuse_words(a, rest, text, shown, err) < 0)
		return -1;
	scheme = take_scheme(&rest, is_guessed);
	rest = str_sub(rest, 0, str_find_char(rest, '#'));
	url_resolve(&url, STR_NONE, arena_printf(a, "%.*s://%.*s", STR(scheme), STR(rest)));
	*ret = arena_dup(a, buf_str(&url));
	if (!ret->n || url.full || !url_is_web(*ret)) {
		buf_free(&url);
		return err_set(err, ERR_USAGE, tr("‘%.*s’ is not a web address"), STR(shown));
	}
	buf_free(&url);
	return check(*ret, shown, err);
}
