/*
 * Snippets below the posts of a list that was searched for words.
 */
#ifndef UI_VIEW_POSTS_SNIPPETS_H
#define UI_VIEW_POSTS_SNIPPETS_H

#include "ui/view.h"

/* Whether they are shown in a list of so many rows: words were typed to the end, there is room, and the user has not put them off. */
bool view_posts_snippets_wanted(const struct view *v, int rows);

/* Shows them no more, or again; the memory keeps it. */
void view_posts_snippets_toggle(struct view *v);

/* Whether some post in sight waits for its snippet; and makes them, until wants_stop says so. */
bool view_posts_snippets_due(const struct view *v);
void view_posts_snippets_run(struct view *v, bool (*wants_stop)(void *user), void *user);

#endif
