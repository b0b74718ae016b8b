/*
 * Text that went through the wrong charset before it came into the feed.
 */
#ifndef FEED_MOJIBAKE_H
#define FEED_MOJIBAKE_H

#include "base/buf.h"

/*
 * Appends s mended and returns true, or returns false and appends nothing
 * when there is nothing to mend. What gives it away are the characters U+0080
 * to U+009F, which no text holds, and text that is all UTF-8 when it is written
 * in windows-1252: UTF-8 that was taken for that or for ISO 8859-1 is turned
 * back, other characters U+0080 to U+009F are what windows-1252 has at their place.
 */
bool mojibake_mend(struct buf *out, struct str s);

#endif
