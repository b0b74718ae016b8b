#include "net/transfer.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "net/address.h"
#include "net/follow.h"
#include "net/hop.h"
#include "net/outcome.h"
#include "text/url.h"

/* Past LIMIT_TRANSFER_S only a transfer that has brought this much may go on: on a link that is slow for all, each is. */
enum { TRANSFER_MOVING = LIMIT_TRANSFER_S << 10 };

bool
transfer_init(struct transfer *t, struct arena *a, const struct fetch_request *request)
{
	t->user = t->answer.user = request->user;
	t->max_bytes = request->max_bytes ? request->max_bytes : LIMIT_FEED_BYTES;
	t->wants = request->wants;
	t->takes_packed = request->takes_packed;
	t->own_url = t->url = t->answer.url = arena_dup(a, request->url);
	t->etag = arena_dup(a, request->etag);
	t->last_modified = arena_dup(a, request->last_modified);
	t->cookie = arena_dup(a, request->cookie);
	t->own = t->target = hop_target(t->own_url);
	if (t->access && t->access->home.n)
		t->home = hop_target(arena_dup(a, t->access->home));
	t->is_internal = url_is_internal_host(t->own.host) || (t->access && t->access->is_internal && hop_is_home(t));
	t->answer.held_until = CLOCK_NONE;
	t->socket = -1;
	if (url_is_web(t->own_url) && t->own_url.n <= LIMIT_URL)
		return true;
	t->breach = TRANSFER_SCHEME;
	outcome_tell(t, CURLE_OK);
	return false;
}

static size_t
on_header(char *p, size_t size, size_t n, void *user)
{
	struct transfer *t = user;

	if (!t->answered_ms)
		t->answered_ms = clock_mono_ms() - t->started_ms + 1;
	t->header_bytes += size * n;
	if (t->header_bytes > LIMIT_HEADER_BYTES) {
		t->breach = TRANSFER_HEADERS;
		return 0;
	}
	if (t->body.n)
		return size * n; /* behind a body in chunks: what it is was said before */
	http_line(&t->http, &t->arena, str_new(p, size * n));
	if (t->http.codings > 1) {
		t->breach = TRANSFER_CODINGS;
		return 0;
	}
	return size * n;
}

/* Whether the answer says that it is larger than we take: then nothing of it is read. */
static bool
is_said_to_be_large(const struct transfer *t)
{
	curl_off_t bytes = -1;

	curl_easy_getinfo(t->easy, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &bytes);
	return bytes > (curl_off_t)t->max_bytes;
}

/* The body as it is packed. The page of an error or a redirect is not kept. */
static size_t
on_body(char *p, size_t size, size_t n, void *user)
{
	struct transfer *t = user;

	if (t->http.status < 200 || t->http.status >= 300) {
		t->header_bytes += size * n;
		if (t->header_bytes <= LIMIT_HEADER_BYTES)
			return size * n;
		t->breach = TRANSFER_NOT_NEEDED;
		return 0;
	}
	if (t->http.is_packed_otherwise || (t->http.is_coding_strange && !t->is_plain)) {
		t->breach = TRANSFER_CODING;
		return 0;
	}
	if (!t->body.n && is_said_to_be_large(t)) {
		t->breach = TRANSFER_BODY;
		return 0;
	}
	if (!room_fits(t->room, &t->share, t->body.n + size * n, clock_mono_ms())) {
		t->paused_ms = clock_mono_ms();
		return CURL_WRITEFUNC_PAUSE;
	}
	if (buf_add_bytes(&t->body, p, size * n) == 0)
		return size * n;
	t->breach = TRANSFER_BODY;
	return 0;
}

/* Whether the socket is connected, asked as long as it is not known to be. */
static bool
is_linked(const struct transfer *t)
{
	struct sockaddr_storage peer;
	socklen_t n = sizeof peer;

	return t->is_linked || (t->socket >= 0 && !getpeername(t->socket, (struct sockaddr *)&peer, &n));
}

/* Called by curl at least once a second. */
static int
on_progress(void *user, curl_off_t expected, curl_off_t got, curl_off_t to_send, curl_off_t is_sent)
{
	struct transfer *t = user;
	int64_t passed_ms = clock_mono_ms() - t->started_ms;
	bool is_moving = got >= TRANSFER_MOVING;

	(void)expected;
	(void)to_send;
	(void)is_sent;
	t->is_linked = is_linked(t);
	if (t->paused_ms)
		return 0;
	if (passed_ms <= (is_moving ? LIMIT_TRANSFER_LARGE_S : LIMIT_TRANSFER_S) * 1000)
		return 0;
	t->breach = TRANSFER_SLOW;
	return 1;
}

/* Whether the feed may talk to internal addresses where it now leads to. */
static bool
may_be_internal(const struct transfer *t)
{
	return t->has_proxy || t->is_routed || (t->is_internal && hop_is_own(t, &t->target));
}

/* The address is known only here, after the name was looked up. */
static curl_socket_t
on_socket(void *user, curlsocktype purpose, struct curl_sockaddr *address)
{
	struct transfer *t = user;

	(void)purpose;
	if (!may_be_internal(t) && address_is_internal(&address->addr)) {
		t->breach = TRANSFER_INTERNAL;
		return CURL_SOCKET_BAD;
	}
	t->is_linked = false;
	t->socket = socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
	return t->socket;
}

/* A connection that is used again has not been through on_socket(). */
static int
on_request(void *user, char *address, char *own_address, int port, int own_port)
{
	struct transfer *t = user;

	(void)own_address;
	(void)port;
	(void)own_port;
	t->is_linked = true;
	if (may_be_internal(t) || !address_is_internal_text(address))
		return CURL_PREREQFUNC_OK;
	t->breach = TRANSFER_INTERNAL;
	return CURL_PREREQFUNC_ABORT;
}

