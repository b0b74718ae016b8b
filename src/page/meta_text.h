/*
 * Short texts of elements: names, dates, headings.
 */
#ifndef PAGE_META_TEXT_H
#define PAGE_META_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "html/dom.h"

enum { META_TEXT_BYTES = 600, META_TEXT_NODES = 200 };

/* The text below node as one clean line in a; empty where it is longer than META_TEXT_BYTES, or spread over more nodes. */
struct str meta_text_line(struct arena *a, const struct dom_node *node);

/* The same without what stands in time elements. */
struct str meta_text_untimed(struct arena *a, const struct dom_node *node);

/* The class and the id of node in lower case, with blanks around each, in names, whatever that held; "" where it has none. */
struct str meta_text_names(struct buf *names, const struct dom_node *node);

/* Whether one of the n words stands in text. */
bool meta_text_has(struct str text, const char *const *words, size_t n);

#endif
