#include "ui/article_draw.h"

#include "base/tr.h"
#include "html/reading.h"
#include "text/grapheme.h"
#include "text/width.h"
#include "ui/theme.h"

enum { FOLD_GAP = 2 };

static const uint8_t roles[ARTICLE_ROLES] = {
	[LAYOUT_TEXT] = THEME_TEXT,
	[LAYOUT_HEADING1] = THEME_HEADING1,
	[LAYOUT_HEADING2] = THEME_HEADING2,
	[LAYOUT_HEADING3] = THEME_HEADING3,
	[LAYOUT_MARKER] = THEME_MARKER,
	[LAYOUT_QUOTE] = THEME_QUOTE,
	[LAYOUT_CODE] = THEME_TEXT,
	[LAYOUT_CODE_KEYWORD] = THEME_CODE_KEYWORD,
	[LAYOUT_CODE_TYPE] = THEME_CODE_TYPE,
	[LAYOUT_CODE_NAME] = THEME_CODE_NAME,
	[LAYOUT_CODE_STRING] = THEME_CODE_STRING,
	[LAYOUT_CODE_NUMBER] = THEME_CODE_NUMBER,
	[LAYOUT_CODE_COMMENT] = THEME_CODE_COMMENT,
	[LAYOUT_CODE_META] = THEME_CODE_META,
	[LAYOUT_CODE_ADDED] = THEME_CODE_ADDED,
	[LAYOUT_CODE_REMOVED] = THEME_CODE_REMOVED,
	[LAYOUT_CODE_MARGIN] = THEME_BORDER,
	[LAYOUT_LABEL] = THEME_LABEL,
	[LAYOUT_RULE] = THEME_RULE,
	[LAYOUT_CAPTION] = THEME_CAPTION,
	[LAYOUT_REF] = THEME_REF,
	[ARTICLE_TITLE] = THEME_TITLE,
	[ARTICLE_META] = THEME_META,
	[ARTICLE_TAGS] = THEME_TAG,
	[ARTICLE_LINK] = THEME_REF,
};

static unsigned
run_style(const struct layout_run *run)
{
	unsigned style = run->role < ARTICLE_ROLES ? roles[run->role] : THEME_TEXT;

	if (run->style & DOC_LINK && style == THEME_TEXT)
		style = THEME_LINK;
	if (run->style & DOC_MONO && style == THEME_TEXT)
		style = run->style & DOC_KBD ? THEME_KEY : THEME_CODE;
	if (run->style & DOC_BOLD)
		style |= THEME_BOLD;
	if (run->style & DOC_ITALIC)
		style |= THEME_ITALIC;
	if (run->style & DOC_UNDERLINE)
		style |= THEME_UNDERLINE;
	if (run->style & DOC_STRIKE)
		style |= THEME_DIM;
	if (run->style & DOC_MARK)
		style |= THEME_REVERSE;
	return style;
}

/* Takes skip columns off the front of *text; returns how many columns of a halved cluster are left to blank out. */
static int
skip_cols(struct str *text, int skip)
{
	int used = 0;

	while (used < skip && text->n)
		used += width_cluster(grapheme_next(text));
	return used > skip ? used - skip : 0;
}

/* The blanks before code hold a dotted line, which sets it apart also without colours. */
static struct str
run_text(const struct layout_run *run)
{
	if (run->role != LAYOUT_CODE_MARGIN)
		return run->text;
	return width_char(0x250a) == 1 ? str_lit("┊ ") : str_lit(": ");
}

