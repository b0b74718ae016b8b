#include "net/hop.h"

#include <stdlib.h>

#include "net/proxy.h"
#include "text/url.h"
#include "text/url_platform.h"

static const struct str accepts[] = {
	[FETCH_FEED] = STR_INIT("application/atom+xml, application/rss+xml, application/feed+json, "
		"application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5"),
	[FETCH_PAGE] = STR_INIT("text/html, application/xhtml+xml, application/json;q=0.7, */*;q=0.5"),
	[FETCH_IMAGE] = STR_INIT("image/png, image/jpeg, image/webp, image/gif, image/*;q=0.3, */*;q=0.1"), /* those that sosik-image reads first */
};

struct transfer_target
hop_target(struct str url)
{
	struct transfer_target target = { 0 };
	struct url parts = { 0 };

	url_split(url, &parts);
	target.is_secure = str_is_icase(parts.scheme, "https");
	target.host = parts.host;
	target.platform = url_platform(parts.host);
	target.port = parts.port.n ? parts.port : target.is_secure ? str_lit("443") : str_lit("80");
	return target;
}

bool
hop_is_own(const struct transfer *t, const struct transfer_target *target)
{
	return str_eq_icase(target->host, t->own.host) && str_eq(target->port, t->own.port);
}

/* Whether the target of this hop is the place that access speaks of, asked no less safely than there. */
bool
hop_is_home(const struct transfer *t)
{
	return t->home.host.n && str_eq_icase(t->target.host, t->home.host) && str_eq(t->target.port, t->home.port) &&
		t->target.is_secure >= t->home.is_secure;
}

/* That of t->access: a login in the URL comes first. */
static bool
has_own_login(const struct transfer *t)
{
	return t->access && t->access->password && hop_is_home(t);
}

bool
hop_told_login(const struct transfer *t)
{
	struct url parts = { 0 };
	long asked = 0;

	if (!has_own_login(t))
		return url_split(t->url, &parts) && parts.user.n;
	(void)curl_easy_getinfo(t->easy, CURLINFO_HTTPAUTH_AVAIL, &asked);
	return t->target.is_secure || (asked & (CURLAUTH_BASIC | CURLAUTH_DIGEST));
}

static void
add_header(struct transfer *t, const char *name, struct str value)
{
	if (value.n)
		t->headers = curl_slist_append(t->headers, arena_printf(&t->arena, "%s: %.*s", name, STR(value)).p);
}

/* Those of the user's, none of which is one of ours (text/asking.h). */
static void
add_headers(struct transfer *t, const struct access_headers *headers)
{
	for (size_t i = 0; i < headers->n; i++)
		t->headers = curl_slist_append(t->headers, headers->v[i]);
}

/* What this hop's host is told; what is for home goes nowhere else. */
static void
set_headers(struct transfer *t)
{
	curl_slist_free_all(t->headers);
	t->headers = NULL;
	if (!t->is_bare) {
		add_header(t, "If-None-Match", t->etag);
		add_header(t, "If-Modified-Since", t->last_modified);
	}
	add_header(t, "Accept", accepts[t->wants]);
	add_header(t, "Accept-Encoding", t->is_plain ? STR_NONE : str_lit(UNPACK_CODINGS)); /* curl leaves the body alone: it has to be asked for that */
	if (t->access)
		add_headers(t, &t->access->headers);
	if (t->access && hop_is_home(t))
		add_headers(t, &t->access->own_headers);
	curl_easy_setopt(t->easy, CURLOPT_HTTPHEADER, t->headers);
}

/* The login, by a digest of the password where it would be read on the way. */
static void
set_login(struct transfer *t)
{
	bool has_login = has_own_login(t);

	curl_easy_setopt(t->easy, CURLOPT_USERNAME, has_login ? t->access->user : NULL);
	curl_easy_setopt(t->easy, CURLOPT_PASSWORD, has_login ? t->access->password : NULL);
	curl_easy_setopt(t->easy, CURLOPT_HTTPAUTH, has_login && !t->target.is_secure ?
		(unsigned long)(CURLAUTH_BASIC | CURLAUTH_DIGEST) : (unsigned long)CURLAUTH_BASIC);
}

/* The platform's cookie to the own host, the user's to home. */
static void
set_cookie(struct transfer *t)
{
	bool is_own = t->cookie.n && str_eq_icase(t->target.host, t->own.host);
	struct str own = is_own ? t->cookie : STR_NONE, home = t->access && hop_is_home(t) ? t->access->cookie : STR_NONE;
	struct str both = arena_printf(&t->arena, "%.*s%s%.*s", STR(own), own.n && home.n ? "; " : "", STR(home));

	curl_easy_setopt(t->easy, CURLOPT_COOKIE, both.n ? both.p : NULL);
}

/* The way that the user named for the target, if he did. */
static void
set_route(struct transfer *t)
{
	const struct route *route = route_find(t->routes, t->n_routes, t->target.host, t->target.port);

	curl_slist_free_all(t->route);
	t->route = route ? curl_slist_append(NULL, route->to) : NULL;
	t->is_routed = t->route;
	curl_easy_setopt(t->easy, CURLOPT_CONNECT_TO, t->route);
}

static void
set_url(struct transfer *t)
{
	struct buf wire = { 0 };

	url_wire(&wire, t->url);
	curl_easy_setopt(t->easy, CURLOPT_URL, buf_cstr(&wire));
	buf_free(&wire);
}

void
hop_set(struct transfer *t)
{
	set_route(t);
	t->proxy = t->is_routed ? "" : proxy_of(t->access, t->target.host, t->target.is_secure);
	t->has_proxy = *t->proxy;
	curl_easy_setopt(t->easy, CURLOPT_PROXY, t->proxy);
	curl_easy_setopt(t->easy, CURLOPT_NOPROXY, "");
	set_headers(t);
	curl_easy_setopt(t->easy, CURLOPT_HTTP_VERSION, (long)(t->is_old ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_NONE));
	set_login(t);
	set_cookie(t);
	set_url(t);
}

void
hop_trust(CURL *easy, const char *file)
{
	curl_easy_setopt(easy, CURLOPT_CAINFO, file);
	curl_easy_setopt(easy, CURLOPT_PROXY_CAINFO, file);
}

void
hop_trust_environment(CURL *easy)
{
	const char *bundle = getenv("CURL_CA_BUNDLE"), *file = getenv("SSL_CERT_FILE"), *folder = getenv("SSL_CERT_DIR");

	if (!bundle || !*bundle)
		bundle = file;
	else
		folder = NULL;
	if (bundle && *bundle)
		hop_trust(easy, bundle);
	if (folder && *folder) {
		curl_easy_setopt(easy, CURLOPT_CAPATH, folder);
		curl_easy_setopt(easy, CURLOPT_PROXY_CAPATH, folder);
	}
}
