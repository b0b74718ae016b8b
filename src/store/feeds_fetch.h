/*
 * What a fetch found out about a feed, into its row, inside a transaction.
 */
#ifndef STORE_FEEDS_FETCH_H
#define STORE_FEEDS_FETCH_H

#include "store/feeds.h"

/* When it is due next comes from this and from what the row and the posts of the feed say. */
int feeds_fetch_store(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err);

/* A sync ended while it was waited for: it was tried, and nothing is known of it. */
int feeds_fetch_waited(struct store *s, int64_t id, struct err *err);

/* How often it posts, when posts have come: before feeds_fetch_store(). */
int feeds_fetch_rhythm(struct store *s, int64_t id, struct err *err);

/* Appends what the feed calls itself: its title, else its site, by which readers know the blog; nothing where it names neither. */
void feeds_fetch_name(struct buf *out, const struct feed *feed);

/* The feed's own values. */
int feeds_fetch_values(struct store *s, int64_t id, const struct feed *feed, struct err *err);

#endif
