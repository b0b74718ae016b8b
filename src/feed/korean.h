/*
 * Whether a feed is Korean: its dates without a zone are Korean time then.
 */
#ifndef FEED_KOREAN_H
#define FEED_KOREAN_H

#include "base/str.h"

/* What is known of one feed; looked at only when it is asked for. */
struct korean {
	struct str text; /* of the feed, UTF-8 as far as possible */
	struct str url;
	enum { KOREAN_UNKNOWN, KOREAN_NO, KOREAN_YES } found;
};

/* Minutes east of UTC of dates without a zone. language is what the feed says of itself, maybe nothing. */
int korean_zone(struct korean *k, struct str language);

#endif
