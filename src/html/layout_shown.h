/*
 * What plain cells show of text that a browser sets in another way: raised and
 * lowered text, percent-encoded addresses.
 */
#ifndef HTML_LAYOUT_SHOWN_H
#define HTML_LAYOUT_SHOWN_H

#include "base/buf.h"

/*
 * Appends what stands for s, a run of that style (DOC_ bits), and returns true; false where s stands
 * for itself. "2" and "[2]" raised are "²", "n+k" is "^(n+k)", lowered "_(n+k)"; what is a word or
 * bracketed already needs no sign. Of a link, an address is shown by url_show().
 */
bool layout_shown(struct buf *out, struct str s, unsigned style);

#endif
