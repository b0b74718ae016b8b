/*
 * What sync/discover*.c share: a search on its way, and one step of it. Each
 * step returns 0 when it took a feed, else -1 with *err.
 */
#ifndef SYNC_DISCOVER_IMPL_H
#define SYNC_DISCOVER_IMPL_H

#include "sync/discover.h"
#include "sync/platform.h"
#include "sync/sync_catalog.h"
#include "sync/visit.h"

enum { DISCOVER_DEPTH = 3 }; /* pages that only lead on to others */

struct discover {
	struct discover_opts opts;
	struct visit_desk *desk;
	struct arena arena; /* of one search */
	struct found found;
	struct sync_catalog catalog;
	int depth;
	bool is_over;          /* asking on is of no use: err has been set */
	bool is_inner;         /* looking into a part of a page: the whole of it will look at the usual places */
	bool is_unsafe;        /* a host that was asked cannot be trusted */
	bool is_instead;       /* found where feeds usually are, for an address that there is not: err says so */
	bool is_refused;       /* the address itself leads to where we do not go */
};

/* url was asked for and is a feed: it is taken, unless that says that there is no such blog. */
int discover_try_take(struct discover *d, struct str url, const struct visit *visit, struct err *err);

/* Asks url, which has to be a feed of posts. */
int discover_try_feed(struct discover *d, struct str url, struct err *err);

/* The feeds of the platform's rule for url; those of the catalogue for a home. */
int discover_try_platform(struct discover *d, struct str url, const struct platform *platform, struct err *err);
int discover_try_catalog(struct discover *d, struct str url, struct err *err);

/* What to look for in any page (see struct client_job): links as news sites have them; and their feeds, where page has such. */
const char *const *discover_try_marks(void);
int discover_try_news(struct discover *d, const struct visit *page, struct err *err);

/* The feeds that a page names in this way; those of a part, where there is none of the whole. */
int discover_try_named(struct discover *d, const struct visit *page, enum record_link kind, struct err *err);
int discover_try_parts(struct discover *d, const struct visit *page, struct err *err);

/* Where feeds usually are. */
int discover_try_usual(struct discover *d, struct str page, struct str generator, struct err *err);

#endif
