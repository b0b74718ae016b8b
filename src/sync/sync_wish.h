/*
 * What the user wishes for a feed beside what it gives: by its line in the
 * feeds file, else for all by the config file.
 */
#ifndef SYNC_SYNC_WISH_H
#define SYNC_SYNC_WISH_H

#include "store/subs.h"

enum sync_wish_full { SYNC_FULL_AUTO, SYNC_FULL_ALWAYS, SYNC_FULL_NEVER }; /* the words of fulltext=, in their order */

struct sync_wish {
	enum sync_wish_full full;
	int64_t unread; /* of a first fetch, as store/met.h has it; the line of a feed is read there */
};

/* feed may be NULL: it has no line. */
struct sync_wish sync_wish_of(const struct subs_feed *feed, const struct sync_wish *all);

#endif