static void
set_limits(CURL *easy)
{
	curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 0L);
	curl_easy_setopt(easy, CURLOPT_TIMEOUT, (long)LIMIT_TRANSFER_LARGE_S * 10); /* on_progress() ends it before, but for the time that it stands still */
	curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT, (long)LIMIT_TRANSFER_S);
	curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, (long)LIMIT_SILENCE_BPS);
	curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, (long)LIMIT_SILENCE_S);
	curl_easy_setopt(easy, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); /* a name server that does not answer is not waited for */
	curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L); /* what a proxy says of itself is no answer */
}

static void
set_callbacks(struct transfer *t, CURL *easy)
{
	curl_easy_setopt(easy, CURLOPT_PRIVATE, t);
	curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_header);
	curl_easy_setopt(easy, CURLOPT_HEADERDATA, t);
	curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(easy, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, on_progress);
	curl_easy_setopt(easy, CURLOPT_XFERINFODATA, t);
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_socket);
	curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, t);
	curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, on_request);
	curl_easy_setopt(easy, CURLOPT_PREREQDATA, t);
}

CURL *
transfer_handle(void)
{
	CURL *easy = curl_easy_init();

	if (easy) {
		curl_easy_setopt(easy, CURLOPT_COOKIEFILE, "");
		hop_trust_environment(easy);
	}
	return easy;
}

void
transfer_start(struct transfer *t, CURL *easy)
{
	t->easy = easy;
	t->started_ms = clock_mono_ms();
	room_begin(t->room, &t->share, t->started_ms);
	t->body = BUF_CAPPED(t->max_bytes);
	set_limits(easy);
	set_callbacks(t, easy);
	hop_set(t);
	curl_easy_setopt(easy, CURLOPT_USERAGENT, t->access && t->access->agent ? t->access->agent : AGENT);
	if (t->access && t->access->ca_file)
		hop_trust(easy, t->access->ca_file);
	/* Cookies live as long as this transfer, for logins that redirect. */
	curl_easy_setopt(easy, CURLOPT_COOKIELIST, "ALL");
}

void
transfer_sample(struct transfer *t, struct sample *samples)
{
	struct fetch_answer *answer = &t->answer;

	t->body = BUF_CAPPED(t->max_bytes);
	if (sample_get(samples, t->url, &t->body, &answer->content_type, &answer->err) < 0) {
		answer->class = FETCH_NETWORK;
		answer->why = str_lit("no-sample");
		return;
	}
	answer->status = 200;
	answer->body = buf_str(&t->body);
	answer->wire_bytes = (int64_t)t->body.n;
}

void
transfer_resume(struct transfer *t)
{
	t->started_ms += clock_mono_ms() - t->paused_ms;
	t->paused_ms = 0;
	(void)curl_easy_pause(t->easy, CURLPAUSE_CONT);
}

bool
transfer_finish(struct transfer *t, CURLcode code)
{
	struct fetch_answer *answer = &t->answer;
	curl_off_t got = 0;
	long headers = 0;

	curl_easy_getinfo(t->easy, CURLINFO_SIZE_DOWNLOAD_T, &got);
	curl_easy_getinfo(t->easy, CURLINFO_HEADER_SIZE, &headers);
	t->wire_bytes += got + headers;
	if (follow(t, code))
		return true;
	outcome_tell(t, code);
	answer->wire_bytes = t->wire_bytes;
	answer->url = t->url;
	answer->is_elsewhere = t->is_temporary;
	answer->held_until = http_held_until(&t->http, clock_now());
	answer->fresh_s = http_fresh_s(&t->http, clock_now());
	if (answer->class != FETCH_OK)
		return false;
	if (t->redirects && !t->is_temporary)
		answer->moved_to = t->url;
	answer->content_type = t->http.content_type;
	answer->etag = http_etag(&t->http);
	answer->last_modified = http_last_modified(&t->http, clock_now());
	answer->links = t->http.links;
	answer->body = answer->status == 304 ? STR_NONE : buf_str(&t->body);
	answer->coding = t->http.coding;
	return false;
}

static void
unpack_body(struct transfer *t)
{
	struct fetch_answer *answer = &t->answer;
	enum unpacked rc = unpack(&t->body, answer->coding);

	answer->body = buf_str(&t->body);
	answer->coding = UNPACK_NONE;
	if (!unpack_is_readable(rc))
		outcome_unpacked(t, rc);
}

const struct fetch_answer *
transfer_hand_out(struct transfer *t)
{
	if (!t->takes_packed && t->answer.class == FETCH_OK && t->answer.body.n)
		unpack_body(t);
	return &t->answer;
}

void
transfer_again(struct transfer *t)
{
	transfer_free(t);
	room_end(t->room, &t->share);
	t->paused_ms = 0;
	t->arena = (struct arena){ 0 };
	t->headers = t->route = NULL;
	t->url = t->own_url;
	t->answer = (struct fetch_answer){ .user = t->user, .url = t->own_url, .held_until = CLOCK_NONE };
	t->target = t->own;
	t->redirects = 0;
	t->socket = -1;
	t->is_temporary = t->is_plain = t->is_bare = t->is_old = false;
	t->http = (struct http){ 0 };
	t->header_bytes = 0;
	t->wire_bytes = t->answered_ms = 0;
	t->breach = TRANSFER_WHOLE;
}

void
transfer_free(struct transfer *t)
{
	curl_slist_free_all(t->headers);
	curl_slist_free_all(t->route);
	buf_free(&t->body);
	arena_free(&t->arena);
}
