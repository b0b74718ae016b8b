#include "html/layout_out.h"

#include "text/width.h"

static const char blanks[] = "                                                                                ";

const char *
layout_out_glyph(enum layout_out_glyph glyph)
{
	static const char *const fine[] = { "─", "│" }, *const plain[] = { "-", "|" };

	return width_char(0x2500) == 1 ? fine[glyph] : plain[glyph];
}

const char *
layout_out_joint(bool left, bool right, bool up, bool down)
{
	static const char *const fine[] = { " ", "─", "─", "─", "│", "┘", "└", "┴", "│", "┐", "┌", "┬", "│", "┤", "├", "┼" };
	static const char *const plain[] = { " ", "-", "-", "-", "|", "+", "+", "+", "|", "+", "+", "+", "|", "+", "+", "+" };
	int i = left | right << 1 | up << 2 | down << 3;

	return width_char(0x2500) == 1 ? fine[i] : plain[i];
}

void
layout_out_block(struct layout_out *out, size_t block, const struct layout_front *front)
{
	out->block = (uint32_t)block;
	out->front = *front;
	out->is_marked = false;
	out->row = NULL;
}

int
layout_out_cols(const struct layout_out *out)
{
	return out->opts->cols - out->front.cols;
}

void
layout_out_run(struct layout_out *out, struct str text, uint8_t role, uint16_t style)
{
	*vec_add(&out->runs) = (struct layout_run){ .text = text, .cols = width_str(text), .style = style, .role = role };
}

void
layout_out_pad(struct layout_out *out, int cols)
{
	int most = (int)sizeof blanks - 1;

	for (; cols > 0; cols -= most)
		layout_out_run(out, str_new(blanks, (size_t)(cols < most ? cols : most)), LAYOUT_TEXT, 0);
}

struct str
layout_out_repeat(struct layout_out *out, const char *glyph, int cols)
{
	size_t n = strlen(glyph), count = cols > 0 ? (size_t)cols : 0;
	char *p = arena_alloc(out->arena, n * count + 1);

	for (size_t i = 0; i < count; i++)
		memcpy(p + n * i, glyph, n);
	return str_new(p, n * count);
}

/* The n outermost parts of a front, the marker at the end of its part. */
static void
add_front(struct layout_out *out, const struct layout_front *front, int n, struct str marker)
{
	for (int i = 0; i < n && i < front->n; i++) {
		const struct layout_front_part *part = &front->parts[i];
		struct str sign = part->is_bar ? str_of(layout_out_glyph(LAYOUT_OUT_DOWN)) : STR_NONE;
		uint8_t role = LAYOUT_QUOTE;

		if (marker.n && i == front->marked) {
			sign = marker;
			role = LAYOUT_MARKER;
			layout_out_pad(out, part->cols - width_str(sign));
		}
		if (sign.n)
			layout_out_run(out, sign, role, 0);
		if (role == LAYOUT_QUOTE)
			layout_out_pad(out, part->cols - width_str(sign));
	}
}

/* Ends the line of which the runs from start on go in front. */
static void
end_line(struct layout_out *out, size_t start, struct layout_line line)
{
	size_t front = out->runs.n - start;
	struct layout_run *runs = arena_new(out->arena, struct layout_run, out->runs.n);

	if (out->runs.n) {
		memcpy(runs, out->runs.v + start, front * sizeof *runs);
		memcpy(runs + front, out->runs.v, start * sizeof *runs);
	}
	line.runs = runs;
	line.n = (uint32_t)out->runs.n;
	*vec_add(&out->lines) = line;
	out->runs.n = 0;
}

void
layout_out_line(struct layout_out *out, uint32_t at, bool is_wide)
{
	size_t start = out->runs.n;

	add_front(out, &out->front, out->front.n, out->is_marked ? STR_NONE : out->front.marker);
	out->is_marked = true;
	if (out->row)
		at = *out->row;
	end_line(out, start, (struct layout_line){ .block = out->block, .at = at, .is_wide = is_wide });
}

void
layout_out_picture(struct layout_out *out, uint32_t at, int row)
{
	layout_out_line(out, at, false);
	out->lines.v[out->lines.n - 1].picture = (uint16_t)(row + 1);
}

void
layout_out_scroll(struct layout_out *out, size_t first, int margin)
{
	int over = 0;

	for (size_t i = first; i < out->lines.n; i++)
		if (layout_line_cols(&out->lines.v[i]) - out->opts->cols > over)
			over = layout_line_cols(&out->lines.v[i]) - out->opts->cols;
	for (size_t i = first; i < out->lines.n; i++) {
		out->lines.v[i].over = over;
		out->lines.v[i].front = out->front.cols + margin;
	}
}

void
layout_out_blank(struct layout_out *out, const struct layout_front *front, int n)
{
	add_front(out, front, n, STR_NONE);
	while (out->runs.n && out->runs.v[out->runs.n - 1].role != LAYOUT_QUOTE)
		out->runs.n--; /* no blanks behind the last bar */
	end_line(out, 0, (struct layout_line){ .block = UINT32_MAX });
}

void
layout_out_flow(struct layout_out *out, int hang)
{
	struct layout_flow *f = &out->flow;
	struct wrap_opts opts = { layout_out_cols(out), hang, out->opts->wrap };
	struct wrap_line *lines;
	size_t n;

	if (hang > opts.cols / 4)
		hang = opts.hang = 0;
	n = layout_flow_wrap(f, out->arena, &opts, &lines);
	for (size_t i = 0; i < n; i++) {
		uint32_t at;

		layout_out_pad(out, i ? hang : 0);
		at = layout_flow_next(f, out->arena, &lines[i], &out->runs);
		layout_out_line(out, at, false);
	}
}
