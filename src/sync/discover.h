/*
 * From what people have, the address of a post, a blog or a feed, to the feed:
 * by the rules of its platform, by what its page names, by where feeds usually
 * are. Asks one address after another, and no more than LIMIT_DISCOVER of them.
 */
#ifndef SYNC_DISCOVER_H
#define SYNC_DISCOVER_H

#include "net/fetch.h"
#include "sync/found.h"
#include "sync/page_links.h"

struct discover;

struct discover_opts {
	struct fetch_opts fetch;
	bool is_all; /* all main feeds of a page, not the first */
	/* Which of several feeds of a page are wanted: sets is_taken, one for each, all false before; NULL: the first. */
	void (*choose)(void *user, struct str page, const struct page_links *links, bool *is_taken);
	/* Whether feed is wanted, which is not at the address that was given, as why says; NULL: it is not. */
	bool (*agree)(void *user, struct str given, const char *why, struct str feed);
	void *user;
	const char *at_login; /* what to do about an address that asks for a login, behind that; NULL: nothing is said */
	void (*idle)(void *idler, bool is_long); /* called while an answer is waited for, and is_long before the user is asked; may be NULL */
	void *idler;
};

int discover_open(struct discover **ret, const struct discover_opts *opts, struct err *err);

/* Looks for the feeds behind an absolute http(s) address: *feeds, at least one, valid until the next call. */
int discover_find(struct discover *d, struct str url, const struct found_feed **feeds, size_t *n, struct err *err);

/* An address that will be looked at soon: where it reads as that of a feed, it is fetched meanwhile. discover_done() behind the search, or where there is none. */
void discover_ahead(struct discover *d, struct str url);
void discover_done(struct discover *d, struct str url);

/* Whether the last search failed since the address leads to where we do not go, from https to http for example. */
bool discover_is_refused(const struct discover *d);

/* Whether the last search met a host whose certificate, for example, is not to be trusted. */
bool discover_is_unsafe(const struct discover *d);

void discover_close(struct discover *d);

#endif
