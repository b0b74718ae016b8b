/*
 * A feed that gets an address at which another one was subscribed before, or
 * that is another one at a new address, becomes both of them: no post stands
 * twice, and what was done to any of them counts.
 */
#ifndef STORE_ADOPT_H
#define STORE_ADOPT_H

#include "base/buf.h"
#include "store/store.h"

struct adopt {
	int64_t feed;
	struct str uid;
	struct str url; /* where the others were subscribed: its new address, if it moves */
	struct str at;  /* where its line was changed by hand from that of the feed ended, which the action seq did: its own address */
	int64_t ended, seq;
};

/*
 * Appends to elements ({"do":"adopt",…},…) what of the unsubscribed feeds of that address goes over, and to parts what was done
 * to those of their posts that the feed has already; parts are on the cache then, elements are not.
 */
int adopt_make(struct store *s, const struct adopt *adopt, struct buf *elements, struct buf *parts, struct err *err);

#endif
