/*
 * A feed whose address was changed in the feeds file by hand: one line is gone,
 * and one has come at its place. Whether it is the same feed tell the posts
 * that it brings from there; then those of the other address are its own
 * (store/adopt.h). Of several, the last one counts.
 */
#ifndef STORE_REPLACED_H
#define STORE_REPLACED_H

#include "base/buf.h"
#include "store/store.h"

/* Inside the transaction that takes the file: the line of the feed from has become that of the address to. */
int replaced_note(struct store *s, int64_t from, struct str to, struct err *err);

/* After a sync, outside of a transaction: an action of its own where it is the same feed. told: what to say of that, appended; nothing else. */
int replaced_settle(struct store *s, struct buf *told, struct err *err);

#endif
