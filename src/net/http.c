#include "net/http.h"

#include <stddef.h>

#include "base/limits.h"
#include "base/num.h"
#include "net/fetch.h"
#include "text/date.h"

static const struct {
	const char *name;
	size_t at; /* in struct http */
	size_t max;
} headers[] = {
	{ "Content-Type", offsetof(struct http, content_type), LIMIT_NAME },
	{ "ETag", offsetof(struct http, etag), LIMIT_NAME },
	{ "Last-Modified", offsetof(struct http, last_modified), 64 },
	{ "Location", offsetof(struct http, location), LIMIT_URL },
	{ "Retry-After", offsetof(struct http, retry_after), 64 },
	{ "Cache-Control", offsetof(struct http, cache_control), LIMIT_NAME },
	{ "Expires", offsetof(struct http, expires), 64 },
	{ "Date", offsetof(struct http, date), 64 },
	{ "Age", offsetof(struct http, age), 64 },
};

/* What is too long or holds controls is as if it were not there: it is sent back or stored later. */
static bool
is_sane(struct str value, size_t max)
{
	for (size_t i = 0; i < value.n; i++)
		if ((unsigned char)value.p[i] < ' ' || value.p[i] == 0x7f)
			return false;
	return value.n <= max;
}

/* "HTTP/1.1 200 OK", "HTTP/2 200". */
static void
take_status(struct http *h, struct str line)
{
	int64_t status = -1;
	struct str word = str_word(&line);

	*h = (struct http){ 0 };
	word = str_word(&line);
	if (num_parse(word, 100, 999, &status))
		h->status = (int)status;
}

/* What nobody was asked for, and some send. */
static bool
is_other_coding(struct str name)
{
	static const char *const codings[] = { "br", "zstd", "compress", "x-compress", "dcb", "dcz" };

	for (size_t i = 0; i < sizeof codings / sizeof *codings; i++)
		if (str_is_icase(name, codings[i]))
			return true;
	return false;
}

/* Some servers say "utf-8" there. */
static void
take_codings(struct http *h, struct str value)
{
	struct str one;

	while (value.n) {
		str_cut(value, ',', &one, &value);
		one = str_trim(one);
		if (!one.n || str_is_icase(one, "identity"))
			continue;
		h->codings++;
		h->is_coding_strange |= !unpack_coding(one, &h->coding);
		h->is_packed_otherwise |= is_other_coding(one);
	}
}

void
http_line(struct http *h, struct arena *a, struct str line)
{
	struct str name, value;

	line = str_trim(line);
	if (str_starts_icase(line, "HTTP/")) {
		take_status(h, line);
		return;
	}
	if (!str_cut(line, ':', &name, &value))
		return;
	value = str_trim(value);
	if (str_is_icase(name, "Content-Encoding"))
		take_codings(h, value);
	if (str_is_icase(name, "Link") && is_sane(value, LIMIT_URL - h->links.n))
		h->links = arena_printf(a, "%.*s,%.*s", STR(h->links), STR(value));
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		if (str_is_icase(name, headers[i].name) && is_sane(value, headers[i].max))
			*(struct str *)((char *)h + headers[i].at) = arena_dup(a, value);
}

struct str
http_etag(const struct http *h)
{
	return str_is(h->etag, "*") ? STR_NONE : h->etag;
}

/* Seconds from a run of digits; more than a day's worth of digits is more than a day. */
static int64_t
seconds_of(struct str s)
{
	int64_t seconds = num_take(&s, 9);

	return s.n && str_is_digit(s.p[0]) ? LIMIT_HELD_S : seconds;
}

/* Seconds until a date by the server's clock, or by ours where it has not told its own. */
static int64_t
seconds_until(const struct http *h, struct str date, int64_t now)
{
	int64_t then = date_parse(date, now, 0);
	int64_t server_now = h->date.n ? date_parse(h->date, now, 0) : now;

	if (then == CLOCK_NONE)
		return -1;
	return then - (server_now == CLOCK_NONE ? now : server_now);
}

struct str
http_last_modified(const struct http *h, int64_t now)
{
	return seconds_until(h, h->last_modified, now) > 0 ? STR_NONE : h->last_modified;
}

static int64_t
retry_seconds(const struct http *h, int64_t now)
{
	if (!h->retry_after.n)
		return -1;
	if (str_is_digit(h->retry_after.p[0]) && str_find_char(h->retry_after, ' ') == h->retry_after.n && !str_has(h->retry_after, "-"))
		return seconds_of(h->retry_after);
	return seconds_until(h, h->retry_after, now);
}

/* How long the answer is fresh (RFC 9111 4.2): max-age beats Expires. */
static int64_t
fresh_seconds(const struct http *h, int64_t now)
{
	struct str rest = h->cache_control, one, value;
	int64_t age = seconds_of(h->age), fresh = -1;

	while (rest.n) {
		str_cut(rest, ',', &one, &rest);
		one = str_trim(one);
		if (str_is_icase(one, "no-cache") || str_is_icase(one, "no-store"))
			return -1;
		if (str_cut(one, '=', &one, &value) && str_is_icase(one, "max-age"))
			fresh = seconds_of(value);
	}
	if (fresh >= 0)
		return fresh - (age > 0 ? age : 0);
	return h->expires.n ? seconds_until(h, h->expires, now) : -1;
}

/* Between nothing and a day. */
static int64_t
limited(int64_t seconds)
{
	return seconds < 0 ? 0 : seconds < LIMIT_HELD_S ? seconds : LIMIT_HELD_S;
}

/* Whether a later answer may be another one: the server has trouble, or it has been asked too much or too early. What the network says in its place is not its word. */
static bool
may_pass(int status)
{
	static const int statuses[] = { 403, 408, 413, 425, 429 };

	for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
		if (status == statuses[i])
			return true;
	return status >= 500 && status != FETCH_NETWORK_LOGIN;
}

int64_t
http_held_until(const struct http *h, int64_t now)
{
	int64_t seconds = may_pass(h->status) ? limited(retry_seconds(h, now)) : 0;

	return seconds ? now + seconds : CLOCK_NONE;
}

int64_t
http_fresh_s(const struct http *h, int64_t now)
{
	return h->status == 200 || h->status == 304 ? limited(fresh_seconds(h, now)) : 0;
}
