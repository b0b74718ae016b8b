/*
 * The screen as a grid of cells in memory: what views draw into and what tests
 * compare. Text goes in through text/clean.h and is clipped by whole clusters;
 * a cluster of two columns is never cut. The same state gives the same cells.
 */
#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/color.h"

/* SCREEN_OWN: clusters of so many bytes stand in their cells, as nearly all do. */
enum { SCREEN_RGB = COLOR_RGB, SCREEN_OWN = 4 };

/* A rectangle of the screen. */
struct screen_box {
	int row, col, rows, cols;
};

/* What shows stands first, without gaps: it is compared as bytes. There are many, and all are looked at at each key: they are small. */
struct screen_cell {
	union {
		char own[SCREEN_OWN]; /* its cluster, with zeros behind it */
		uint32_t at;          /* or, of more bytes, where that stands in screen.text */
	};
	uint32_t style; /* ui/theme.h */
	uint16_t n;     /* bytes of the cluster; 0: a blank */
	uint8_t cols;   /* 1 or 2; 0: the right half of the cell before it */
	uint8_t raw;    /* a part of the picture screen.raws[raw - 1]; 0: of none */
	uint16_t link;  /* where it leads: its place in screen.links and 1; 0: nowhere */
	uint16_t tint;  /* colours of its own: their place in screen.tints and 1; 0: those of the style */
};

/* COLOR_RGB | 0xrrggbb; 0: that of the style. */
struct screen_tint {
	uint32_t fg, bg;
};

/* An address in screen.text. */
struct screen_link {
	uint32_t at, n;
};

enum screen_way { SCREEN_KITTY, SCREEN_SIXEL };

/* A picture that the terminal draws itself, or some rows of one. Its cells are blank; who writes into one hides that row. */
struct screen_raw {
	enum screen_way way;
	uint32_t id;               /* of its pixels, never 0 */
	const unsigned char *rgb;  /* width x height of them; the owner's, as long as the screen is shown */
	int width, height;
	int col_width, row_height; /* pixels in a cell */
	bool is_guessed;           /* these */
	int row, col, rows, cols;  /* where it stands */
	int first;                 /* the row of the picture that is at row */
};

enum { SCREEN_RAWS = 64 };

struct screen {
	int rows, cols;
	struct screen_cell *cells;
	struct buf text, clean;
	vec(struct screen_link) links; /* of what is drawn since it was cleared */
	vec(struct screen_tint) tints; /* the same */
	struct screen_raw raws[SCREEN_RAWS];
	size_t n_raws;
	int cursor_row, cursor_col; /* -1: no cursor */
};

/* Zero-initialise; makes the grid this large and blank. */
void screen_resize(struct screen *s, int rows, int cols);
void screen_clear(struct screen *s);
void screen_free(struct screen *s);

/* Puts text at (row, col), at most cols columns of it and never past the row's end. Returns the columns it took. */
int screen_put(struct screen *s, int row, int col, int cols, unsigned style, struct str text);

/* The same, padded with blanks of the style to exactly cols columns. */
void screen_pad(struct screen *s, int row, int col, int cols, unsigned style, struct str text);

/* The same for text that is cut by "…" where it is longer (text/wrap.h). */
void screen_fit(struct screen *s, int row, int col, int cols, unsigned style, struct str text);

/* Puts text so that it ends at column end - 1; returns the column where it starts. */
int screen_put_right(struct screen *s, int row, int end, int cols, unsigned style, struct str text);

/* Puts one glyph, one column wide, in colours of its own: a part of a picture. */
void screen_put_tile(struct screen *s, int row, int col, const char *glyph, uint32_t fg, uint32_t bg);

/* Puts a row of a picture, or more; what goes on with the one that was put before is one with it. What is too much is left out. */
void screen_put_raw(struct screen *s, const struct screen_raw *raw);

/* Cells as they are, whose clusters are their own. */
void screen_put_cells(struct screen *s, int row, int col, const struct screen_cell *cells, int n);

/* Blanks of a style. */
void screen_fill(struct screen *s, struct screen_box box, unsigned style);

/* A glyph of one column in all cells of the box: a line. */
void screen_rule(struct screen *s, struct screen_box box, unsigned style, const char *glyph);

/* Adds style bits to cells [col, col + cols) of the row. */
void screen_add_style(struct screen *s, int row, int col, int cols, unsigned bits);

/* Lets cells [col, col + cols) of the row lead to an address, whatever it is: who shows them is to check it. */
void screen_put_link(struct screen *s, int row, int col, int cols, struct str url);

/* The address that a cell leads to; empty for none. */
struct str screen_link_of(const struct screen *s, const struct screen_cell *cell);

static inline struct screen_tint
screen_tint_of(const struct screen *s, const struct screen_cell *cell)
{
	return cell->tint ? s->tints.v[cell->tint - 1] : (struct screen_tint){ 0 };
}

static inline struct screen_cell *
screen_at(const struct screen *s, int row, int col)
{
	return &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];
}

static inline struct str
screen_cluster(const struct screen *s, const struct screen_cell *cell)
{
	if (!cell->n)
		return str_lit(" ");
	return str_new(cell->n <= SCREEN_OWN ? cell->own : s->text.p + cell->at, cell->n);
}

/* The same where one of the two has a long cluster or colours of its own. */
bool screen_cell_shows_more(const struct screen *a, const struct screen_cell *x, const struct screen *b, const struct screen_cell *y);

/* Whether x of the grid a and y of b show the same, wherever they lead. */
static inline bool
screen_cell_shows(const struct screen *a, const struct screen_cell *x, const struct screen *b, const struct screen_cell *y)
{
	if (x->n > SCREEN_OWN || x->tint || y->tint)
		return screen_cell_shows_more(a, x, b, y);
	return !memcmp(x, y, offsetof(struct screen_cell, raw));
}

/* Whether two cells lead to the same place. */
static inline bool
screen_cell_leads(const struct screen *a, const struct screen_cell *x, const struct screen *b, const struct screen_cell *y)
{
	return (!x->link && !y->link) || str_eq(screen_link_of(a, x), screen_link_of(b, y));
}

/* The first column where two rows do not show the same or lead to the same place, their width where there is none; a and b are as wide. */
int screen_row_differs(const struct screen *a, int row, const struct screen *b, int other);

static inline bool
screen_row_eq(const struct screen *a, int row, const struct screen *b, int other)
{
	return screen_row_differs(a, row, b, other) == a->cols;
}

/* Appends the rows as lines of text, without the blanks at their ends. */
void screen_text(const struct screen *s, struct buf *out);

#endif
