/*
 * Posts that are two whatever their texts say.
 */
#ifndef STORE_STORY_APART_H
#define STORE_STORY_APART_H

#include "store/story.h"

/* By feeds, addresses, times and titles alone; neither text is looked at. */
bool story_apart(const struct story_post *a, const struct story_post *b);

#endif
