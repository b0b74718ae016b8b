/*
 * The posts a line of the journal names, in the cache. One that no feed has
 * brought yet, or carries no longer, is kept as a stub: with its title (shown),
 * or as a bare identity that waits for the feed to bring it (never shown). One
 * that was purged is there no more, unless it gets a star or a tag.
 */
#ifndef STORE_APPLY_POST_H
#define STORE_APPLY_POST_H

#include "store/line.h"
#include "store/store.h"

/* entry: an identity, or [identity, title, link, date]. *id is 0 when the post is not there and is_made is false. time: when the action was. */
int apply_post_find(struct store *s, int64_t feed, const json_t *entry, int64_t time, bool is_made, int64_t *id,
    struct err *err);

/* The same, into temp.act. */
int apply_post_choose(struct store *s, int64_t feed, const json_t *entry, int64_t time, bool is_made, struct err *err);

#endif
