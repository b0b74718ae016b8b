/*
 * HTTP(S) by curl multi: add requests, pull finished answers. Holds the limits
 * of base/limits.h: unpacked bytes, redirects, time, connections a host and a platform; http
 * and https only; no internal address from a public feed.
 */
#ifndef NET_FETCH_H
#define NET_FETCH_H

#include <poll.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/err.h"
#include "net/access.h"
#include "text/unpack.h"

struct fetch;

enum fetch_wants { FETCH_FEED, FETCH_PAGE, FETCH_IMAGE };

struct fetch_request {
	struct str url;                 /* copied */
	struct str etag, last_modified; /* validators, may be empty; copied */
	struct str cookie;              /* for the URL's own host, may be empty; copied */
	size_t max_bytes;
	enum fetch_wants wants;
	bool takes_packed;              /* its caller unpacks the body */
	const struct access *access;    /* NULL: that of the fetch */
	void *user;                     /* handed back with the answer */
};

enum fetch_class { FETCH_OK, FETCH_NETWORK, FETCH_HTTP, FETCH_REFUSED, FETCH_LIMIT,
	FETCH_HELD, /* it was not asked: fetch_hold() */
};

struct fetch_answer {
	void *user;
	enum fetch_class class;
	bool is_offline;          /* FETCH_NETWORK: nobody can be reached; it is not the host's fault, and may never have been asked */
	bool is_proxy_down;       /* FETCH_NETWORK: the proxy cannot be used; the host may never have been asked */
	bool is_unasked;          /* FETCH_NETWORK: others were not answered by its host, so it was not asked */
	bool is_unsafe;           /* FETCH_NETWORK: somebody is there, but no connection to them can be trusted */
	int status;               /* HTTP, 0 without an answer */
	struct str url;           /* after redirects */
	struct str moved_to;      /* where a chain of only permanent redirects (301, 308) ended, else empty */
	struct str led_to;        /* the host that redirects led to, also one that we did not follow to; empty without any */
	struct str content_type, etag, last_modified;
	struct str links;         /* the Link headers, joined by ","; see net/http_link.h */
	struct str body;          /* empty for 304 */
	enum unpack_coding coding; /* that the body is still packed by, where the request takes it so */
	int64_t held_until;       /* by Retry-After, at most a day ahead; CLOCK_NONE */
	int64_t fresh_s;          /* by max-age or Expires, at most a day; 0 */
	bool is_elsewhere;        /* a redirect that is not for good led to it: what it says is not about the feed's own address */
	int64_t wire_bytes;
	struct str why;           /* the code of text/feed_why.h when class is not FETCH_OK */
	struct err err;           /* the same in words */
};

enum { FETCH_NETWORK_LOGIN = 511 }; /* RFC 6585: it is never the host itself that says so */

/* Whether it says nothing of who was to be asked: nobody can be reached, the proxy cannot, it wants a login first, or nobody was asked. */
static inline bool
fetch_is_excused(const struct fetch_answer *answer)
{
	return answer->is_offline || answer->is_proxy_down || answer->is_unasked || answer->status == FETCH_NETWORK_LOGIN;
}

struct fetch_opts {
	int jobs;               /* transfers at once; 0: default, beside those whose hosts are silent */
	size_t room;            /* bytes of bodies that are held at once, about; 0: no limit (net/room.h) */
	int gap_ms;             /* between the beginnings of two requests to one host or platform (net/pace.h) */
	const char *samples;    /* folder of bundled samples: answers come from its files instead of the network (sosik --demo) */
	const char *const *routes; /* "HOST:PORT:ADDRESS[:PORT]": see net/route.h */
	size_t n_routes;
	const struct access *access; /* for requests without one of their own; NULL: nothing special */
};

int fetch_open(struct fetch **ret, const struct fetch_opts *opts, struct err *err);
void fetch_add(struct fetch *f, const struct fetch_request *request);

/* Waits at most timeout_ms for a finished transfer: 1 with *ret (its slices are valid until the next call), 0 when there is none yet or none left. It may come back before the time is over; a signal ends the wait. */
int fetch_next(struct fetch *f, int timeout_ms, struct fetch_answer *ret);

/* Nobody is asked any more at this host or platform (text/url_platform.h): what waits for it comes back as FETCH_HELD, and what is added later. */
void fetch_hold(struct fetch *f, struct str place);

/* The users of requests that were asked a while ago and are not answered, as many as there is room for. */
size_t fetch_slow(const struct fetch *f, void **users, size_t room);

/* From now on what these are polled for ends the wait too. The list is copied; n 0 ends it. */
void fetch_watch(struct fetch *f, const struct pollfd *polled, size_t n);

/* How many bytes of bodies that were handed out are still held, and whether nobody works on any: transfers stand still while there is no room (net/room.h). */
void fetch_behind(struct fetch *f, size_t bytes, bool is_idle);

/* Gives the body of the answer that was handed out last to *body, which is empty; the answer's own slice stays valid as long as that. */
void fetch_take_body(struct fetch *f, struct buf *body);

/* Requests not yet handed back. */
size_t fetch_pending(const struct fetch *f);

void fetch_close(struct fetch *f);

#endif
