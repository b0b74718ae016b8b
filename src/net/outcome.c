#include "net/outcome.h"

#include "base/limits.h"
#include "net/hop.h"
#include "text/feed_why.h"
#include "text/url.h"
#include "text/utf8.h"

enum { SHOWN_BYTES = 200 };

static struct str
host_of(const struct transfer *t)
{
	return str_sub(t->target.host, 0, 100);
}

/* An address, without its login. */
static struct str
shown(struct transfer *t, struct str url)
{
	return utf8_prefix(url_mask_in(&t->arena, url), SHOWN_BYTES);
}

/* about: what the code is about, empty for nothing. */
static void
tell(struct transfer *t, enum fetch_class class, enum err_code kind, const char *code, struct str about)
{
	struct fetch_answer *answer = &t->answer;
	struct buf words = { 0 };

	answer->class = class;
	answer->why = arena_printf(&t->arena, "%s%s%.*s", code, about.n ? " " : "", STR(about));
	feed_why_text(&words, answer->why);
	err_set(&answer->err, kind, "%s", buf_cstr(&words));
	buf_free(&words);
}

static void
tell_number(struct transfer *t, const char *code, size_t n)
{
	tell(t, FETCH_LIMIT, ERR_LIMIT, code, arena_printf(&t->arena, "%zu", n));
}

/* What we broke off ourselves. */
static void
tell_breach(struct transfer *t)
{
	switch (t->breach) {
	case TRANSFER_WHOLE:
	case TRANSFER_NOT_NEEDED:
		return;
	case TRANSFER_BODY:
		tell_number(t, "large", t->max_bytes >> 10);
		return;
	case TRANSFER_HEADERS:
		tell(t, FETCH_LIMIT, ERR_LIMIT, "headers", STR_NONE);
		return;
	case TRANSFER_CODINGS:
		tell(t, FETCH_LIMIT, ERR_LIMIT, "packed-twice", STR_NONE);
		return;
	case TRANSFER_CODING:
		tell(t, FETCH_NETWORK, ERR_NETWORK, "unpack", STR_NONE);
		return;
	case TRANSFER_SLOW:
		tell(t, FETCH_LIMIT, ERR_LIMIT, "slow", STR_NONE);
		return;
	case TRANSFER_INTERNAL: /* itself, or where it leads */
		tell(t, FETCH_REFUSED, ERR_FAILED, !t->http.status && str_eq_icase(t->target.host, t->own.host) ? "own-internal" : "internal",
			host_of(t));
		return;
	case TRANSFER_OWN_HOST:
		tell(t, FETCH_REFUSED, ERR_FAILED, "own-host", shown(t, t->led));
		return;
	case TRANSFER_DOWNGRADE:
		tell(t, FETCH_REFUSED, ERR_FAILED, "downgrade", STR_NONE);
		return;
	case TRANSFER_SCHEME:
		tell(t, FETCH_REFUSED, ERR_FAILED, "scheme", STR_NONE);
		return;
	case TRANSFER_REDIRECTS:
		if (str_eq(t->led, t->url))
			tell(t, FETCH_LIMIT, ERR_LIMIT, "circle", shown(t, t->led));
		else
			tell_number(t, "redirects", LIMIT_REDIRECTS);
		return;
	case TRANSFER_LOST:
		tell(t, FETCH_HTTP, ERR_FAILED, "lost", STR_NONE);
		return;
	}
}

