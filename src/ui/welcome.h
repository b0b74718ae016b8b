/*
 * What stands where a list of posts is empty: the first steps where there are
 * no feeds yet.
 */
#ifndef UI_WELCOME_H
#define UI_WELCOME_H

#include "store/store.h"
#include "ui/screen.h"

enum welcome { WELCOME_NO_FEEDS, WELCOME_SYNCING, WELCOME_NO_POSTS, WELCOME_NO_MATCH, WELCOME_NO_STAR, WELCOME_NO_UNREAD, WELCOME_NO_TAGGED };

/* Appends why a feed could not be fetched; nothing where it could. */
int welcome_trouble(struct store *store, int64_t feed_id, struct buf *out, struct err *err);

/* trouble: of the feed whose list it is; it is told instead of WELCOME_NO_POSTS. */
void welcome_draw(enum welcome what, struct str trouble, struct screen *s, struct screen_box box);

#endif
