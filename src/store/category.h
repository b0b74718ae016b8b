/*
 * Categories: the tags that the feed gives its posts. Read-only, called "c:…"
 * beside the user's tags (text/tag.h), and never in the journal: the feed gives
 * them again. One that is given to a post stays until its feed gives others.
 */
#ifndef STORE_CATEGORY_H
#define STORE_CATEGORY_H

#include "base/vec.h"
#include "feed/feed.h"
#include "store/store.h"

/* A post has a category, at its place in the feed's order. */
struct category_given {
	int64_t post, category, place;
};

/* What waits to be written in one transaction. Zero-initialise; free with category_names_free(). */
struct category_names {
	vec(struct category_given) given;
};

void category_names_free(struct category_names *names);

/* Of all that category_set() would write for a post; 0 when it has none. */
int64_t category_hash(const struct post *post);

/* Those of the post into the cache, in the place of what it had. */
int category_set(struct store *s, struct category_names *names, int64_t post_id, const struct post *post, struct err *err);

/* The same for a post that is new, and whose row has category_hash() already. */
int category_add(struct store *s, struct category_names *names, int64_t post_id, const struct post *post, struct err *err);

/* Writes what waits: none of what was given is sure to be in the cache before. */
int category_settle(struct store *s, struct category_names *names, struct err *err);

/* The rows of names that were met stay in memory until the store is closed, or a transaction is taken back, which may have made some. */
void category_forget(struct store *s);

/* What the feed calls them, in its order, without "c:". */
int category_list(struct store *s, struct arena *a, int64_t post_id, struct str **ret, size_t *n, struct err *err);

/* All that a shown post has, most used first. */
struct category_row {
	struct str name; /* with "c:" */
	int64_t total, unread;
};
int category_rows(struct store *s, struct arena *a, struct category_row **ret, size_t *n, struct err *err);

#endif
