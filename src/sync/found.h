/*
 * The feeds that a search has found: none of comments by mistake, none with
 * the posts of another.
 */
#ifndef SYNC_FOUND_H
#define SYNC_FOUND_H

#include "base/vec.h"
#include "sync/sync_pool.h"

struct found_feed {
	struct str url;   /* by which to subscribe: with permanent redirects followed */
	struct str final; /* where it came from, with all redirects followed */
	struct str title;
	size_t n_posts;
	bool is_switched_off; /* a platform where a feed without posts is one that its owner has switched off */
	bool is_part;         /* only of a category, a tag or an author; the blog has no other */
	const struct str *others; /* of the page's main feeds, not taken */
	size_t n_others;
	bool is_plain;        /* fetched by http, since nobody answers there by https */
};

/* Zero-initialise. */
struct found {
	struct arena arena;
	vec(struct found_feed) feeds;
	vec(struct str) posts; /* of the first feed */
};

/* What readers wrote below a post, or all posts, by the feed's address, its title or where its items lead. */
bool found_is_comments(const struct sync_job *job, struct str url);

/* Adds a feed, unless most of its posts are those of the first: then it is the same in another format. */
void found_add(struct found *found, struct str url, struct str final, const struct sync_job *job, bool is_switched_off);

void found_clear(struct found *found);
void found_free(struct found *found);

#endif
