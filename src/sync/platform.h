/*
 * What is known of the platforms people write on: from the address of a post,
 * a home or anything else of a blog to that of its feed. Pure: no network.
 */
#ifndef SYNC_PLATFORM_H
#define SYNC_PLATFORM_H

#include "base/arena.h"
#include "base/buf.h"

enum { PLATFORM_FEEDS = 4 };

struct platform {
	const char *name;                /* "velog"; NULL where no rule fits */
	struct str feeds[PLATFORM_FEEDS]; /* to be tried in this order */
	size_t n_feeds;
	struct str more[PLATFORM_FEEDS]; /* other feeds of the same thing, for who wants all */
	size_t n_more;
	struct str page;                 /* a page to look for a code in; empty where none is needed */
	const char *const *marks;        /* what stands before the code there, the surest first, up to NULL; not NULL with a page */
	const char *code_start;          /* what the code begins with */
	bool is_empty_nobody; /* a feed without title and posts: there is no such blog */
	bool is_empty_off;    /* a feed without posts: its owner has switched it off */
	bool is_same;         /* the address is another form of the feed's own */
	const char *why;                 /* N_(): this platform has no feeds; the words for it */
};

/* What the rule for an absolute address says; everything is in a. */
void platform_find(struct arena *a, struct str url, struct platform *ret);

/* Fills ret->feeds for the code that was found in its page. */
void platform_use_code(struct arena *a, struct str url, struct str code, struct platform *ret);

/* The cookie this site wants to see before it answers, or "". */
const char *platform_cookie(struct str url);

/* Whether a feed at this address with this title and so many posts is what its platform says of a blog that there is not. */
bool platform_is_nobody(struct str url, struct str title, size_t n_posts);

/* Appends one address for all forms of a feed's address that lead to the same feed: by its platform, else url_canonical(). */
void platform_identity(struct buf *out, struct str url);

#endif
