/*
 * Addresses as feeds write them.
 */
#ifndef FEED_HREF_H
#define FEED_HREF_H

#include "base/buf.h"

/*
 * Appends the address that text means, absolute or not, in one line: without a second escaping ("&amp;") and a
 * second scheme ("http://https://"), "www.…" with one; nothing for "undefined".
 */
void href_add(struct buf *out, struct str text);

#endif
