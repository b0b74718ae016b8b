/*
 * A sync for people: a line for a feed with news or trouble, the sum at the
 * end, and on a terminal how far it is.
 */
#ifndef FRONT_FRONT_SHOW_LINES_H
#define FRONT_FRONT_SHOW_LINES_H

#include "front/front_show.h"

const struct front_face *front_show_lines(void);

/* Says that there is no network, once for all the feeds that failed by that. */
void front_show_lines_offline(size_t offline);

/* Says how many feeds a signal or the time limit left, and which. */
void front_show_lines_left(const struct sync_sum *sum);

#endif
