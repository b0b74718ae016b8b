/*
 * Builds the blocks of a struct doc from pieces of text in their order. Used
 * by doc_read() and doc_read_text().
 */
#ifndef HTML_DOC_BUILD_H
#define HTML_DOC_BUILD_H

#include "base/buf.h"
#include "base/vec.h"
#include "html/doc.h"

struct doc_build {
	struct arena *arena;
	const struct doc_taker *taker; /* NULL: all blocks are kept */
	vec(struct doc_block) blocks;
	vec(struct doc_link) links;
	vec(struct doc_row) rows; /* of the open table */
	vec(struct doc_cell) cells; /* of the open row */
	struct measure table; /* of the cells so far */

	/* The open block or cell. */
	struct buf text;
	vec(struct doc_span) spans;
	size_t bold_letters;
	bool is_verbatim;   /* keep blanks and line ends */
	uint16_t open_link; /* its text is being read */
	size_t link_at;     /* where it starts in text */
	uint16_t name;      /* number of the footnote that the text names, 0 for none */

	/* What waits for the next block. */
	bool is_item, has_blank, is_continued;
	uint8_t hashes;
	uint16_t note;
};

/* taker: of all blocks, or NULL. */
void doc_build_init(struct doc_build *b, struct arena *a, const struct doc_taker *taker);

/* Adds text to the open block; link is a number of doc_build_link() or 0. */
void doc_build_text(struct doc_build *b, struct str s, uint16_t style, uint16_t link);

/* Adds the lines of s that are whole, and returns the rest: no span goes beyond its line. */
struct str doc_build_lines(struct doc_build *b, struct str s, uint16_t style, uint16_t link);

/* Ends the line of the open cell, if there is text in it. */
void doc_build_break(struct doc_build *b);

/* Ends the open block, if there is text in it, with the fields of *like. Returns whether there was one. */
bool doc_build_end(struct doc_build *b, const struct doc_block *like);

/* Adds a block without text of its own in the flow: an image, a rule. */
void doc_build_object(struct doc_build *b, const struct doc_block *like, struct str text);

/* The number of a new link; 0 when there are too many. Its text is what is added until doc_build_link_end(). */
uint16_t doc_build_link(struct doc_build *b, struct str url);
void doc_build_link_end(struct doc_build *b);
uint16_t doc_build_image_link(struct doc_build *b, struct str url, struct str text);

/* A table: the text added before a cell's end is the cell's; like gives its fields. */
void doc_build_cell_end(struct doc_build *b, const struct doc_cell *like);
void doc_build_row_end(struct doc_build *b);
void doc_build_table_end(struct doc_build *b, const struct doc_block *like);

/* Hands the blocks to *ret, in the arena, and frees the rest. */
void doc_build_finish(struct doc_build *b, struct doc *ret);

/* Hands those that are left to the taker. */
void doc_build_hand_on(struct doc_build *b);
void doc_build_free(struct doc_build *b);

#endif
