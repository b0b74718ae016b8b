/*
 * What a fetch found out about a feed, into its row, inside a transaction.
 */
#ifndef STORE_FEEDS_FETCH_H
#define STORE_FEEDS_FETCH_H

#include "store/feeds.h"

int feeds_fetch_store(struct store *s, int64_t id, const struct feeds_fetch *fetch, struct err *err);

/* The feed's own values. */
int feeds_fetch_values(struct store *s, int64_t id, const struct feed *feed, struct err *err);

#endif
