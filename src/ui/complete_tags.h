/*
 * Tags in a prompt that changes them, of posts or of a feed: completed as they
 * are typed.
 */
#ifndef UI_COMPLETE_TAGS_H
#define UI_COMPLETE_TAGS_H

#include <stdbool.h>

struct app;

/* What the word before the cursor may mean, shown while it is typed, or taken by Tab (step 1 or -1); has_states: what a post is as well (text/tag_state.h). */
void complete_tags_show(struct app *app, bool has_states);
void complete_tags_step(struct app *app, int step, bool has_states);

#endif
