/*
 * Running text of a block as CommonMark and as HTML.
 */
#ifndef HTML_PRINT_INLINE_H
#define HTML_PRINT_INLINE_H

#include "base/buf.h"
#include "html/doc.h"

/* Text with its spans: of a block or of a cell of a table. */
struct print_inline {
	struct str text;
	const struct doc_span *spans;
	size_t n_spans;
	unsigned escapes; /* PRINT_ESCAPE_ bits */
};

struct print_inline print_inline_block(const struct doc_block *b);
struct print_inline print_inline_cell(const struct doc_cell *cell);

/* How names of footnotes are written. */
struct print_inline_notes {
	const char *ids; /* what the ids begin with: "n3" is that of a note, "r3" of its first name */
	bool is_book;    /* as EPUB has them */
};

/* Appends it escaped, with emphasis, code and links. Without notes their names lead nowhere. */
void print_inline_markdown(struct buf *out, const struct doc *doc, const struct print_inline *text);
void print_inline_html(struct buf *out, const struct doc *doc, const struct print_inline *text, const struct print_inline_notes *notes);

/* The link of that number; empty for none. */
struct str print_inline_link(const struct doc *doc, uint16_t link);

#endif
