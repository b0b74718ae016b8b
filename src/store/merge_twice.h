/*
 * Posts that stand twice in one fetch of a feed.
 */
#ifndef STORE_MERGE_TWICE_H
#define STORE_MERGE_TWICE_H

#include "store/merge.h"

/* Sets is_twice[i], of n, for each post that one before it in the feed gives already: of the same identity, and of the same link or title. Known ones are left out. */
void merge_twice(const struct merge_post *posts, size_t n, bool *is_twice);

#endif
