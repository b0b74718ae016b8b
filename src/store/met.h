/*
 * Feeds that are met for the first time: of what their first fetch brings only
 * the newest posts need be unread.
 *
 * The rest is read in the cache at once, in the transaction that brings it; the
 * journal learns it a little later, for many feeds by one line ("met", see
 * store/line.h). A cache that is made again finds there which feeds were met
 * before: their first fetch is none.
 */
#ifndef STORE_MET_H
#define STORE_MET_H

#include "store/store.h"

enum { MET_ALL, MET_NONE }; /* unread: all stay so, or MET_NONE + so many of the newest */

/*
 * Inside the transaction of a feed's fetch, before that is noted: marks posts as read where it is the first one and nothing is
 * known of its posts from the journal. unread= of its line comes before unread.
 */
int met_first(struct store *s, int64_t feed, int64_t unread, struct err *err);

/* Tells the journal of all feeds that have been met since; nothing where there are none. Each slice of them is an action. */
int met_record(struct store *s, struct err *err);

#endif
