/*
 * Most of a Korean text in pairs of syllables at once, and the last syllable of
 * each of its sentences, for who takes many texts apart.
 */
#ifndef TEXT_FIND_TOKEN_PAIRS_H
#define TEXT_FIND_TOKEN_PAIRS_H

#include "text/find_token.h"

/* A FIND_TOKEN_PAIR of two syllables of Hangul, or one that no other follows (FIND_TOKEN_LAST, FIND_TOKEN_ONE). */
struct find_token_pair {
	uint32_t first, second; /* the three bytes of each as a number; 0 for none */
	uint32_t from, to;      /* the bytes of the source that it stands for */
};

/*
 * Takes up to max tokens of a text, as find_token_next() would give them one by one, as long as they are pairs with at most a space
 * in them, and marks of ASCII between the runs; returns how many: 0 where it is another token's turn, or the end.
 */
size_t find_token_pairs(struct find_token_scan *scan, struct find_token_pair *ret, size_t max);

/* The code point of such a syllable. */
static inline int32_t
find_token_pairs_char(uint32_t syllable)
{
	return (int32_t)((syllable >> 4 & 0xf000) | (syllable >> 2 & 0xfc0) | (syllable & 0x3f));
}

#endif
