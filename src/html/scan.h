/*
 * What foreign HTML goes through before the parser, which is quadratic in
 * nesting and attributes and copies unclosed formatting again and again. One
 * linear pass; ordinary HTML comes out as it went in but for comments, styles and
 * long programs.
 */
#ifndef HTML_SCAN_H
#define HTML_SCAN_H

#include "base/buf.h"
#include "html/standin.h"

/*
 * Appends html without NULs and comments; elements deeper than
 * LIMIT_HTML_DEPTH lose their tags, elements with more than LIMIT_HTML_ATTRS
 * attributes lose these, and after LIMIT_HTML_TAGS tags that are left the rest is left
 * out: then true is returned. Long texts and values become marks (html/standin.h).
 */
bool scan_html(struct buf *out, struct str html, struct standin *standins);

#endif
