/*
 * The transfers that run, together.
 */
#ifndef NET_RUNNING_H
#define NET_RUNNING_H

#include "net/transfer.h"

/* Whether the host and its platform take one more beside those that run. */
bool running_fits(struct transfer *const *running, size_t n, const struct transfer_target *to);

/* Of those that run and stand still the one to go on first, or NULL; notes in the room what the others do. */
struct transfer *running_still(struct transfer *const *running, size_t n, struct room *room);

#endif
