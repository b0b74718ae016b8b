#include "html/layout_out.h"

#include "text/width.h"

enum { BAR_COLS = 2 };

static const char blanks[] = "                                                                                ";

const char *
layout_out_glyph(enum layout_out_glyph glyph)
{
	static const char *const fine[] = { "─", "│", "┼" }, *const plain[] = { "-", "|", "+" };

	return width_char(0x2500) == 1 ? fine[glyph] : plain[glyph];
}

void
layout_out_block(struct layout_out *out, size_t block, int quote, int indent, struct str marker)
{
	int half = out->opts->cols / 2, bars = quote * BAR_COLS;

	out->block = (uint32_t)block;
	out->quote = bars < half ? quote : half / BAR_COLS;
	bars = out->quote * BAR_COLS;
	out->indent = indent < half - bars ? indent : half - bars;
	out->marker = width_str(marker) <= out->indent ? marker : STR_NONE;
	out->is_marked = false;
	out->row = NULL;
}

int
layout_out_cols(const struct layout_out *out)
{
	return out->opts->cols - out->quote * BAR_COLS - out->indent;
}

void
layout_out_run(struct layout_out *out, struct str text, uint8_t role, uint16_t style)
{
	*vec_add(&out->runs) = (struct layout_run){ text, width_str(text), style, 0, role };
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

static void
add_bars(struct layout_out *out, int quote)
{
	const char *bar = layout_out_glyph(LAYOUT_OUT_DOWN);

	for (int i = 0; i < quote; i++) {
		layout_out_run(out, str_of(bar), LAYOUT_QUOTE, 0);
		layout_out_pad(out, BAR_COLS - 1);
	}
}

/* The marker stands at the end of the indent. */
static void
add_indent(struct layout_out *out)
{
	if (out->is_marked || !out->marker.n) {
		layout_out_pad(out, out->indent);
		return;
	}
	layout_out_pad(out, out->indent - width_str(out->marker));
	layout_out_run(out, out->marker, LAYOUT_MARKER, 0);
	out->is_marked = true;
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

	add_bars(out, out->quote);
	add_indent(out);
	if (out->row)
		at = *out->row;
	end_line(out, start, (struct layout_line){ .block = out->block, .at = at, .is_wide = is_wide });
}

void
layout_out_blank(struct layout_out *out, int quote)
{
	int most = out->opts->cols / 2 / BAR_COLS;

	add_bars(out, quote < most ? quote : most);
	if (out->runs.n)
		out->runs.n--; /* no blank behind the last bar */
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
	layout_flow_end(f, out->arena);
	n = wrap_text(out->arena, f->text, &opts, &lines);
	for (size_t i = 0; i < n; i++) {
		uint32_t at;

		layout_out_pad(out, i ? hang : 0);
		at = layout_flow_next(f, out->arena, &lines[i], &out->runs);
		layout_out_line(out, at, false);
	}
}
