#include "net/outage.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/buf.h"
#include "net/proxy.h"
#include "text/feed_why.h"
#include "text/url.h"

enum {
	OUTAGE_LOOK = 6,        /* so many in a row, and name servers are asked; each time it has doubled */
	OUTAGE_MANY = 96,       /* so many in a row are proof where nobody can be asked: more than are under way at once */
	OUTAGE_PATIENCE_MS = 20 * 1000, /* a radio needs five to fifteen seconds */
	OUTAGE_AGAIN_MS = 1000,
	OUTAGE_NAMES_S = 2,
	OUTAGE_PACKET = 512,    /* RFC 1035 4.2.1 */
	OUTAGE_NAME = 256,
};

/* ---- the questions */

/* Whether the system knows a way to an address. A datagram socket that is connected sends nothing. */
static bool
leads_to(const struct sockaddr *address, socklen_t n)
{
	int fd = socket(address->sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	bool is_there = fd >= 0 && !connect(fd, address, n);

	if (fd >= 0)
		(void)close(fd);
	return is_there;
}

/* To a root name server: an address that is there for ever, of either kind. */
static bool
has_route(void)
{
	struct sockaddr_in in4 = { .sin_family = AF_INET, .sin_port = htons(53) };
	struct sockaddr_in6 in6 = { .sin6_family = AF_INET6, .sin6_port = htons(53) };

	(void)inet_pton(AF_INET, "198.41.0.4", &in4.sin_addr);
	(void)inet_pton(AF_INET6, "2001:503:ba3e::2:30", &in6.sin6_addr);
	return leads_to((const struct sockaddr *)&in4, sizeof in4) || leads_to((const struct sockaddr *)&in6, sizeof in6);
}

/* What name servers say: that there is such a record, that there is none, or that they cannot find out, which is as if there were no server. */
enum said { SAID_YES, SAID_NO, SAID_NOTHING };

static enum said
ask_names(const char *name, int type)
{
	unsigned char answer[OUTAGE_PACKET];
	struct __res_state state;
	enum said said = SAID_YES;

	memset(&state, 0, sizeof state);
	if (res_ninit(&state) < 0)
		return SAID_NO;
	state.retrans = OUTAGE_NAMES_S;
	state.retry = 1;
	if (res_nquery(&state, name, ns_c_in, type, answer, sizeof answer) < 0)
		said = state.res_h_errno == TRY_AGAIN ? SAID_NOTHING : SAID_NO;
	res_nclose(&state);
	return said;
}

/* Whoever says that he cannot find out who the root servers are knows nobody outside. */
static bool
has_names(void)
{
	return ask_names(".", ns_t_ns) != SAID_NOTHING;
}

/* Those that are there for a login, or for the names of an office, do not know the root servers. */
static bool
is_unknown(struct str host)
{
	char name[OUTAGE_NAME];

	(void)snprintf(name, sizeof name, "%.*s", STR(host));
	return ask_names(name, ns_t_a) != SAID_NOTHING && ask_names(".", ns_t_ns) == SAID_YES;
}

static bool
can_leave(const struct outage *o)
{
	return o->has_route ? o->has_route() : has_route();
}

static bool
can_name(const struct outage *o)
{
	return o->has_names ? o->has_names() : has_names();
}

/* ---- judging */

bool
outage_concerns(const struct transfer *t)
{
	return !t->is_internal && !t->is_routed && !url_is_internal_host(t->target.host);
}

/* What a proxy says that cannot reach the host. */
static bool
is_gateways(const struct transfer *t)
{
	return t->has_proxy && t->answer.status >= 502 && t->answer.status <= 504;
}

/* Whether nobody answered, where it may be the network's fault. */
static bool
is_failure(const struct transfer *t)
{
	return is_gateways(t) || (t->answer.class == FETCH_NETWORK && !t->answer.is_unsafe) || t->breach == TRANSFER_SLOW;
}

static void
tell_gone(struct transfer *t)
{
	t->answer.class = FETCH_NETWORK;
	t->answer.is_offline = true;
	t->answer.status = 0;
	t->answer.held_until = CLOCK_NONE;
	t->answer.why = str_lit("no-network");
	err_set(&t->answer.err, ERR_NETWORK, "%s", feed_why_plain("no-network"));
}

static void
tell_proxy(const struct outage *o, struct transfer *t)
{
	struct buf words = { 0 };

	t->answer.class = FETCH_NETWORK;
	t->answer.is_proxy_down = true;
	t->answer.why = arena_dup(&t->arena, str_of(o->proxy_why));
	feed_why_text(&words, t->answer.why);
	err_set(&t->answer.err, ERR_NETWORK, "%s", buf_cstr(&words));
	buf_free(&words);
}

/* is_nobodys: no host is to be blamed. */
static void
release(struct outage *o, bool is_nobodys, struct queue *done)
{
	for (struct transfer *t = o->doubted.first; t && is_nobodys; t = t->next) {
		if (t->has_proxy && str_has_head(t->answer.why, str_lit("proxy-refuses")))
			t->answer.is_proxy_down = true;
		else
			tell_gone(t);
	}
	queue_move(&o->doubted, done);
	o->looked = 0;
}

/* A proxy may be the only way out, and it knows the names: then only many failures say something. */
static bool
is_gone(struct outage *o, const struct transfer *t, bool is_last)
{
	size_t n = o->doubted.n;

	if (t->has_proxy)
		return n >= OUTAGE_MANY;
	if ((!o->has_answer || n >= OUTAGE_LOOK || is_last) && !can_leave(o))
		return true;
	if (n < (o->looked ? o->looked * 2 : OUTAGE_LOOK) && !(is_last && (n > 1 || !o->has_answer)))
		return false;
	o->looked = n;
	return !can_name(o);
}

/*
 * Whether it is nobody's fault that none of the hosts that were asked, which were several, has answered: all were asked by
 * proxies that brought nothing, or name servers say of all that there is no such host, and do not know better.
 */
static bool
is_nobodys(const struct outage *o)
{
	const struct transfer *first = o->doubted.first, *unknown = NULL;
	bool are_several = false;

	for (const struct transfer *t = first; t; t = t->next) {
		if (!t->has_proxy && !str_has_head(t->answer.why, str_lit("no-host")))
			return false;
		if (!t->has_proxy)
			unknown = t;
		are_several |= !str_eq_icase(t->target.host, first->target.host);
	}
	if (!are_several || o->has_answer)
		return false;
	return !unknown || !(o->is_unknown ? o->is_unknown : is_unknown)(unknown->target.host);
}

static void
take_proxy(struct outage *o, const struct transfer *t)
{
	if (!o->proxy || strcmp(o->proxy, t->proxy))
		o->proxy_failures = 0;
	o->proxy = t->proxy;
	o->proxy_failures++;
	(void)snprintf(o->proxy_why, sizeof o->proxy_why, "%.*s", STR(t->answer.why));
}

void
outage_take(struct outage *o, struct transfer *t, struct queue *done)
{
	if (t->answer.is_proxy_down)
		take_proxy(o, t);
	else if (t->has_proxy)
		o->proxy_failures = 0;
	if (t->answer.is_proxy_down || !outage_concerns(t)) {
		queue_add(done, t);
		return;
	}
	if (!is_failure(t)) {
		o->has_answer = true;
		release(o, o->is_certain, done);
		queue_add(done, t);
		return;
	}
	queue_add(&o->doubted, t);
	o->is_certain = o->is_certain || is_gone(o, t, false);
	if (o->is_certain)
		release(o, true, done);
}

void
outage_join(struct outage *o, struct transfer *t, struct queue *done)
{
	queue_add(outage_concerns(t) ? &o->doubted : done, t);
}

void
outage_settle(struct outage *o, struct queue *done)
{
	if (o->doubted.first && !o->is_certain)
		o->is_certain = is_gone(o, o->doubted.first, true);
	release(o, o->is_certain || is_nobodys(o), done);
}

/* ---- the end */

static bool
is_proxy_gone(const struct outage *o)
{
	return o->proxy_failures >= OUTAGE_MANY;
}

static bool
goes_by(const struct transfer *t, const char *proxy)
{
	return !t->is_routed && !strcmp(proxy_of(t->access, t->target.host, t->target.is_secure), proxy);
}

bool
outage_has_end(const struct outage *o)
{
	return o->is_certain || is_proxy_gone(o);
}

bool
outage_ends(const struct outage *o, const struct transfer *t)
{
	return (o->is_certain && outage_concerns(t)) || (is_proxy_gone(o) && goes_by(t, o->proxy));
}

void
outage_tell(const struct outage *o, struct transfer *t)
{
	if (o->is_certain && outage_concerns(t))
		tell_gone(t);
	else
		tell_proxy(o, t);
}

/* ---- after a sleep */

void
outage_wake(struct outage *o, int64_t now_ms)
{
	o->patient_ms = now_ms + OUTAGE_PATIENCE_MS;
	o->next_ms = now_ms;
	o->is_certain = o->has_answer = false;
	o->proxy_failures = 0;
}

bool
outage_may_start(struct outage *o, const struct transfer *t, int64_t now_ms)
{
	if (!o->patient_ms || !outage_concerns(t))
		return true;
	if (now_ms < o->next_ms)
		return false;
	if (now_ms < o->patient_ms && !(can_leave(o) && can_name(o))) {
		o->next_ms = now_ms + OUTAGE_AGAIN_MS;
		return false;
	}
	o->patient_ms = 0;
	return true;
}