/* The columns from front on are those that lie shift further in the line. */
static void
draw_line(struct screen *s, struct screen_box box, const struct article *a, const struct layout_line *line, int shift)
{
	int col = 0, used;

	for (uint32_t i = 0; i < line->n && col < box.cols; i++) {
		const struct layout_run *run = &line->runs[i];
		struct str text = run_text(run);
		int skip = col >= line->front ? shift : 0;

		if (skip && skip >= run->cols) {
			shift -= run->cols;
			continue;
		}
		if (skip) {
			col += skip_cols(&text, skip);
			shift = 0;
		}
		used = screen_put(s, box.row, box.col + col, box.cols - col, run_style(run), text);
		screen_put_link(s, box.row, box.col + col, used, article_run_link(a, run));
		col += used;
	}
}

/* A line of code that is longer than the column, or scrolled: marks where it goes on. */
static void
draw_scrolled(struct screen *s, struct screen_box box, const struct article *a, const struct layout_line *line, int shift)
{
	int cols = layout_line_cols(line);

	if (shift > line->over)
		shift = line->over;
	draw_line(s, box, a, line, shift);
	if (cols - shift > box.cols)
		(void)screen_put(s, box.row, box.col + box.cols - 1, 1, THEME_MUTED | THEME_REVERSE, str_lit(">"));
	if (shift > 0 && cols > line->front)
		(void)screen_put(s, box.row, box.col + line->front, 1, THEME_MUTED | THEME_REVERSE, str_lit("<"));
}

/* The folded section whose heading a line is of, else NULL. */
static const struct doc_section *
folded_at(const struct article *a, const struct layout_line *line)
{
	const struct doc_block *block = line->block < a->doc.n ? &a->doc.blocks[line->block] : NULL;

	if (!block || !block->is_section_head || block->section < 0 || !a->folded[block->section])
		return NULL;
	return &a->doc.sections[block->section];
}

/* The sign before the heading of a folded section, and behind it how long what is hidden takes to read, where there is room. */
static void
draw_fold(struct screen *s, struct screen_box box, const struct article *a, size_t line)
{
	const struct layout_line *l = &a->lines[line];
	const struct doc_section *section = folded_at(a, l);
	struct buf text = { 0 };
	int minutes, cols;

	if (section && l->at == 0)
		(void)screen_put(s, box.row, box.col - 2, 2, THEME_MARKED, str_lit("▸"));
	if (!section || (line + 1 < a->n && a->lines[line + 1].block == l->block))
		return;
	minutes = reading_section_minutes(section);
	(void)buf_puts(&text, minutes ? "" : tr("under 1 min"));
	if (minutes)
		(void)buf_printf(&text, tr("%d min"), minutes);
	cols = layout_line_cols(l) + FOLD_GAP;
	if (cols + width_str(buf_str(&text)) <= box.cols)
		(void)screen_put(s, box.row, box.col + cols, box.cols - cols, THEME_COUNT, buf_str(&text));
	buf_free(&text);
}

void
article_draw_lines(struct screen *s, struct screen_box box, const struct article *a, size_t top, int shift)
{
	for (int i = 0; i < box.rows && top + (size_t)i < a->n; i++) {
		const struct layout_line *line = &a->lines[top + (size_t)i];
		struct screen_box row = { box.row + i, box.col, 1, box.cols };

		if (line->over)
			draw_scrolled(s, row, a, line, shift);
		else
			draw_line(s, row, a, line, 0);
		draw_fold(s, row, a, top + (size_t)i);
	}
}

void
article_draw_mark(struct screen *s, struct screen_box box, const struct layout_line *line, int shift, int from, int to, unsigned bits)
{
	if (shift > line->over)
		shift = line->over;
	if (from >= line->front) {
		from = from - shift < line->front ? line->front : from - shift;
		to -= shift;
	}
	if (to > box.cols)
		to = box.cols;
	if (from < to)
		screen_add_style(s, box.row, box.col + from, to - from, bits);
}

int
article_draw_shift(const struct article *a, int shift)
{
	int most = 0;

	for (size_t i = 0; i < a->n; i++)
		if (a->lines[i].over > most)
			most = a->lines[i].over;
	if (shift > most)
		shift = most;
	return shift < 0 ? 0 : shift;
}
