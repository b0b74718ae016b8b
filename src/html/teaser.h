/*
 * Whether a text is only the beginning of one, as feeds give them.
 */
#ifndef HTML_TEASER_H
#define HTML_TEASER_H

#include "html/doc.h"

/* True for one that breaks off ("…", "[...]", "계속 읽기", "Read more"), for a few sentences, and for none. */
bool teaser_is(const struct doc *doc);

/* How a text ends, in clean XHTML or plain: TEASER_BREAKS "…" and the like, TEASER_LEADS "더 보기" and the like. */
enum teaser_end { TEASER_WHOLE, TEASER_BREAKS, TEASER_LEADS };
enum teaser_end teaser_end_of(struct str xhtml);

#endif
