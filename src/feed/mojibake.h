/*
 * Text that went through the wrong charset before it came into the feed.
 */
#ifndef FEED_MOJIBAKE_H
#define FEED_MOJIBAKE_H

#include "base/buf.h"

/*
 * Appends s mended and returns true, or returns false and appends nothing
 * when there is nothing to mend. What gives it away are the characters U+0080
 * to U+009F, which no text holds: UTF-8 that was taken for ISO 8859-1 is
 * turned back, any others are what windows-1252 has at their place.
 */
bool mojibake_mend(struct buf *out, struct str s);

#endif
