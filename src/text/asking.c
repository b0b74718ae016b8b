#include "text/asking.h"

#include "base/num.h"
#include "base/tr.h"
#include "text/clean.h"
#include "text/quoted.h"
#include "text/url.h"
#include "text/utf8.h"

enum { ASKING_MAX = 4 << 10 }; /* what servers take of one header */

/* Headers that are made by us or by curl: one of the user's would say the contrary of what is done. */
static const char *const own_headers[] = {
	"accept", "accept-encoding", "connection", "content-length", "cookie", "expect", "host", "if-modified-since", "if-none-match",
	"keep-alive", "range", "te", "trailer", "transfer-encoding", "upgrade", "user-agent", NULL,
};

static const char *const proxy_schemes[] = { "http", "https", "socks4", "socks4a", "socks5", "socks5h", NULL };

bool
asking_is_direct(struct str proxy)
{
	return str_is(proxy, "none");
}

/* One line without control characters, and not too long for a server. */
static bool
is_line(struct str value)
{
	if (!value.n || value.n > ASKING_MAX || !utf8_is_valid(value))
		return false;
	while (value.n)
		if (clean_is_control(utf8_next(&value)))
			return false;
	return true;
}

static bool
has_blank(struct str value)
{
	for (size_t i = 0; i < value.n; i++)
		if (str_is_space(value.p[i]))
			return true;
	return false;
}

/* An address of a proxy; curl takes one without a scheme for http. */
static const char *
proxy_fault(struct str value)
{
	struct buf full = { 0 };
	struct url url;
	int64_t port;
	bool is_good;

	if (asking_is_direct(value))
		return NULL;
	(void)buf_printf(&full, "%s%.*s", str_has(value, "://") ? "" : "http://", STR(value));
	is_good = is_line(value) && !has_blank(value) && url_split(buf_str(&full), &url) && str_is_one_of(url.scheme, proxy_schemes) &&
		url.host.n && (!url.port.n || num_parse(url.port, 1, 65535, &port)) && (!url.path.n || str_is(url.path, "/")) &&
		!url.has_query && !url.has_fragment;
	buf_free(&full);
	return is_good ? NULL : tr("expected none, or a proxy such as http://proxy.example:3128 or socks5h://127.0.0.1:9050");
}

static const char *
file_fault(struct str value)
{
	return is_line(value) && (str_starts(value, "/") || str_starts(value, "~/")) ? NULL :
		tr("expected the path of a file that begins with / or ~/");
}

/* RFC 9110 5.6.2. */
static bool
is_token(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (!str_is_alpha(name.p[i]) && !str_is_digit(name.p[i]) && !strchr("!#$%&'*+-.^_`|~", name.p[i]))
			return false;
	return name.n;
}

static const char *
header_fault(struct str value)
{
	struct str name, text;

	if (!is_line(value) || !str_cut(value, ':', &name, &text) || !is_token(name) || !str_trim(text).n)
		return tr("expected a header such as \"X-Token: text\"");
	return str_is_one_of(name, own_headers) || str_starts_icase(name, "proxy-") ? tr("this header is not for you to set") : NULL;
}

static const char *
line_fault(struct str value)
{
	if (!value.n)
		return tr("this is empty; expected one line of text");
	return is_line(value) ? NULL : tr("expected one line of text without control characters");
}

static const char *
cookie_fault(struct str value)
{
	return is_line(value) && str_find_char(value, '=') > 0 && str_has(value, "=") ? NULL :
		tr("expected NAME=VALUE, with \"; \" between several");
}

/* RFC 7617 2: a ":" ends the name. */
static const char *
login_fault(struct str value)
{
	return is_line(value) && !str_has(value, ":") ? NULL :
		tr("expected a name without \":\"; the password comes from password-command=");
}

static const char *
command_fault(struct str value)
{
	struct buf word = { 0 };
	size_t at = 0, quote;
	bool is_good = is_line(value);

	while (is_good && at < value.n) {
		while (at < value.n && str_is_space(value.p[at]))
			at++;
		is_good = quoted_take(&word, value, &at, &quote);
	}
	is_good &= str_trim(buf_str(&word)).n > 0;
	buf_free(&word);
	return is_good ? NULL : tr("expected a program with its words, such as \"pass show feeds/example\"");
}

static const char *
flag_fault(struct str value)
{
	return str_is(value, "yes") || str_is(value, "no") ? NULL : tr("expected yes or no");
}

static const struct {
	const char *name;
	const char *(*fault)(struct str value);
} options[] = {
	{ "ca-file", file_fault },
	{ "cookie", cookie_fault },
	{ "header", header_fault },
	{ "internal", flag_fault },
	{ "login", login_fault },
	{ "no-proxy", line_fault },
	{ "password-command", command_fault },
	{ "proxy", proxy_fault },
	{ "user-agent", line_fault },
};

const char *
asking_fault(struct str key, struct str value)
{
	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		if (str_is(key, options[i].name))
			return options[i].fault(value);
	return NULL;
}

const char *
asking_login_fault(bool has_login, bool has_command)
{
	if (has_login && !has_command)
		return tr("login= needs a password-command= beside it");
	return has_command && !has_login ? tr("password-command= needs a login= beside it") : NULL;
}

bool
asking_is_secret(struct str key, struct str value)
{
	static const char *const secrets[] = { "cookie", "header", "password-command", NULL };

	return str_is_one_of(key, secrets) || (str_is(key, "proxy") && str_has(value, "@"));
}

bool
asking_is_own(struct str key)
{
	static const char *const own[] = { "cookie", "header", "internal", "login", "password-command", NULL };

	return str_is_one_of(key, own);
}

bool
asking_is_program(struct str key)
{
	return str_is(key, "password-command");
}
