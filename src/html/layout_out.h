/*
 * The lines of an article while they are made: what stands in front of each
 * (bars of quotes, indent, marker), and the runs of the one being filled.
 */
#ifndef HTML_LAYOUT_OUT_H
#define HTML_LAYOUT_OUT_H

#include "html/layout_flow.h"

struct layout_out {
	struct arena *arena;
	const struct doc *doc;
	const struct layout_opts *opts;
	vec(struct layout_line) lines;
	layout_flow_runs runs;   /* of the line being filled */
	struct layout_flow flow; /* of the block, kept for its memory */
	uint32_t block;
	/* In front of the lines of the block. */
	int quote, indent;       /* bars; columns behind them, the marker's included */
	struct str marker;       /* before the first line only, right-aligned in the indent; empty for none */
	bool is_marked;          /* the marker is drawn */
	const uint32_t *row;     /* in a table: the row, which stands for the byte in the text; NULL elsewhere */
};

/* Begins a block. indent is cut so that at least half of the columns are left. */
void layout_out_block(struct layout_out *out, size_t block, int quote, int indent, struct str marker);

/* Columns left for text. */
int layout_out_cols(const struct layout_out *out);

/* Adds a run to the line being filled. The text must stay. */
void layout_out_run(struct layout_out *out, struct str text, uint8_t role, uint16_t style);

/* Blanks, where cols > 0. */
void layout_out_pad(struct layout_out *out, int cols);

/* Ends the line being filled; at is its byte in the block's text. */
void layout_out_line(struct layout_out *out, uint32_t at, bool is_wide);

/* A blank line between blocks, with bars where both are quoted that deep. */
void layout_out_blank(struct layout_out *out, int quote);

/* The flow wrapped to the columns left, lines behind the first indented by hang. */
void layout_out_flow(struct layout_out *out, int hang);

/* glyph repeated over cols columns, in the arena. */
struct str layout_out_repeat(struct layout_out *out, const char *glyph, int cols);

/* Line drawing that is one column wide also where ambiguous characters take two. */
enum layout_out_glyph { LAYOUT_OUT_ACROSS, LAYOUT_OUT_DOWN, LAYOUT_OUT_CROSS };
const char *layout_out_glyph(enum layout_out_glyph glyph);

#endif
