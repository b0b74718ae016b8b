/*
 * Bodies that are packed: most feeds are small, and a worker unpacks them, so
 * that a fourth of the bytes goes to it and whatever is wrong with them is met
 * in its jail. What is larger is unpacked here and looked at, for what it will
 * take of memory.
 */
#ifndef SYNC_SYNC_PACKED_H
#define SYNC_SYNC_PACKED_H

#include "sync/sync_pool.h"

/*
 * Weighs a job, and unpacks what no worker does, into room where there is enough of it (unpack_into()). A body that is
 * not looked at weighs as if it were one post: what would keep others of so many workers from theirs is looked at.
 * False when it cannot be read.
 */
bool sync_packed_weigh(struct sync_job *job, size_t workers, struct buf *room);

/* What it weighs at least by what it says of its size, before it is unpacked. */
size_t sync_packed_least(const struct sync_job *job);

/* Has one that is packed be looked at when it is weighed next; false where it has been. */
bool sync_packed_look(struct sync_job *job);

/*
 * A body that is not needed any more: its memory becomes the room for the next, where it is more than that and not too much to be kept.
 * Behind a large one the heap is trimmed.
 */
void sync_packed_drop(struct sync_job *job, struct buf *room);

/* Whether the worker has found that it is larger than it said: then it is as it was before, to be unpacked here. */
bool sync_packed_again(struct sync_job *job);

#endif
