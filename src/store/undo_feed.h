/*
 * Undo and redo of what was done to feeds: the feeds file first, which is the
 * truth about what is subscribed, then the journal.
 */
#ifndef STORE_UNDO_FEED_H
#define STORE_UNDO_FEED_H

#include "store/line.h"
#include "store/store.h"
#include "store/subs_edit.h"

/* True when the line is about feeds. */
bool undo_feed_is(const json_t *line);

/* Makes it again, or its inverse, in the text of the feeds file, by the addresses that its feeds have now. Appends what was done as the "feeds" of a line. */
int undo_feed_make(struct store *s, const json_t *line, bool is_inverse, struct subs_edit_file *file, struct buf *elements,
    struct err *err);

#endif
