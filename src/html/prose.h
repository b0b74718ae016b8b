/*
 * The text of an article as one searches it: what the reader shows, without
 * marks and addresses of links.
 */
#ifndef HTML_PROSE_H
#define HTML_PROSE_H

#include "base/buf.h"
#include "base/vec.h"
#include "html/doc.h"

/*
 * Appends the text of all blocks, a line each; lines of one paragraph have a blank between them, cells of a table
 * stand on lines of their own. starts, room for doc->n numbers, may be NULL: where in out each block begins.
 */
void prose_add(struct buf *out, const struct doc *doc, size_t *starts);

/* The same of an article in parts (doc_read_on()). Zero-initialise; free with vec_free(&prose.starts). */
struct prose {
	vec(uint32_t) starts; /* of all blocks */
	struct doc_block above;
};

void prose_add_some(struct prose *prose, struct buf *out, const struct doc *some);

/* The block heads a section, it has turned out: it is no line of the paragraph that it stands in. */
void prose_set_apart(const struct prose *prose, struct buf *out, size_t block);

/* Appends the titles of sections, a line each. */
void prose_sections(struct buf *out, const struct doc_section *sections, size_t n);

#endif
