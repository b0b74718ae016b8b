/*
 * The lines of an article as they stand in the tree: runs of text without a
 * block or line break in them.
 */
#ifndef PAGE_PIECE_H
#define PAGE_PIECE_H

#include "page/gauge.h"

struct piece {
	struct str text;      /* one line, trimmed */
	uint32_t from, last;  /* numbers of the first and the last of the nodes it is, which are children of one node */
	enum dom_tag tag;     /* of the block it stands in */
	uint32_t letters, linked, outward;
	bool is_whole;        /* all of its block */
	bool is_kept;         /* in code, a table or a quote: no filter takes it */
	bool is_item;         /* in a list: only at the edges */
};

struct piece_list {
	struct piece *v;
	size_t n;
};

/* The lines of node `at` that have text, in their order; all in a. */
void piece_read(struct arena *a, const struct gauge *g, uint32_t at, struct piece_list *ret);

/* Makes one that is a block of its own a caption. */
void piece_caption(struct gauge *g, const struct piece *piece);

/* Takes one out. */
void piece_drop(struct gauge *g, const struct piece *piece);

#endif
