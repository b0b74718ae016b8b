/*
 * An article as text for a pipe or a file.
 */
#ifndef HTML_PRINT_H
#define HTML_PRINT_H

#include "html/layout.h"

/* The lines of the layout, "\n" behind each. */
void print_text(struct buf *out, const struct layout *layout);

/* The blocks [from, to) as CommonMark with headings by section level; as a fragment of HTML. */
void print_markdown(struct buf *out, const struct doc *doc, size_t from, size_t to);
void print_html(struct buf *out, const struct doc *doc, size_t from, size_t to);

/* The outline as a JSON array: [{"level":1,"title":"…"}, …] with a final "\n". */
void print_outline_json(struct buf *out, const struct doc *doc);

/* The outline for people: two columns of indent a level. */
void print_outline_text(struct buf *out, const struct doc *doc);

#endif
