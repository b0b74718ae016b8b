/*
 * Lines of the journal about feeds onto the cache.
 */
#ifndef STORE_APPLY_FEED_H
#define STORE_APPLY_FEED_H

#include "store/line.h"
#include "store/store.h"

/* The feed with that permanent id; 0 when there is none, unless is_made: then a hidden one without address is. */
int apply_feed_by_uid(struct store *s, struct str uid, bool is_made, int64_t *id, struct err *err);

/* subscribe, unsubscribe, move, move-back, adopt or release, with the line's members; other verbs do nothing. */
int apply_feed_line(struct store *s, const json_t *line, struct str verb, struct err *err);

/* The "feeds" of a line (store/line_feed.h), and the same as their text without the brackets. */
int apply_feed_list(struct store *s, const json_t *line, struct err *err);
int apply_feed_text(struct store *s, struct str elements, struct err *err);

/* Takes the feeds of a "met" (store/line.h): their first fetch has been. */
int apply_feed_met(struct store *s, const json_t *line, struct err *err);

#endif
