/*
 * A feed whose address was changed in the feeds file by hand: one line is gone,
 * and one has come at its place. Whether it is the same feed tell the posts
 * that it brings from there; then those of the other address are its own
 * (store/adopt.h), before these are merged: none of them is new. Of several, the
 * last one counts.
 */
#ifndef STORE_REPLACED_H
#define STORE_REPLACED_H

#include "base/buf.h"
#include "store/merge.h"

/* Inside the transaction that takes the file: the line of the feed from, which the action seq ended, has become that of the address to. Where nothing has come from it since it was changed so itself, it was a slip: the one before it counts. */
int replaced_note(struct store *s, int64_t from, int64_t seq, struct str to, struct err *err);

/* The feed that came so, and whose posts have not told yet which one it is; 0: none. */
int replaced_to(struct store *s, int64_t *feed, struct err *err);

/* When the posts of that feed have come, before they are merged, outside of a transaction: an action of its own where they tell that it is the same one; told as below. */
int replaced_meet(struct store *s, const struct merge_post *posts, size_t n, struct buf *told, struct err *err);

/* After a sync, for what was merged all the same, outside of a transaction: an action of its own where it is the same feed. told: what to say of that, appended; nothing else. */
int replaced_settle(struct store *s, struct buf *told, struct err *err);

#endif
