/*
 * What a sync says of a feed that failed.
 */
#ifndef SYNC_SYNC_WORDS_H
#define SYNC_SYNC_WORDS_H

#include "sync/sync.h"

/* Appends event->text or, where that is NULL, event->why in words, since when feed has not come, and what to do about it, unless that is to wait. */
void sync_words(struct buf *out, const struct sync_event *event, const struct feeds_row *feed, int64_t held_until);

/* What it is called: title, its own, may be empty, where there was only the address to call it by before this fetch. */
struct str sync_words_name(const struct feeds_row *feed, struct str title);

#endif
