/*
 * Emphasis in Markdown: which runs of * _ ~ begin and end it (CommonMark 6.2,
 * with the ends that Korean, Chinese and Japanese letters have beside them).
 */
#ifndef HTML_MARKDOWN_EMPH_H
#define HTML_MARKDOWN_EMPH_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

/* A tag that a run became. */
struct markdown_emph_tag {
	const char *name;
	struct markdown_emph_tag *next;
};

struct markdown_emph_run {
	char mark;
	bool can_open, can_close;
	size_t n, left; /* marks, and those that are text in the end */
	size_t before, after; /* numbers of the runs that still count, 0 for none */
	struct markdown_emph_tag *opened, *closed, *last_closed;
};

/* The runs of a text in their order; they are numbered from 1. */
struct markdown_emph {
	struct arena *arena;
	vec(struct markdown_emph_run) runs;
	size_t last; /* that still counts */
};

/* Adds the run text[at, at + n) and returns its number. */
size_t markdown_emph_add(struct markdown_emph *e, struct str text, size_t at, size_t n);

/* Pairs the runs behind number bottom; those that find no partner become text. */
void markdown_emph_pair(struct markdown_emph *e, size_t bottom);

/* Appends what became of a run: ends, text, starts. */
void markdown_emph_write(struct buf *html, const struct markdown_emph *e, size_t number);

#endif
