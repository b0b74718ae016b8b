/*
 * Undo and redo of what was done to feeds: the feeds file first, which is the
 * truth about what is subscribed, then the journal.
 */
#ifndef STORE_UNDO_FEED_H
#define STORE_UNDO_FEED_H

#include "store/line.h"
#include "store/store.h"

/* True when the line is about feeds. */
bool undo_feed_is(const json_t *line);

/* Does it again, or its inverse, in the feeds file, by the addresses that its feeds have now. Appends what was done as the "feeds" of a line. */
int undo_feed_run(struct store *s, const json_t *line, bool is_inverse, struct buf *elements, struct err *err);

#endif
