/*
 * The numbers of the sidebar after one post was read: all else in it is as it
 * was, and it has as many rows as there are feeds.
 */
#ifndef UI_SIDEBAR_COUNT_H
#define UI_SIDEBAR_COUNT_H

#include "store/posts.h"
#include "ui/sidebar.h"

/* Counts anew what the post is in, from the cache of the app, which learns how many unread posts there are. On -1 some numbers are old. */
int sidebar_count_read(struct sidebar *b, struct app *app, const struct posts_row *post, struct err *err);

#endif
