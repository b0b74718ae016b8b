/*
 * Most of a Korean text in pairs of syllables at once, and the last syllable of
 * each of its sentences, for who takes many texts apart.
 */
#ifndef TEXT_FIND_TOKEN_PAIRS_H
#define TEXT_FIND_TOKEN_PAIRS_H

#include "text/find_token.h"

/*
 * Takes what find_token_next() would give one by one, as long as it is pairs of syllables of Hangul with at most a space in them, and
 * marks of ASCII between the runs. The syllables stand in ret, the three bytes of each as a number, and 0 behind the last one of a
 * run; each is the token that it makes with the next (FIND_TOKEN_PAIR, or before a 0 FIND_TOKEN_LAST or FIND_TOKEN_ONE). Returns how
 * many numbers: 0 where it is another token's turn, or the end. Behind them may stand, of max in all, the syllable that the next token
 * begins with.
 */
size_t find_token_pairs(struct find_token_scan *scan, uint32_t *ret, size_t max);

/* The code point of such a syllable. */
static inline int32_t
find_token_pairs_char(uint32_t syllable)
{
	return (int32_t)((syllable >> 4 & 0xf000) | (syllable >> 2 & 0xfc0) | (syllable & 0x3f));
}

#endif
