/*
 * All that is known of how one feed is, below the list of all of them.
 */
#ifndef UI_HEALTH_DETAIL_H
#define UI_HEALTH_DETAIL_H

#include "store/health.h"
#include "ui/screen.h"

/* Rows it likes where the view has so many. */
int health_detail_rows(int rows, int cols);

/* Draws into the box: address, state and what to do, the last tries, which keys help. */
void health_detail_draw(struct screen *s, struct screen_box box, const struct health *health);

#endif
