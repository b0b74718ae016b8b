/*
 * How much memory a worker may take for a job, estimated before it has it: of
 * a feed of short posts four times its bytes, of long ones many times, since the
 * tree of a post and the article that is made of it stand beside each other.
 */
#ifndef SYNC_SYNC_WEIGHT_H
#define SYNC_SYNC_WEIGHT_H

#include "worker/record.h"

enum {
	WEIGHT_ALL = 12 << 20, /* of all that is worked on at once */
	WEIGHT_MOST = 10 << 20, /* of one: small ones go on beside it */
};

/* Bytes. */
size_t sync_weight(enum record_task task, struct str body);

/* Of so many bytes of which no more is known: one post at most, and many short ones at least. */
size_t sync_weight_unseen(size_t bytes);
size_t sync_weight_least(size_t bytes);

#endif
