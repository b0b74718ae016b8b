#include "net/follow.h"

#include "base/limits.h"
#include "net/hop.h"
#include "text/url.h"

static bool
is_redirect(int status)
{
	return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/* The target of a redirect with the login of the feed's own URL, where it stays at that place. */
static struct str
with_login(struct transfer *t, struct str url, const struct transfer_target *target)
{
	struct url own = { 0 }, parts = { 0 };
	size_t at;

	url_split(t->own_url, &own);
	url_split(url, &parts);
	if (!own.user.n || parts.user.n || !hop_is_own(t, target) || target->is_secure != t->own.is_secure)
		return url;
	at = parts.scheme.n + strlen("://");
	return arena_printf(&t->arena, "%.*s%.*s@%.*s", STR(str_sub(url, 0, at)), STR(own.user), STR(str_sub(url, at, url.n)));
}

/* Where an answer leads on to; breach says why not. */
static enum transfer_breach
check_target(const struct transfer *t, struct str url, const struct transfer_target *target)
{
	if (t->redirects == LIMIT_REDIRECTS)
		return TRANSFER_REDIRECTS;
	if (!t->http.location.n || !url.n || url.n > LIMIT_URL)
		return TRANSFER_LOST;
	if (!url_is_web(url))
		return TRANSFER_SCHEME;
	if (t->target.is_secure && !target->is_secure)
		return TRANSFER_DOWNGRADE;
	if (t->is_internal && !hop_is_own(t, target))
		return TRANSFER_OWN_HOST;
	if (!t->is_internal && url_is_internal_host(target->host) &&
		!route_find(t->routes, t->n_routes, target->host, target->port))
		return TRANSFER_INTERNAL;
	return TRANSFER_WHOLE;
}

/* Makes ready for the next hop. */
static void
go_on(struct transfer *t)
{
	t->http = (struct http){ 0 };
	t->header_bytes = 0;
	buf_clear(&t->body);
	hop_set(t);
}

/*
 * Whether the same is to be asked once more in another way: of a server that names a coding that is none of ours, that cannot
 * take our validators, or whose HTTP/2 is broken or just going away.
 */
static bool
ask_otherwise(struct transfer *t, CURLcode code)
{
	bool is_refused = code == CURLE_OK && (t->http.status == 412 || t->http.status == 400);

	if ((code == CURLE_HTTP2 || code == CURLE_HTTP2_STREAM) && t->breach == TRANSFER_WHOLE && !t->is_old)
		t->is_old = true;
	else if (t->breach == TRANSFER_CODING && !t->is_plain)
		t->is_plain = true;
	else if (is_refused && (t->etag.n || t->last_modified.n) && !t->is_bare)
		t->is_bare = true;
	else
		return false;
	t->breach = TRANSFER_WHOLE;
	go_on(t);
	return true;
}

/* Takes the next hop; false when it is none that we take. */
static bool
take_redirect(struct transfer *t)
{
	struct transfer_target target;
	struct buf resolved = { .max = LIMIT_URL * 4 };
	struct str url;

	url_resolve(&resolved, t->url, t->http.location);
	url = arena_dup(&t->arena, buf_str(&resolved));
	buf_free(&resolved);
	target = hop_target(url);
	t->answer.led_to = target.host;
	t->breach = check_target(t, url, &target);
	t->led = url;
	if (t->breach != TRANSFER_WHOLE)
		return false;
	t->is_temporary |= t->http.status != 301 && t->http.status != 308;
	t->redirects++;
	t->url = with_login(t, url, &target);
	t->target = hop_target(t->url);
	go_on(t);
	return true;
}

bool
follow(struct transfer *t, CURLcode code)
{
	bool is_answered = code == CURLE_OK || t->breach == TRANSFER_NOT_NEEDED;

	return (is_answered && is_redirect(t->http.status) && take_redirect(t)) || ask_otherwise(t, code);
}
