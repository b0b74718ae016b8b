/*
 * What a sync says of a page that came where a feed should be: which feeds it
 * leads to, and what to do.
 */
#ifndef SYNC_SYNC_OFFER_H
#define SYNC_SYNC_OFFER_H

#include "sync/page_links.h"
#include "sync/subscribed.h"

/* Appends the words to text and the addresses that are worth subscribing to to links, which is empty. url: under which the page is subscribed. */
void sync_offer(struct buf *text, struct sync_job *job, struct str url, struct subscribed *subs, struct page_links *links);

#endif
