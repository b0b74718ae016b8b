/*
 * How the feeds are, the worst first: failures, moves, when each is due; and
 * what can be done about it.
 */
#ifndef UI_VIEW_HEALTH_H
#define UI_VIEW_HEALTH_H

#include "ui/view.h"

struct view *view_health_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_health_list(struct view *v);

/* Goes there; what is shown is read by the first draw. */
void view_health_open(struct view *v);

#endif
