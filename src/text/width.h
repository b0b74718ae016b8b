/*
 * Columns of text on a terminal, one table for all of sosik.
 */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include <stdint.h>

#include "base/str.h"

/* What East Asian ambiguous characters take: 1 (default) or 2 columns. */
void width_set_ambiguous(int cols);
int width_ambiguous(void);

/* Columns of one code point: 0, 1 or 2; -1 for controls. */
int width_char(int32_t cp);

/* Takes the first code point off *s, not empty, with the emoji that ZWJs join to it; returns its columns. */
int width_next(struct str *s);

/* Columns of one grapheme cluster. */
int width_cluster(struct str cluster);

/* Takes the first cluster off *s; empty at its end. *cols is what it takes. */
struct str width_take(struct str *s, int *cols);

/* Columns of s, valid UTF-8 without controls. */
int width_str(struct str s);

/* The longest prefix of whole clusters that fits into cols; *used (may be NULL) is what it takes. */
struct str width_prefix(struct str s, int cols, int *used);

#endif
