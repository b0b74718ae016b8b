#include "html/print.h"

#include "html/print_block.h"

/* A row is one line. */
static void
add_cell(struct buf *out, struct str text)
{
	size_t start = out->n;
	struct str line;

	while (str_line(&text, &line)) {
		line = str_trim(line);
		(void)buf_puts(out, line.n && out->n > start ? " " : "");
		(void)buf_add(out, line);
	}
}

static void
add_table(struct buf *out, const struct doc_block *b)
{
	for (size_t r = 0; r < b->n_rows; r++) {
		for (size_t i = 0; i < b->rows[r].n; i++) {
			(void)buf_puts(out, i ? " | " : "");
			add_cell(out, b->rows[r].cells[i].text);
		}
		(void)buf_putc(out, '\n');
	}
}

/* Items of one list stand close together. */
static bool
is_close(const struct doc *doc, const struct doc_block *above, const struct doc_block *b)
{
	return print_block_is_continued(doc, above, b) || (b->is_item && above->list && b->list);
}

/* A picture goes with what is said below it; the caption of a table stays. */
static bool
is_shown(const struct doc *doc, size_t at)
{
	const struct doc_block *b = &doc->blocks[at];

	if (b->is_caption)
		return at + 1 < doc->n && b[1].kind == DOC_TABLE;
	return b->kind != DOC_IMAGE && b->kind != DOC_RULE;
}

static void
add_block(struct buf *out, const struct doc_block *b)
{
	if (b->kind == DOC_TABLE) {
		add_table(out, b);
		return;
	}
	if (b->is_item && b->is_ordered)
		(void)buf_printf(out, "%d. ", b->number);
	else if (b->is_item)
		(void)buf_puts(out, "- ");
	(void)buf_add(out, b->text);
	(void)buf_putc(out, '\n');
}

/* Every line of what is quoted has a mark for each quote it stands in. */
static void
add_lines(struct buf *out, struct str lines, int quotes)
{
	struct str line;

	while (str_line(&lines, &line)) {
		for (int i = 0; i < quotes; i++)
			(void)buf_puts(out, line.n || i + 1 < quotes ? "> " : ">");
		(void)buf_add(out, line);
		(void)buf_putc(out, '\n');
	}
}

void
print_plain(struct buf *out, const struct doc *doc, size_t from, size_t to)
{
	const struct doc_block *above = NULL;
	struct buf lines = { 0 };

	for (size_t i = from; i < to && i < doc->n; i++) {
		const struct doc_block *b = &doc->blocks[i];

		if (!is_shown(doc, i))
			continue;
		if (above && !is_close(doc, above, b))
			(void)buf_putc(out, '\n');
		buf_clear(&lines);
		add_block(&lines, b);
		add_lines(out, buf_str(&lines), b->quote);
		above = b;
	}
	buf_free(&lines);
}
