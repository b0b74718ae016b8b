/*
 * Which of the views stand beside one another. With an article open the list stays in sight, at its left
 * (wide) or above it (stacked), or gives way to it (one). A pure function of the size of the screen.
 */
#ifndef UI_PANES_H
#define UI_PANES_H

#include <stdbool.h>

#include "ui/screen.h"

struct app;

enum panes_layout { PANES_AUTO, PANES_WIDE, PANES_STACKED, PANES_ONE };

enum { PANES_SIDEBAR_COLS = 100, PANES_WIDE_COLS = 90, PANES_STACKED_ROWS = 18 };

/* What a wanted layout comes to on a screen of this size: never PANES_AUTO, and none that does not fit. */
enum panes_layout panes_fit(enum panes_layout wanted, int rows, int cols);

/* Whether the sidebar stands beside the list where no article is open. */
bool panes_have_sidebar(enum panes_layout wanted, int cols);

/* The panes of a screen with an open article; cols or rows 0: it is not there. */
struct panes {
	struct screen_box sidebar, list, article;
};

/* For PANES_WIDE and PANES_STACKED: between two panes one column, or row, is left for a line. */
struct panes panes_split(enum panes_layout layout, struct screen_box body);

/* The next layout, and says which. */
void panes_cycle(struct app *app);

#endif
