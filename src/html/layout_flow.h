/*
 * Running text with styles, as it is shown: the text of a block with what
 * layout puts between, such as the numbers of links.
 */
#ifndef HTML_LAYOUT_FLOW_H
#define HTML_LAYOUT_FLOW_H

#include "base/buf.h"
#include "base/vec.h"
#include "html/layout.h"

/* A stretch of the text up to end, beginning where the one before ends. */
struct layout_flow_part {
	size_t end;
	size_t own, own_n; /* where it stands in the block's text, how much of that it is */
	uint16_t style, link;
	uint8_t role;
	bool is_ours; /* not in the block's text, or other letters there */
};

/* Zero-initialise; layout_flow_clear() before each text, layout_flow_free() at the end. */
struct layout_flow {
	struct str text; /* of the block itself as long as nothing is put between */
	vec(struct layout_flow_part) parts;
	struct buf mixed;
	struct buf scratch;
	bool has_hidden; /* U+00A0, U+2060 or a keycap: a run needs wrap_show() */
	size_t own;      /* of the block's text, what is added so far */
	size_t part;     /* where layout_flow_next() is */
};

void layout_flow_clear(struct layout_flow *f);
void layout_flow_free(struct layout_flow *f);

/*
 * Adds the text of a block or cell with its spans, all of them in style too; has_refs puts "[n]"
 * behind each link, " [n]" behind an address. What is struck out stands between "~~", raised and
 * lowered text is as layout_shown() has it.
 */
struct layout_flow_text {
	struct str text;
	size_t at; /* in the text of the block, as struct layout_run has it */
	const struct doc_span *spans;
	size_t n_spans;
	uint8_t role;
	uint16_t style;
	bool has_refs;
};
void layout_flow_add(struct layout_flow *f, const struct layout_flow_text *text);

/* Adds text of ours, which may be temporary. */
void layout_flow_add_ours(struct layout_flow *f, struct str text, uint8_t role, uint16_t link);

/* Settles the text: it lies in the document or in a from now on. Lines are taken after that. */
void layout_flow_end(struct layout_flow *f, struct arena *a);

typedef vec(struct layout_run) layout_flow_runs;

/*
 * The same, broken into lines that are in a: at each "\n" of a cell, and where one of them has more
 * columns than there are. Returns how many.
 */
size_t layout_flow_wrap(struct layout_flow *f, struct arena *a, const struct wrap_opts *opts, struct wrap_line **lines);

/*
 * Adds the runs of one line to *runs and returns where it begins in the block's own text. Lines are
 * taken in order; layout_flow_end() starts over.
 */
uint32_t layout_flow_next(struct layout_flow *f, struct arena *a, const struct wrap_line *line, layout_flow_runs *runs);

#endif
