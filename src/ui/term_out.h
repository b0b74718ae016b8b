/*
 * The bytes that make the terminal show a grid: of what it shows already only
 * the difference, all in one piece. How this terminal moves its cursor, erases
 * and changes its looks is asked of curses; refresh() is not used, since it
 * takes ten times as long for a whole screen and writes it in a hundred pieces.
 */
#ifndef UI_TERM_OUT_H
#define UI_TERM_OUT_H

#include "base/buf.h"
#include "ui/screen.h"
#include "ui/theme.h"

struct term_out {
	struct buf bytes;
	const struct theme *theme;
	bool has_links;          /* cells that lead somewhere are hyperlinks */
	struct theme_look look;  /* of what is written next */
	struct str link;         /* where it leads, in the text of the grid; empty: nowhere */
	bool is_link;            /* the terminal has been told so: it is one that may be */
	int row, col;            /* of the cursor; -1: nobody knows */
};

/* What is known of what the terminal shows in a row. */
enum term_out_known { TERM_OUT_SHOWN /* the other grid */, TERM_OUT_CLEAR /* nothing: it was cleared */, TERM_OUT_STALE /* nobody knows */ };

/* Zero-initialise; the bytes are the owner's to write and to free. */
void term_out_begin(struct term_out *o, const struct theme *theme, bool has_links);

/* Appends what a row takes. shown: what the terminal shows, of the same size, where that is known. */
void term_out_row(struct term_out *o, const struct screen *s, int row, enum term_out_known known, const struct screen *shown);

/* Puts the cursor there, and looks and links away. */
void term_out_end(struct term_out *o, int row, int col);

#endif