/* What curl met on the way. */
static const struct meeting {
	CURLcode curl;
	const char *code;
	bool is_about_host;
	bool is_unsafe; /* TLS failed; then somebody did answer */
} meetings[] = {
	{ CURLE_PEER_FAILED_VERIFICATION, "untrusted", true, true },
	{ CURLE_SSL_CONNECT_ERROR, "unsafe", true, true },
	{ CURLE_SSL_CIPHER, "unsafe", true, true },
	{ CURLE_SSL_CERTPROBLEM, "unsafe", true, true },
	{ CURLE_SSL_ISSUER_ERROR, "unsafe", true, true },
	{ CURLE_SSL_CACERT_BADFILE, "authorities", false, true },
	{ CURLE_COULDNT_RESOLVE_HOST, "no-host", true, false },
	{ CURLE_COULDNT_RESOLVE_PROXY, "no-host", true, false },
	{ CURLE_COULDNT_CONNECT, "no-connection", true, false },
	{ CURLE_OPERATION_TIMEDOUT, "no-answer", true, false },
	{ CURLE_URL_MALFORMAT, "no-address", false, false },
	{ CURLE_UNSUPPORTED_PROTOCOL, "no-http", true, false },
	{ CURLE_WEIRD_SERVER_REPLY, "no-http", true, false },
	{ CURLE_PARTIAL_FILE, "broke-off", true, false },
	{ CURLE_GOT_NOTHING, "broke-off", true, false },
	{ CURLE_RECV_ERROR, "broke-off", true, false },
	{ CURLE_SEND_ERROR, "broke-off", true, false },
	{ CURLE_HTTP2, "broke-off", true, false },
	{ CURLE_HTTP2_STREAM, "broke-off", true, false },
	{ CURLE_BAD_FUNCTION_ARGUMENT, "no-http", true, false }, /* headers that are none behind the body */
};

/* The place of the proxy: its login is nobody's business. */
static struct str
proxy_place(struct transfer *t)
{
	struct url url = { 0 };

	url_split(arena_printf(&t->arena, "%s%s", strstr(t->proxy, "://") ? "" : "http://", t->proxy), &url);
	return arena_printf(&t->arena, "%.*s%s%.*s", STR(str_sub(url.host, 0, 100)), url.port.n ? ":" : "", STR(str_sub(url.port, 0, 10)));
}

/* Whether a proxy spoke, of the kind (SOCKS) that says what is the matter with the host in the same way as what is with itself. */
static bool
is_about_host(const struct transfer *t, CURLcode code)
{
	long error = CURLPX_OK;

	curl_easy_getinfo(t->easy, CURLINFO_PROXY_ERROR, &error);
	return code == CURLE_PROXY && error != CURLPX_BAD_VERSION && error != CURLPX_NO_AUTH && error != CURLPX_USER_REJECTED;
}

/* Whether no connection to the proxy came about. */
static bool
is_proxy_silent(const struct transfer *t)
{
	return t->has_proxy && t->socket >= 0 && !t->is_linked;
}

/* What it is when the proxy failed, else NULL. */
static const char *
proxy_code(const struct transfer *t, CURLcode code)
{
	long status = 0;

	if (!t->has_proxy)
		return NULL;
	if (code == CURLE_COULDNT_RESOLVE_PROXY)
		return "no-proxy-host";
	if (is_about_host(t, code))
		return "proxy-refuses";
	if (code == CURLE_COULDNT_CONNECT || code == CURLE_PROXY || (code == CURLE_OPERATION_TIMEDOUT && is_proxy_silent(t)))
		return "no-proxy";
	curl_easy_getinfo(t->easy, CURLINFO_HTTP_CONNECTCODE, &status);
	return status == 407 ? "proxy-login" : status >= 300 ? "proxy-refuses" : NULL;
}

/* The proxy is of no use to anybody; code as of proxy_code(). */
static void
tell_proxy(struct transfer *t, const char *code)
{
	t->answer.is_proxy_down = true;
	tell(t, FETCH_NETWORK, ERR_NETWORK, code, proxy_place(t));
}

/* Whether curl had no room for one header: it says so as it does where there is no memory at all. */
static bool
is_header_too_long(const struct transfer *t, CURLcode code)
{
	curl_off_t begun = 0;

	curl_easy_getinfo(t->easy, CURLINFO_STARTTRANSFER_TIME_T, &begun);
	return code == CURLE_OUT_OF_MEMORY && begun > 0 && !t->body.n;
}

/* Whether it is about what the user said of the way. */
static bool
tell_way(struct transfer *t, CURLcode code)
{
	const char *proxy = proxy_code(t, code);

	if (proxy && str_is(str_of(proxy), "proxy-refuses"))
		tell(t, FETCH_NETWORK, ERR_NETWORK, proxy, proxy_place(t));
	else if (proxy)
		tell_proxy(t, proxy);
	else if (code == CURLE_SSL_CACERT_BADFILE && t->access && t->access->ca_file) {
		t->answer.is_unsafe = true;
		tell(t, FETCH_NETWORK, ERR_NETWORK, "authorities", str_of(t->access->ca_file));
	} else
		return false;
	return true;
}

