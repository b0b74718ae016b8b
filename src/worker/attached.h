/*
 * What a feed attaches to a post to be heard or seen (RSS 2.0 <enclosure>,
 * Atom rel="enclosure", Media RSS, JSON Feed attachments): a part of its text.
 */
#ifndef WORKER_ATTACHED_H
#define WORKER_ATTACHED_H

#include "base/buf.h"
#include "feed/feed.h"

/* Appends body with the sounds and videos of post behind it that it does not name itself: as players, or in plain text as lines of their addresses. False, with nothing done, where there are none. */
bool attached_add(struct buf *out, struct str body, bool is_text, const struct post *post);

#endif
