/*
 * A list of transfers, first in, first out. Used by net/ only.
 */
#ifndef NET_QUEUE_H
#define NET_QUEUE_H

#include "net/transfer.h"

/* Zero-initialise. */
struct queue {
	struct transfer *first, **last;
	size_t n;
};

void queue_add(struct queue *q, struct transfer *t);

/* Before all others. */
void queue_add_first(struct queue *q, struct transfer *t);

/* Takes the one that *at leads to: at is &q->first, or &t->next of one in it. */
struct transfer *queue_take(struct queue *q, struct transfer **at);

/* Moves all of from to the end of to. */
void queue_move(struct queue *from, struct queue *to);

/* Those that go to a platform are not asked any more: they go to the end of to as FETCH_HELD. */
void queue_hold(struct queue *from, struct str platform, struct queue *to);

/* Takes all out and frees them. */
void queue_free(struct queue *q);

#endif
