#include "html/prose.h"

#include "html/print_block.h"

static void
add_table(struct buf *out, const struct doc_block *b)
{
	for (size_t r = 0; r < b->n_rows; r++)
		for (size_t i = 0; i < b->rows[r].n; i++) {
			(void)buf_add(out, b->rows[r].cells[i].text);
			(void)buf_putc(out, '\n');
		}
}

void
prose_add(struct buf *out, const struct doc *doc, size_t *starts)
{
	const struct doc_block *above = NULL;

	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_block *b = &doc->blocks[i];

		/* Words may stand on both sides of a line end that is no end of a paragraph. */
		if (print_block_is_continued(doc, above, b) && out->n && out->p[out->n - 1] == '\n')
			out->p[out->n - 1] = ' ';
		if (starts)
			starts[i] = out->n;
		if (b->kind == DOC_TABLE)
			add_table(out, b);
		(void)buf_add(out, b->text);
		(void)buf_puts(out, b->text.n ? "\n" : "");
		above = b;
	}
}

void
prose_sections(struct buf *out, const struct doc *doc)
{
	for (size_t i = 0; i < doc->n_sections; i++) {
		(void)buf_add(out, doc->sections[i].title);
		(void)buf_putc(out, '\n');
	}
}
