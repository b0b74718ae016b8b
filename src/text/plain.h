/*
 * The short way through plain text: what is printable and stays as it is in
 * normalisation and cleaning, whatever plain text stands beside it. Most
 * Korean text is nothing else.
 */
#ifndef TEXT_PLAIN_H
#define TEXT_PLAIN_H

#include <stdint.h>

#include "text/utf8.h"

/*
 * Bytes at the start of s that are plain: printable ASCII, Hangul syllables, Han, Kana, letters and
 * marks in wide use.
 */
size_t plain_len(struct str s);

/* The same over line ends. */
size_t plain_lines_len(struct str s);

/* The same of words: no space at the start nor behind another one, no no-break space. */
size_t plain_words_len(struct str s);

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

/* Bytes of the character at the start of s where it is such a one: 1, or 3 for a syllable; else 0. */
static inline size_t
plain_simple_len(struct str s)
{
	int32_t cp;

	if (!s.n)
		return 0;
	if ((unsigned char)*s.p < 0x80)
		return *s.p >= 0x20 && *s.p < 0x7f;
	if (s.n < 3)
		return 0;
	cp = utf8_three(s.p);
	return cp >= 0xac00 && cp <= 0xd7a3 ? 3 : 0;
}

/* Bytes at the start of s that are such characters, and the columns that they take: two for a syllable. */
size_t plain_simple_prefix(struct str s, int *cols);

#endif
