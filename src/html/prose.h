/*
 * The text of an article as one searches it: what the reader shows, without
 * marks and addresses of links.
 */
#ifndef HTML_PROSE_H
#define HTML_PROSE_H

#include "base/buf.h"
#include "html/doc.h"

/*
 * Appends the text of all blocks, a line each; lines of one paragraph have a blank between them, cells of a table
 * stand on lines of their own. starts, room for doc->n numbers, may be NULL: where in out each block begins.
 */
void prose_add(struct buf *out, const struct doc *doc, size_t *starts);

/* Appends the titles of the sections, a line each. */
void prose_sections(struct buf *out, const struct doc *doc);

#endif
