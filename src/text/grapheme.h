/*
 * Extended grapheme clusters (UAX #29): what a reader calls a character, the
 * unit of width, cursor and deletion.
 */
#ifndef TEXT_GRAPHEME_H
#define TEXT_GRAPHEME_H

#include "base/str.h"

/* Takes the first cluster off *s; empty at the end. s is valid UTF-8. */
struct str grapheme_next(struct str *s);

/* Takes the last cluster off *s; empty at the start. */
struct str grapheme_last(struct str *s);

#endif
