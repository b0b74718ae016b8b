/*
 * JSON that no parser takes: control characters and quotes in strings, commas
 * too many or missing, names without quotes, numbers too large, comments, escapes that are none,
 * an end that is missing.
 */
#ifndef FEED_JSONMEND_H
#define FEED_JSONMEND_H

#include "base/buf.h"

/* Appends text, valid UTF-8 that begins with a bracket, mended as far as that goes; FEED_FIX_ bits of what there was to mend. Of what is cut off the last whole value stays; so it is where a bracket closes nothing: *left are the bytes from there on, else 0. */
unsigned jsonmend_add(struct buf *out, struct str text, size_t *left);

#endif
