/*
 * Rows of a list as they were drawn before: what would look the same is copied
 * to the screen. Most of a list does from one key to the next.
 */
#ifndef UI_KEPT_H
#define UI_KEPT_H

#include "ui/screen.h"

enum { KEPT_LOOKS = 2 }; /* a list stands by itself, or beside an article */

/* Cells without addresses; which of them one is for. */
struct kept_cells {
	struct screen_cell *v;
	int n, cap; /* n 0: none */
	int link, link_cols;
};

struct kept_row {
	struct buf key;  /* all that its text is made of */
	struct buf note; /* what the owner has found out about what has this key; else empty */
	struct kept_cells cells[KEPT_LOOKS];
};

/* Zero-initialise. */
struct kept {
	struct kept_row *rows;
	size_t n;                    /* a power of two */
	struct buf looks[KEPT_LOOKS];
	int look;                    /* the one that rows are drawn in now */
};

/* Begins to draw so many rows. */
void kept_begin(struct kept *k, int rows);

/* The row at that place of the list; what is remembered of another that had it goes. Valid until kept_begin(). */
struct kept_row *kept_row(struct kept *k, int index, struct str key);

/* All that cells depend on beside the keys of their rows. */
void kept_look(struct kept *k, struct str look);

/* Puts it there as it was in this look, its address being url; false, and nothing, where that is not known. */
bool kept_put(const struct kept *k, const struct kept_row *row, struct screen *s, int at, int col, struct str url);

/* Remembers what stands there. */
void kept_take(const struct kept *k, struct kept_row *row, const struct screen *s, struct screen_box box);

void kept_free(struct kept *k);

#endif
