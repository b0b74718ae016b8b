/*
 * One row of the view of feeds' health: sign, name, state, when it came last
 * and is asked again, how much it posts, why it does not come.
 */
#ifndef UI_HEALTH_ROW_H
#define UI_HEALTH_ROW_H

#include "store/health.h"
#include "ui/name_apart.h"
#include "ui/screen.h"

/* Widths in columns; 0 leaves a part out. */
struct health_row {
	int name, state, last, next, pace, posts, why;
};

/* What fits into cols. */
struct health_row health_row_columns(int cols);

/* The heads of the columns. */
void health_row_head(struct screen *s, struct screen_box box, const struct health_row *w);

/* now: clock_now(). */
/* all: the names of the rows in sight. */
void health_row_draw(struct screen *s, struct screen_box box, const struct health_row *w, const struct name_apart *all,
    const struct health *health, int64_t now);

/* What marks a feed in this state, one column, and in which style; a blank where all is well. */
struct str health_row_sign(enum health_state state);
unsigned health_row_style(enum health_state state);

/* The state in a word. */
const char *health_row_label(enum health_state state);

#endif
