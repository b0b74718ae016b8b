/*
 * What a sync says of a page that came where a feed should be: which feeds it
 * leads to, and what to do.
 */
#ifndef SYNC_SYNC_OFFER_H
#define SYNC_SYNC_OFFER_H

#include "store/feeds.h"
#include "sync/page_links.h"
#include "sync/subscribed.h"

/* Appends the words to text and the addresses that are worth subscribing to to links, which is empty. feed: that the page came for. */
void sync_offer(struct buf *text, struct sync_job *job, const struct feeds_row *feed, struct subscribed *subs, struct page_links *links);

/* The code (text/feed_why.h) of a page that leads to its feed. */
const char *sync_offer_code(const struct feeds_row *feed);

#endif
