/*
 * Sixteen bytes of a text looked at together (base/block.h): which of them are
 * printable ASCII or of Hangul syllables, as most of a Korean text is.
 */
#ifndef TEXT_PLAIN_BLOCK_H
#define TEXT_PLAIN_BLOCK_H

#include <stddef.h>

#include "base/block.h"

/* The bytes that syllables begin with, and some of other characters with them: U+A000 to U+DFFF. */
static inline block
plain_block_leads(block b)
{
	return block_is_from(b, 0xea, 0xed);
}

/*
 * The bytes of a block that are neither printable ASCII nor of Hangul syllables nor among also, which is ASCII: bits, the lowest for
 * its first. What may be before U+AC00 or behind U+D77F counts, too. behind1 and behind2 hold the bytes that stand one and two before
 * each.
 */
static inline unsigned
plain_block_other(block b, block behind1, block behind2, block also)
{
	block_signed as_signed = (block_signed)b;
	block wants_tail = plain_block_leads(behind1) | plain_block_leads(behind2), tails = (block)(as_signed < (signed char)0xc0);
	block is_known = block_is_from(b, ' ', '~') | also | plain_block_leads(b) | tails;
	block is_before = block_is(behind1, (char)0xea) & (block)(as_signed < (signed char)0xb0);
	block is_behind = block_is(behind1, (char)0xed) & (block)(as_signed > (signed char)0x9d);

	return block_bits(is_known & ~((wants_tail ^ tails) | is_before | is_behind)) ^ BLOCK_ALL;
}

/* Where a syllable that stands before at began, whose end was not seen; at without one. */
static inline size_t
plain_block_whole(const char *p, size_t at)
{
	for (size_t n = 1; n <= 2 && n <= at; n++)
		if ((unsigned char)p[at - n] >= 0xea && (unsigned char)p[at - n] <= 0xed)
			return at - n;
	return at;
}

#endif
