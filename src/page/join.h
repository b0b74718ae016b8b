/*
 * Parts of an article that stand beside its main part: a preamble, what an
 * advertisement has cut off.
 */
#ifndef PAGE_JOIN_H
#define PAGE_JOIN_H

#include "page/gauge.h"

/*
 * Looks through what stands beside node `at`: when some of that belongs to it, what does not is taken out and their
 * parent is returned, else at. weighs: as for the scoring.
 */
uint32_t join_siblings(struct gauge *g, uint32_t at, bool weighs);

#endif
