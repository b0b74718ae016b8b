/*
 * What stands where a list of posts is empty: the first steps where there are
 * no feeds yet.
 */
#ifndef UI_WELCOME_H
#define UI_WELCOME_H

#include "ui/screen.h"

enum welcome { WELCOME_NO_FEEDS, WELCOME_SYNCING, WELCOME_NO_POSTS, WELCOME_NO_MATCH };

void welcome_draw(enum welcome what, struct screen *s, struct screen_box box);

#endif
