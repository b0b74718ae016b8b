/*
 * The tree back to HTML, with absolute addresses.
 */
#ifndef HTML_TIDY_SERIAL_H
#define HTML_TIDY_SERIAL_H

#include "base/buf.h"
#include "html/dom.h"

/* Appends what is in the head and body of root (HTML 13.3), addresses in attributes resolved against base. */
void tidy_serial(struct buf *out, const struct dom_node *root, struct str base);

#endif
