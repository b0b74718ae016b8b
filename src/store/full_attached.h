/*
 * The sounds and videos that a feed attaches to a post stand behind its text
 * there (worker/attached.h). The page of the post need not have them: then they
 * come behind the text of the page, too.
 */
#ifndef STORE_FULL_ATTACHED_H
#define STORE_FULL_ATTACHED_H

#include "base/buf.h"

/* Both are clean articles. Appends that of the page with what of the feed's end it lacks; false, with nothing done, where it lacks nothing. */
bool full_attached(struct buf *out, struct str page, struct str feed);

#endif
