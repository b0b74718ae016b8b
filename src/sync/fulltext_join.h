/*
 * The pages of one article put together.
 */
#ifndef SYNC_FULLTEXT_JOIN_H
#define SYNC_FULLTEXT_JOIN_H

#include "base/buf.h"

/*
 * Appends a page to an article, both in the clean subset ("<article>…</article>"), so that they are one. Blocks that
 * every page begins with, such as title and picture, stand only once. False when nothing came of it: the page says
 * again what the first one said, or the whole would pass out's cap.
 */
bool fulltext_join(struct buf *out, struct str page);

#endif
