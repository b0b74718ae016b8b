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

/* Behind the block above it, or NULL. Returns where it begins. */
static size_t
add_block(struct buf *out, const struct doc *doc, const struct doc_block *above, const struct doc_block *b)
{
	size_t start = out->n;

	/* Words may stand on both sides of a line end that is no end of a paragraph. */
	if (print_block_is_continued(doc, above, b) && out->n && out->p[out->n - 1] == '\n')
		out->p[out->n - 1] = ' ';
	if (b->kind == DOC_TABLE)
		add_table(out, b);
	(void)buf_add(out, b->text);
	(void)buf_puts(out, b->text.n ? "\n" : "");
	return start;
}

void
prose_add(struct buf *out, const struct doc *doc, size_t *starts)
{
	for (size_t i = 0; i < doc->n; i++) {
		size_t start = add_block(out, doc, i ? &doc->blocks[i - 1] : NULL, &doc->blocks[i]);

		if (starts)
			starts[i] = start;
	}
}

void
prose_add_some(struct prose *prose, struct buf *out, const struct doc *some)
{
	const struct doc_block *above = prose->starts.n ? &prose->above : NULL;

	for (size_t i = 0; i < some->n; i++) {
		*vec_add(&prose->starts) = (uint32_t)add_block(out, some, above, &some->blocks[i]);
		above = &some->blocks[i];
	}
	if (some->n)
		prose->above = *above;
}

void
prose_set_apart(const struct prose *prose, struct buf *out, size_t block)
{
	for (size_t i = block; i < prose->starts.n && i < block + 2; i++)
		if (prose->starts.v[i])
			out->p[prose->starts.v[i] - 1] = '\n';
}

void
prose_sections(struct buf *out, const struct doc_section *sections, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		(void)buf_add(out, sections[i].title);
		(void)buf_putc(out, '\n');
	}
}
