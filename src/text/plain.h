/*
 * The short way through plain text: what is printable and stays as it is in
 * normalisation and cleaning, whatever plain text stands beside it. Most
 * Korean text is nothing else.
 */
#ifndef TEXT_PLAIN_H
#define TEXT_PLAIN_H

#include <stdint.h>

#include "base/str.h"

/*
 * Bytes at the start of s that are plain: printable ASCII, Hangul syllables, Han, Kana, letters and
 * marks in wide use.
 */
size_t plain_len(struct str s);

/* Bytes at the start of s that are Hangul syllables. */
size_t plain_syllables(struct str s);

/* Whether a code point is plain. */
bool plain_is(int32_t cp);

/* ASCII without controls, or a Hangul syllable: begins a grapheme cluster and ends the one before. */
static inline bool
plain_is_simple(int32_t cp)
{
	return (cp >= 0x20 && cp < 0x7f) || (cp >= 0xac00 && cp <= 0xd7a3);
}

#endif
