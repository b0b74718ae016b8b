/*
 * How the terminal is brought from one look to another: curses says it, and is
 * asked once for each of them.
 */
#ifndef UI_TERM_STYLE_H
#define UI_TERM_STYLE_H

#include "base/buf.h"
#include "ui/screen.h"
#include "ui/theme.h"

/* That of a terminal between two writes: its own colours, and no letters beside the plain ones. */
#define TERM_STYLE_NONE ((struct theme_look){ COLOR_DEFAULT, COLOR_DEFAULT, 0 })

/* What a cell looks like, and whether two of a grid surely do so alike, whatever stands in them. */
struct theme_look term_style_of(const struct theme *theme, const struct screen *s, const struct screen_cell *cell);

static inline bool
term_style_eq(const struct screen_cell *a, const struct screen_cell *b)
{
	return a->style == b->style && a->tint == b->tint;
}

static inline bool
term_style_is(const struct theme_look *a, const struct theme_look *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->attrs == b->attrs;
}

/* Appends what changes the look of what is written next. */
void term_style_change(struct buf *out, const struct theme_look *from, const struct theme_look *to);

#endif
