/*
 * The pages of one article put together.
 */
#ifndef SYNC_FULLTEXT_JOIN_H
#define SYNC_FULLTEXT_JOIN_H

#include "base/buf.h"

/*
 * Appends a page to an article, both in the clean subset ("<article>…</article>"), so that they are one. Blocks that
 * every page begins with, such as title and picture, stand only once. SAME: the page says again what the first one said;
 * FULL: the whole would pass out's cap. Nothing is appended then.
 */
enum fulltext_join { FULLTEXT_JOIN_MORE, FULLTEXT_JOIN_SAME, FULLTEXT_JOIN_FULL };
enum fulltext_join fulltext_join(struct buf *out, struct str page);

#endif
