/*
 * One request on its way: its curl handle, its limits, its redirects. Used by
 * net/fetch.c only.
 */
#ifndef NET_TRANSFER_H
#define NET_TRANSFER_H

#include <curl/curl.h>

#include "net/access.h"
#include "net/fetch.h"
#include "net/http.h"
#include "net/room.h"
#include "net/route.h"
#include "net/sample.h"

/* Why a transfer was ended by us. */
enum transfer_breach {
	TRANSFER_WHOLE,
	TRANSFER_BODY,       /* more bytes than allowed */
	TRANSFER_HEADERS,    /* more header bytes than allowed */
	TRANSFER_CODINGS,    /* packed twice */
	TRANSFER_CODING,     /* packed by what we did not ask for */
	TRANSFER_SLOW,       /* too long for what came */
	TRANSFER_INTERNAL,   /* an internal address from a public feed */
	TRANSFER_OWN_HOST,   /* an internal feed led off its host and port */
	TRANSFER_DOWNGRADE,  /* from https to http */
	TRANSFER_SCHEME,     /* to something else than http(s) */
	TRANSFER_REDIRECTS,  /* too many */
	TRANSFER_LOST,       /* a redirect without a target */
	TRANSFER_NOT_NEEDED, /* the body of an error: no need to read on */
};

/* Where a URL leads to. */
struct transfer_target {
	struct str host, port; /* port "80" or "443" where the URL has none */
	struct str platform;   /* of the host, see text/url_platform.h */
	bool is_secure;
};

struct transfer {
	struct transfer *next; /* in a list of net/fetch.c */
	CURL *easy;            /* while it runs */
	struct arena arena;    /* of what came in; empty until it runs */
	/* the request: strings are of the arena that was given to transfer_init() */
	void *user;
	size_t max_bytes;
	enum fetch_wants wants;
	bool takes_packed;
	struct str own_url, etag, last_modified, cookie;
	const struct route *routes; /* of the fetch */
	size_t n_routes;
	const struct access *access; /* or NULL */
	struct transfer_target own, home; /* home: where the login and the like of access go; no host: nowhere */
	bool is_internal;      /* the feed's own host is an internal one */
	const char *proxy;     /* of this hop; "": none */
	bool has_proxy;        /* on this hop: addresses are the proxy's, not the host's */
	int socket;            /* the last that was opened for it; may be closed by now, -1: none */
	bool is_linked;        /* it led somewhere: to the proxy where there is one */
	bool is_routed;        /* on this hop: the user named the address */
	/* on its way */
	struct str url;
	struct str led; /* where the last redirect led, followed or not */
	struct transfer_target target;
	int redirects;
	bool is_temporary;     /* one of the redirects was */
	bool is_plain;         /* it is asked to send the body as it is, and that is taken as it comes */
	bool is_old;           /* it is asked by HTTP/1.1, since its HTTP/2 came to nothing */
	bool is_bare;          /* it is asked without validators, since it did not take them */
	int64_t started_ms, paused_ms; /* paused_ms: since when it stands still for want of room, 0: it does not */
	struct room *room;
	struct room_share share;
	struct curl_slist *headers, *route; /* route: of this hop */
	struct http http;
	size_t header_bytes;
	int64_t answered_ms;   /* how long it took until its first byte came, clock_mono_ms(); 0: none has */
	int64_t wire_bytes;
	struct buf body;
	enum transfer_breach breach;
	struct fetch_answer answer;
};

/* Takes a request over; its strings are copied into a. False when the URL is none that may be fetched: answer has the error. */
bool transfer_init(struct transfer *t, struct arena *a, const struct fetch_request *request);

/* A new handle for any number of transfers, one after another; NULL when there is none. Free with curl_easy_cleanup(). */
CURL *transfer_handle(void);

/* Begins it on this handle, with all options set. */
void transfer_start(struct transfer *t, CURL *easy);

/* Answers it from a sample's file instead. */
void transfer_sample(struct transfer *t, struct sample *samples);

/* Goes on with one that stood still, whose share has grown. */
void transfer_resume(struct transfer *t);

/* Called when curl is through with it. True when it is to go on (a redirect was followed); else t->answer is complete. */
bool transfer_finish(struct transfer *t, CURLcode code);

/* The answer as it is handed out: with its body unpacked, unless it is wanted as it came. */
const struct fetch_answer *transfer_hand_out(struct transfer *t);

/* Makes one that was begun ready for the beginning; nothing of it is with curl any more. */
void transfer_again(struct transfer *t);

/* Frees what it holds, but for the handle. */
void transfer_free(struct transfer *t);

#endif
