/*
 * HTML that was escaped once too often before it came into the feed.
 */
#ifndef FEED_TWICE_H
#define FEED_TWICE_H

#include "base/buf.h"

/* Appends html decoded once and returns true where it is nothing but escaped elements: it has no tag of its own, begins and ends with an escaped one. False, with nothing done, for anything else. */
bool twice_mend(struct buf *out, struct str html);

#endif
