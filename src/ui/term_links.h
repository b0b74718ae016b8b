/*
 * Hyperlinks of the terminal (OSC 8).
 */
#ifndef UI_TERM_LINKS_H
#define UI_TERM_LINKS_H

#include "base/buf.h"

/*
 * Appends what makes a link of all that is written next, up to term_links_end(). False, and nothing is appended, for
 * an address that is not to be one.
 */
bool term_links_begin(struct buf *out, struct str url);
void term_links_end(struct buf *out);

#endif
