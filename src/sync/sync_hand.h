/*
 * A job as a worker is told of it.
 */
#ifndef SYNC_SYNC_HAND_H
#define SYNC_SYNC_HAND_H

#include "sync/sync_pool.h"

/* As client_give(); on failure the job's err says why. */
int sync_hand(struct client *client, struct sync_job *job);

#endif
