/*
 * The bytes that make the terminal show a grid: of what it shows already only
 * the difference, all in one piece. How this terminal moves its cursor, erases
 * and changes its looks is asked of curses; refresh() is not used, since it
 * takes ten times as long for a whole screen and writes it in a hundred pieces.
 */
#ifndef UI_TERM_OUT_H
#define UI_TERM_OUT_H

#include "base/buf.h"
#include "ui/term_there.h"

struct term_out {
	struct buf bytes;
	const struct theme *theme;
	bool has_links;          /* cells that lead somewhere are hyperlinks */
	struct theme_look look;  /* of what is written next */
	struct str link;         /* where it leads, in the text of the grid; empty: nowhere */
	bool is_link;            /* the terminal has been told so: it is one that may be */
	int row, col;            /* of the cursor; -1: nobody knows */
	struct term_there there; /* of the row that is written */
};

/* Zero-initialise; the bytes are the owner's to write. */
void term_out_begin(struct term_out *o, const struct theme *theme, bool has_links);

/* Appends what a row takes, of which all before a column is there. shown: what the terminal shows, of the same size, where that is known. */
void term_out_row(struct term_out *o, const struct screen *s, int row, enum term_there_known known, const struct screen *shown, int from);

/* Puts the cursor there, and looks and links away. */
void term_out_end(struct term_out *o, int row, int col);

void term_out_free(struct term_out *o);

#endif
