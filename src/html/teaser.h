/*
 * Whether a text is only the beginning of one, as feeds give them.
 */
#ifndef HTML_TEASER_H
#define HTML_TEASER_H

#include "html/doc.h"

/* True for one that breaks off ("…", "[...]", "계속 읽기", "Read more"), for a few sentences, and for none. */
bool teaser_is(const struct doc *doc);

#endif
