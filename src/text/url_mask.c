#include "text/url.h"

#include <string.h>

void
url_mask_login(struct buf *out, struct str text)
{
	struct url url;
	struct str name, secret;

	url_split(text, &url);
	if (!str_cut(url.user, ':', &name, &secret)) {
		buf_add(out, text);
		return;
	}
	buf_add(out, str_new(text.p, (size_t)(secret.p - text.p)));
	buf_puts(out, "***");
	buf_add(out, str_new(secret.p + secret.n, (size_t)(text.p + text.n - secret.p) - secret.n));
}

/* How much of a text may be the login, host and port of an address. */
static size_t
authority_length(struct str text)
{
	size_t n = 0;

	while (n < text.n && !str_is_space(text.p[n]) && !strchr("/?#", text.p[n]))
		n++;
	return n;
}

static void
mask_logins(struct buf *out, struct str line)
{
	static const char sign[] = "://";
	size_t at;

	while ((at = str_find(line, str_of(sign))) < line.n) {
		struct str authority, name, secret;
		size_t user;

		buf_add(out, str_sub(line, 0, at + strlen(sign)));
		line = str_sub(line, at + strlen(sign), line.n);
		authority = str_sub(line, 0, authority_length(line));
		for (user = authority.n; user && authority.p[user - 1] != '@'; user--)
			;
		if (!user || !str_cut(str_sub(authority, 0, user - 1), ':', &name, &secret))
			continue;
		(void)buf_printf(out, "%.*s:***", STR(name));
		line = str_sub(line, user - 1, line.n);
	}
	buf_add(out, line);
}

/* Whether a parameter of that name lets in whoever knows its value. */
static bool
is_secret(struct str name)
{
	static const char *const whole[] = { "key", "auth", "pass", "pwd", "sig", "signature", "session", "sessionid" };
	static const char *const parts[] = { "token", "secret", "passw", "apikey", "api_key", "api-key", "auth_", "_auth", "_key", "-key" };
	struct buf lower = { 0 };
	bool ret = false;

	for (size_t i = 0; i < name.n; i++)
		(void)buf_putc(&lower, str_lower(name.p[i]));
	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
		ret |= str_is(buf_str(&lower), whole[i]);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		ret |= str_has(buf_str(&lower), parts[i]);
	buf_free(&lower);
	return ret;
}

static bool
is_of_name(char c)
{
	return str_is_alpha(c) || str_is_digit(c) || c == '_' || c == '-' || c == '.';
}

/* How long the value is that stands at the beginning; a dot or colon behind it is of the sentence. */
static size_t
value_length(struct str text)
{
	size_t n = 0;

	while (n < text.n && (is_of_name(text.p[n]) || strchr("~%+/=:@!$*", text.p[n])))
		n++;
	while (n && strchr(".:", text.p[n - 1]))
		n--;
	return n;
}

static void
mask_parameters(struct buf *out, struct str line)
{
	for (size_t at = 0; at < line.n;) {
		size_t name = at + 1, end = name, value;

		(void)buf_putc(out, line.p[at++]);
		if (!strchr("?&;", line.p[name - 1]))
			continue;
		while (end < line.n && is_of_name(line.p[end]))
			end++;
		if (end == line.n || line.p[end] != '=' || !is_secret(str_sub(line, name, end)))
			continue;
		value = value_length(str_sub(line, end + 1, line.n));
		(void)buf_add(out, str_sub(line, name, end + 1));
		(void)buf_puts(out, value ? "***" : "");
		at = end + 1 + value;
	}
}

void
url_mask(struct buf *out, struct str text)
{
	struct buf open = { 0 };

	url_mask_login(&open, text);
	mask_parameters(out, buf_str(&open));
	buf_free(&open);
}

struct str
url_mask_in(struct arena *a, struct str text)
{
	struct buf masked = { 0 };
	struct str ret;

	url_mask(&masked, text);
	ret = arena_dup(a, buf_str(&masked));
	buf_free(&masked);
	return ret;
}

void
url_mask_line(struct buf *out, struct str line)
{
	struct buf open = { 0 };

	mask_logins(&open, line);
	mask_parameters(out, buf_str(&open));
	buf_free(&open);
}
