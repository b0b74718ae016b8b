/*
 * Posts stored before the canonical form of links was what it is now: their
 * links and, where a link is all that names a post, their identities.
 */
#ifndef STORE_RELINK_H
#define STORE_RELINK_H

#include "store/store.h"

/* All posts of a feed, once for each IDENTITY_FORM. Within a transaction, before its posts are looked for. */
int relink_feed(struct store *s, int64_t feed, struct err *err);

/* One post, also of a feed that is fetched no more. Within a transaction. */
int relink_post(struct store *s, int64_t id, struct err *err);

#endif
