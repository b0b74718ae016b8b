/*
 * What holds inside an open element of clean XHTML: the fields of the blocks
 * and cells in it.
 */
#ifndef HTML_DOC_FRAME_H
#define HTML_DOC_FRAME_H

#include "html/doc.h"
#include "html/doc_element.h"

struct doc_frame {
	const struct doc_element *element;
	struct doc_block like; /* fields of the blocks in it */
	struct doc_cell cell;
	struct doc_box *box;   /* the one its element is, NULL where it is none */
	uint16_t style, link;
	uint16_t name; /* number of the footnote that its text names, 0 for none */
	int next_number; /* of an ordered list */
	bool has_summary; /* of details: one has come */
};

/* As the frame around it, of no element yet. */
void doc_frame_begin(struct doc_frame *f, const struct doc_frame *around);

/* What the kind of f's element says of the blocks in it; *lists counts the lists so far. */
void doc_frame_enter(struct arena *a, struct doc_frame *f, uint32_t *lists);

/* What an attribute says of them. around: the frame outside of f, or NULL. */
void doc_frame_take(struct arena *a, struct doc_frame *f, struct doc_frame *around, uint16_t attr, const char *value);

#endif
