/*
 * What of a row the terminal shows already.
 */
#ifndef UI_TERM_THERE_H
#define UI_TERM_THERE_H

#include "ui/screen.h"
#include "ui/theme.h"

/* What is known of what the terminal shows in a row. */
enum term_there_known { TERM_THERE_SHOWN /* the other grid */, TERM_THERE_CLEAR /* nothing: it was cleared */, TERM_THERE_STALE /* nobody knows */ };

/* Zero-initialise. Of a row, as far as it is looked at. */
struct term_there {
	int from;      /* all before it is there */
	int *grounds;  /* per cell (ui/term_ground.h) */
	bool *is_there; /* per cell: the terminal shows it, of what is two columns wide both halves */
	int cols;      /* that there is room for */
};

/* Looks at a row, of which all before a column is there. shown: what the terminal shows, of the same size, where that is known. */
void term_there_find(struct term_there *t, const struct theme *theme, const struct screen *s, int row, enum term_there_known known,
    const struct screen *shown, int from);

void term_there_free(struct term_there *t);

#endif
