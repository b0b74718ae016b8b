/*
 * What the feeds file holds already, under any form of its address: each
 * address is taken to pieces once, when somebody first asks.
 */
#ifndef SYNC_SUBSCRIBED_H
#define SYNC_SUBSCRIBED_H

#include "base/map.h"
#include "store/subs.h"

/* Zero-initialise but for subs. */
struct subscribed {
	const struct subs *subs;
	struct arena arena;
	struct map feeds; /* by platform_identity() -> struct subscribed_line */
	bool is_filled;
};

/* Notes one more. */
void subscribed_add(struct subscribed *s, struct str url);

/* The address under which the feed of url is subscribed already, leaving the line of the address but (may be empty) aside; empty when it is not. It lasts as long as s. */
struct str subscribed_find(struct subscribed *s, struct str url, struct str but);

void subscribed_free(struct subscribed *s);

#endif
