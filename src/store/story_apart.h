/*
 * Posts that are two whatever their texts say.
 */
#ifndef STORE_STORY_APART_H
#define STORE_STORY_APART_H

#include "store/story.h"

/* By feeds, addresses, times and titles alone; neither text is looked at. */
bool story_apart(const struct story_post *a, const struct story_post *b);

/* By the times alone at which they came out, CLOCK_NONE where one is not known. */
bool story_apart_in_time(int64_t one, int64_t other);

#endif
