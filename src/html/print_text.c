#include "html/print.h"
#include "text/clean.h"

/* How a role looks on a terminal, as parameters of SGR (ECMA-48, 8.3.117): the eight colours, for any ground. */
static const char *const roles[LAYOUT_ROLES] = {
	[LAYOUT_HEADING1] = "1;4;33",
	[LAYOUT_HEADING2] = "1;33",
	[LAYOUT_HEADING3] = "33",
	[LAYOUT_MARKER] = "36",
	[LAYOUT_QUOTE] = "34",
	[LAYOUT_LABEL] = "2",
	[LAYOUT_RULE] = "2",
	[LAYOUT_CAPTION] = "3",
	[LAYOUT_REF] = "34",
	[LAYOUT_CODE_KEYWORD] = "35",
	[LAYOUT_CODE_TYPE] = "36",
	[LAYOUT_CODE_NAME] = "34",
	[LAYOUT_CODE_STRING] = "32",
	[LAYOUT_CODE_NUMBER] = "36",
	[LAYOUT_CODE_COMMENT] = "2;3",
	[LAYOUT_CODE_META] = "33",
	[LAYOUT_CODE_ADDED] = "32",
	[LAYOUT_CODE_REMOVED] = "31",
};

static const struct {
	uint16_t style;
	const char *sgr;
} styles[] = {
	{ DOC_BOLD, "1" },
	{ DOC_ITALIC, "3" },
	{ DOC_UNDERLINE | DOC_LINK, "4" },
	{ DOC_MARK, "7" },
	{ DOC_STRIKE, "9" },
	{ DOC_MONO, "32" },
};

enum { STYLES = sizeof styles / sizeof *styles };

static bool
is_label_of_code(const struct layout_line *line, uint32_t k)
{
	return k && k < line->n && line->runs[k].role == LAYOUT_LABEL && line->runs[k - 1].role == LAYOUT_CODE_MARGIN;
}

/* The text of a run. The language above code stands in brackets in the margin, or it would be read as code. */
static void
add_run(struct buf *out, const struct layout_line *line, uint32_t k)
{
	if (is_label_of_code(line, k + 1))
		return;
	(void)buf_puts(out, is_label_of_code(line, k) ? "[" : "");
	(void)buf_add(out, line->runs[k].text);
	(void)buf_puts(out, is_label_of_code(line, k) ? "]" : "");
}

void
print_text(struct buf *out, const struct layout *layout)
{
	for (size_t i = 0; i < layout->n; i++) {
		size_t start = out->n;

		for (uint32_t k = 0; k < layout->lines[i].n; k++)
			add_run(out, &layout->lines[i], k);
		while (out->n > start && out->p[out->n - 1] == ' ')
			buf_truncate(out, out->n - 1);
		(void)buf_putc(out, '\n');
	}
}

/* ---- on a terminal */

static void
add_sgr(struct buf *out, const char *parameters, bool *is_open)
{
	if (!parameters)
		return;
	(void)buf_printf(out, "%s%s", *is_open ? ";" : "\033[", parameters);
	*is_open = true;
}

static void
add_coloured(struct buf *out, const struct layout_run *run, struct str text)
{
	bool is_open = false;

	add_sgr(out, roles[run->role], &is_open);
	for (int i = 0; i < STYLES; i++)
		if (run->style & styles[i].style)
			add_sgr(out, styles[i].sgr, &is_open);
	(void)buf_puts(out, is_open ? "m" : "");
	clean_inline(out, text);
	(void)buf_puts(out, is_open ? "\033[m" : "");
}

void
print_text_coloured(struct buf *out, const struct layout *layout)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < layout->n; i++) {
		for (uint32_t k = 0; k < layout->lines[i].n; k++) {
			buf_clear(&text);
			add_run(&text, &layout->lines[i], k);
			add_coloured(out, &layout->lines[i].runs[k], buf_str(&text));
		}
		(void)buf_putc(out, '\n');
	}
	buf_free(&text);
}
