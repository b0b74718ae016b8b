/*
 * Whether a post whose feed is to be judged by itself (fulltext=auto) needs its
 * page: whether what the feed gave is only the beginning of a text.
 */
#ifndef SYNC_FULLTEXT_NEED_H
#define SYNC_FULLTEXT_NEED_H

#include "html/teaser.h"
#include "store/full_look.h"

/*
 * letters, of what the feed gave, that ends so. What the last pages of the feed gave counts most: where they gave no more none is asked
 * for, where they did all are that the feed does not give at length. Before three pages are known it is what the text says of
 * itself, and whether the feed has nothing but a few sentences for all of its posts.
 */
bool fulltext_need(const struct full_feed *feed, int64_t letters, enum teaser_end end);

#endif
