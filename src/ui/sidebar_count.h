/*
 * The numbers of the sidebar after one post was read: all else in it is as it
 * was, and it has as many rows as there are feeds.
 */
#ifndef UI_SIDEBAR_COUNT_H
#define UI_SIDEBAR_COUNT_H

#include "store/posts.h"
#include "ui/sidebar.h"

/* What they will be: each that the post is in is one less. */
void sidebar_count_show(struct sidebar *b, struct app *app, const struct posts_row *post);

/*
 * Counts anew what the post is in, from the cache of the app, which learns how many unread posts there are. *is_other:
 * whether some number was another one. On -1 some are old.
 */
int sidebar_count_read(struct sidebar *b, struct app *app, const struct posts_row *post, bool *is_other, struct err *err);

#endif
