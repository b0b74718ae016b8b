/*
 * The line at the bottom of a terminal that says how far something is. It is
 * never wider than the terminal, is drawn at most ten times a second and only
 * when it says something new, goes before anything else is written and comes
 * back at once below that. A terminal that knows no escape sequences (TERM=dumb)
 * gets none; in the background nothing is drawn.
 */
#ifndef FRONT_FRONT_LINE_H
#define FRONT_FRONT_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* Zero-initialise; nothing is drawn before is_on is set. */
struct front_line {
	bool is_on;
	int64_t drawn_ms; /* clock_mono_ms() when it was drawn last; 0: it may come at once */
	int cols;         /* that it takes on the screen, 0: it is not there */
	int of_cols;      /* that the terminal had then */
	struct buf text;  /* that stands there; freed with front_line_clear() */
};

/* Whether it may be drawn again. */
bool front_line_is_due(const struct front_line *line);

/* The columns there are for it: three fewer than the terminal has now, so that the cursor and the ^C of who ends it have their place. */
int front_line_cols(void);

/* Puts text in its place, cut to front_line_cols(). */
void front_line_draw(struct front_line *line, struct str text);

/* Takes it off the screen, until it is drawn again. */
void front_line_clear(struct front_line *line);

#endif
