/*
 * How far a mistyped word is from the one that was meant.
 */
#ifndef TEXT_TYPO_H
#define TEXT_TYPO_H

#include "base/str.h"

/* Letters to change, put in, take out or swap with the next to make b of a; by bytes, words up to 31. Larger words count as far apart. */
int typo_distance(struct str a, struct str b);

#endif
