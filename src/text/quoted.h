/*
 * Values as the files of ours have them: "in quotes" where they hold blanks,
 * and a backslash takes the next mark as it is.
 */
#ifndef TEXT_QUOTED_H
#define TEXT_QUOTED_H

#include "base/buf.h"

/* Appends the value from *at up to the next blank and moves *at behind it; false when a quote, at *quote, is not closed. */
bool quoted_take(struct buf *out, struct str line, size_t *at, size_t *quote);

/* Where in line the n-th byte of the value stands that begins at `at`. */
size_t quoted_place(struct str line, size_t at, size_t n);

/* Appends value as quoted_take() reads it back, on one line. */
void quoted_put(struct buf *out, struct str value);

#endif
