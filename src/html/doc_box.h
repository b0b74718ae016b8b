/*
 * What blocks stand in (struct doc_box), compared.
 */
#ifndef HTML_DOC_BOX_H
#define HTML_DOC_BOX_H

#include "base/limits.h"
#include "html/doc.h"

/* No box is deeper: an element makes a list and an item at most. */
enum { DOC_BOX_DEPTH = 2 * LIMIT_XML_DEPTH };

/* The innermost box that holds both; NULL for none. */
const struct doc_box *doc_box_common(const struct doc_box *a, const struct doc_box *b);

/*
 * The boxes from `box` outward up to `end` (one around it or NULL, left out itself), the outermost
 * first, to path[]. Returns their number.
 */
size_t doc_box_path(const struct doc_box *box, const struct doc_box *end, const struct doc_box *path[DOC_BOX_DEPTH]);

#endif
