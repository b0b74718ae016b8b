/*
 * What a sync says of a feed that failed.
 */
#ifndef SYNC_SYNC_WORDS_H
#define SYNC_SYNC_WORDS_H

#include "sync/sync.h"

/* Appends event->text or, where that is NULL, event->why in words, since when feed has not come, and what to do about it, unless that is to wait. */
void sync_words(struct buf *out, const struct sync_event *event, const struct feeds_row *feed, int64_t held_until);

#endif
