/*
 * One look at one address for who searches: fetched, read by a worker, and
 * known as a feed or a page. No address is asked twice.
 */
#ifndef SYNC_VISIT_H
#define SYNC_VISIT_H

#include "net/fetch.h"
#include "sync/sync_pool.h"

struct visit_desk; /* what all visits of a search share */

enum visit_got { VISIT_FEED, VISIT_PAGE, VISIT_NEITHER, VISIT_FAILED };

struct visit {
	enum visit_got got;
	bool is_unreachable;   /* VISIT_FAILED: no other address of this host need be asked, either */
	bool is_missing;       /* VISIT_FAILED: the host is there, but shows us nothing at this address */
	bool is_gone;          /* is_missing, for there is no such address */
	bool is_unsafe;        /* VISIT_FAILED: the host is there, but cannot be trusted */
	bool is_refused;       /* VISIT_FAILED: it leads to where we do not go */
	struct str url;        /* where it ended */
	struct str moved_to;   /* the same after permanent redirects only, else empty */
	struct sync_job *job;  /* VISIT_FEED, VISIT_PAGE: what the worker read; links of the Link header are among its links */
	struct err err;        /* else */
};

struct visit_opts {
	const struct fetch_opts *fetch;
	const char *at_login; /* appended to what is said of an address that asks for a login; NULL: nothing */
	void (*idle)(void *idler, bool is_long); /* called while an answer is waited for; may be NULL */
	void *idler;
};

int visit_open(struct visit_desk **ret, const struct visit_opts *opts, struct err *err);

/* Begins a search: counts anew what may be asked. */
void visit_begin(struct visit_desk *desk);

/* Asks url; marks and code_start as in struct client_job, may be NULL. A second time it fails at once as it did first, and so it does past LIMIT_DISCOVER. Free with visit_free(). */
void visit_url(struct visit_desk *desk, struct str url, const char *const *marks, const char *code_start, struct visit *ret);
void visit_free(struct visit *visit);

/* An address that will be asked soon: it is fetched meanwhile. visit_done() when it was, or will not be. */
void visit_ahead(struct visit_desk *desk, struct str url);
void visit_done(struct visit_desk *desk, struct str url);

void visit_close(struct visit_desk *desk);

#endif
