/*
 * What is mended in the bytes before any parser sees them: junk before the
 * first "<", control characters, entities XML does not know, and "&" that
 * begins none.
 */
#ifndef FEED_RECOVER_H
#define FEED_RECOVER_H

#include "base/buf.h"
#include "base/mem.h"

/* Appends bytes, valid UTF-8, with that mended; FEED_FIX_ bits of what there was to mend. Text in CDATA sections and comments keeps its "&". behind: what has been read goes, NULL: all stays. */
unsigned recover_filter(struct buf *out, struct str bytes, struct mem_trail *behind);

/* The bytes from the "<" of the first element on: behind comments, instructions and a DOCTYPE. */
struct str recover_root(struct str bytes);

#endif
