/*
 * Hyperlinks of the terminal (OSC 8), which curses knows nothing of: what it
 * has written is written once more over itself with the address around it, so
 * that it is right about every cell and about its attributes. Then the cursor
 * goes back to where curses left it.
 */
#ifndef UI_TERM_LINKS_H
#define UI_TERM_LINKS_H

#include "ui/screen.h"
#include "ui/theme.h"

/* True when a cell of the row leads somewhere. */
bool term_links_has(const struct screen *s, int row);

/* Appends what makes hyperlinks of such cells of a row. */
void term_links_row(struct buf *out, const struct screen *s, const struct theme *theme, int row);

/* Appends what takes the cursor back. */
void term_links_end(struct buf *out, int row, int col);

#endif
