/*
 * JSON that no parser takes: control characters in strings, commas too many,
 * escapes that are none, an end that is missing.
 */
#ifndef FEED_JSONMEND_H
#define FEED_JSONMEND_H

#include "base/buf.h"

/* Appends text, valid UTF-8, mended as far as that goes; FEED_FIX_ bits of what there was to mend. Of what is cut off the last whole value stays. */
unsigned jsonmend_add(struct buf *out, struct str text);

#endif
