/*
 * What is wrong with a feed, in words.
 */
#ifndef STORE_FEEDS_TROUBLE_H
#define STORE_FEEDS_TROUBLE_H

#include "store/feeds.h"

/* Appends how its last tries went wrong, what to do about it and until when it is left alone, in one line; nothing for a feed without trouble. */
void feeds_trouble(struct buf *out, const struct feeds_row *row);

/* Appends since when one has not come that has been failing for weeks: "; it has not come since …", or nothing. */
void feeds_trouble_since(struct buf *out, const struct feeds_row *row);

/* Appends until when one is left alone: "; it is left alone until …"; nothing for CLOCK_NONE. */
void feeds_trouble_until(struct buf *out, int64_t held_until);

#endif
