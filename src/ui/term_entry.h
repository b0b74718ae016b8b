/*
 * A description of the terminal that curses knows, with colours by red, green
 * and blue in it: there are terminals that take them (COLORTERM says so) whose
 * own description has a palette of 256.
 */
#ifndef UI_TERM_ENTRY_H
#define UI_TERM_ENTRY_H

#include "base/buf.h"

/* A colour below this is a number of the palette for that description, others are 0xrrggbb. */
enum { TERM_ENTRY_PALETTE = 256 };

/*
 * Appends it as ncurses takes it from TERMINFO (ncurses(3X): "hex:"). False
 * where the terminal, whose type the name is, does not take such colours or
 * is not known.
 */
bool term_entry_direct(const char *name, struct buf *out);

#endif