/* What OpenSSL found wrong with a certificate (X509_V_ERR_…), where there is more to say than that nobody vouches for it. */
static const struct {
	long verified;
	const char *code;
} flaws[] = {
	{ 1, "other-host" }, /* nothing: it is curl that compares the names */
	{ 9, "not-yet-valid" },
	{ 10, "expired" },
};

static bool
tell_certificate(struct transfer *t, CURLcode code)
{
	long verified = 0;

	curl_easy_getinfo(t->easy, CURLINFO_SSL_VERIFYRESULT, &verified);
	if (code != CURLE_PEER_FAILED_VERIFICATION || !str_starts(str_of(curl_version_info(CURLVERSION_NOW)->ssl_version), "OpenSSL"))
		return false;
	for (size_t i = 0; i < sizeof flaws / sizeof *flaws; i++) {
		if (flaws[i].verified != verified)
			continue;
		t->answer.is_unsafe = true;
		tell(t, FETCH_NETWORK, ERR_NETWORK, flaws[i].code, host_of(t));
		return true;
	}
	return false;
}

static void
tell_network(struct transfer *t, CURLcode code)
{
	if (tell_way(t, code) || tell_certificate(t, code))
		return;
	if (is_header_too_long(t, code)) {
		tell(t, FETCH_LIMIT, ERR_LIMIT, "headers", STR_NONE);
		return;
	}
	for (size_t i = 0; i < sizeof meetings / sizeof *meetings; i++) {
		const struct meeting *m = &meetings[i];

		if (m->curl != code)
			continue;
		t->answer.is_unsafe = m->is_unsafe;
		tell(t, FETCH_NETWORK, ERR_NETWORK, m->code, m->is_about_host ? host_of(t) : STR_NONE);
		return;
	}
	tell(t, FETCH_NETWORK, ERR_NETWORK, "network", str_of(curl_easy_strerror(code)));
}

/* 304 is an answer only to who asked with validators. */
static bool
is_good(const struct transfer *t)
{
	if (t->http.status == 304)
		return (t->etag.n || t->last_modified.n) && !t->is_bare;
	return t->http.status >= 200 && t->http.status < 300 && t->http.status != 206;
}

void
outcome_tell(struct transfer *t, CURLcode code)
{
	struct fetch_answer *answer = &t->answer;

	answer->class = FETCH_OK;
	if (t->breach == TRANSFER_SLOW && is_proxy_silent(t))
		tell_proxy(t, "no-proxy");
	else
		tell_breach(t);
	if (answer->class != FETCH_OK)
		return;
	if (code != CURLE_OK && t->breach != TRANSFER_NOT_NEEDED) {
		tell_network(t, code);
		return;
	}
	answer->status = t->http.status;
	if (is_good(t))
		return;
	if (t->http.status == 407 && t->has_proxy)
		tell_proxy(t, "proxy-login");
	else if (t->http.status == 410 && t->is_temporary)
		tell(t, FETCH_HTTP, ERR_FAILED, "gone-elsewhere", STR_NONE);
	else if (t->http.status == 401 && hop_told_login(t))
		tell(t, FETCH_HTTP, ERR_FAILED, "login-refused", host_of(t));
	else
		tell(t, FETCH_HTTP, ERR_FAILED, "status", arena_printf(&t->arena, "%d", t->http.status));
}

void
outcome_unasked(struct transfer *t, const char *code, bool is_about_host)
{
	tell(t, FETCH_NETWORK, ERR_NETWORK, code, is_about_host ? host_of(t) : STR_NONE);
}

void
outcome_unpacked(struct transfer *t, enum unpacked rc)
{
	t->breach = rc == UNPACK_LARGE ? TRANSFER_BODY : TRANSFER_CODING;
	t->answer.status = 0;
	tell_breach(t);
}
