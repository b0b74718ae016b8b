/*
 * HTML in a title or a name as one line of plain text.
 */
#ifndef FEED_ONELINE_H
#define FEED_ONELINE_H

#include "base/arena.h"

/* References are decoded (also doubly escaped ones) and tags of HTML taken out; what only looks like a tag ("<vector>") stays. */
struct str oneline_of_html(struct arena *a, struct str html);

/* Text as it is, in one clean line. */
struct str oneline_of_text(struct arena *a, struct str text);

#endif
