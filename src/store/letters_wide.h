/*
 * What most of a text is, taken at once as letters (store/letters.h): Hangul
 * syllables, letters and digits in ASCII, tags and what is between them.
 */
#ifndef STORE_LETTERS_WIDE_H
#define STORE_LETTERS_WIDE_H

#include "store/letters.h"

enum { LETTERS_WIDE = 92 }; /* bytes, and room for letters, that it takes at least */

/*
 * Adds letters, of which l has room for so many: up to the end of the text or
 * of the room, or close to it, or up to what needs another look, a number that
 * may be a counter among it. Returns bytes; 0 also on machines that cannot.
 */
size_t letters_wide(struct letters *l, struct str text, size_t room);

#endif
