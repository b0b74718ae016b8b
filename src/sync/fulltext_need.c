#include "sync/fulltext_need.h"

enum {
	KNOWN = 3,         /* pages that tell of a feed */
	POSTS = 5,         /* posts that tell of one */
	LONG_IN = 5,       /* one in so many posts may be longer than the others */
	NO_MORE_IN = 4,    /* where fewer than one in so many pages gave more, none is asked for */
	MORE_IN = 2,       /* where one in so many did, all are */
};

bool
fulltext_need(const struct full_feed *feed, int64_t letters, enum teaser_end end)
{
	bool is_known = feed->pages >= KNOWN;

	if (letters >= FULL_LOOK_LONG || (is_known && feed->gains * NO_MORE_IN < feed->pages))
		return false;
	if (!letters || end != TEASER_WHOLE)
		return true;
	if (is_known)
		return feed->gains * MORE_IN >= feed->pages;
	return letters < FULL_LOOK_SHORT && feed->newest >= POSTS && feed->longs * LONG_IN <= feed->newest;
}
