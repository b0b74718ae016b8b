/*
 * The lines of an article while they are made: what stands in front of each
 * (bars of quotes, indent, marker), and the runs of the one being filled.
 */
#ifndef HTML_LAYOUT_OUT_H
#define HTML_LAYOUT_OUT_H

#include "html/layout_flow.h"
#include "html/layout_front.h"

struct layout_out {
	struct arena *arena;
	const struct doc *doc;
	const struct layout_opts *opts;
	vec(struct layout_line) lines;
	layout_flow_runs runs;   /* of the line being filled */
	struct layout_flow flow; /* of the block, kept for its memory */
	uint32_t block;
	struct layout_front front; /* of the block's lines */
	bool is_marked;          /* its marker is drawn */
	const uint32_t *row;     /* in a table: the row, which stands for the byte in the text; NULL elsewhere */
};

/* Begins a block. */
void layout_out_block(struct layout_out *out, size_t block, const struct layout_front *front);

/* Columns left for text. */
int layout_out_cols(const struct layout_out *out);

/* Adds a run to the line being filled. The text must stay. */
void layout_out_run(struct layout_out *out, struct str text, uint8_t role, uint16_t style);

/* Blanks, where cols > 0. */
void layout_out_pad(struct layout_out *out, int cols);

/* Ends the line being filled; at is its byte in the block's text. */
void layout_out_line(struct layout_out *out, uint32_t at, bool is_wide);

/* A line for a row of the block's picture. at goes on behind the text, so that a place in a picture is one, too. */
void layout_out_picture(struct layout_out *out, uint32_t at, int row);

/* The lines from first on scroll together when one of them is too wide, what is in front and margin columns behind it excepted. */
void layout_out_scroll(struct layout_out *out, size_t first, int margin);

/* A blank line, with the bars among the n outermost parts of a front. */
void layout_out_blank(struct layout_out *out, const struct layout_front *front, int n);

/* The flow wrapped to the columns left, lines behind the first indented by hang. */
void layout_out_flow(struct layout_out *out, int hang);

/* glyph repeated over cols columns, in the arena. */
struct str layout_out_repeat(struct layout_out *out, const char *glyph, int cols);

/* Line drawing that is one column wide also where ambiguous characters take two. */
enum layout_out_glyph { LAYOUT_OUT_ACROSS, LAYOUT_OUT_DOWN };
const char *layout_out_glyph(enum layout_out_glyph glyph);

/* Where lines meet: the sides that have one. */
const char *layout_out_joint(bool left, bool right, bool up, bool down);

#endif
