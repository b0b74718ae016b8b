/*
 * The transfers that run, together.
 */
#ifndef NET_RUNNING_H
#define NET_RUNNING_H

#include "net/transfer.h"

enum {
	RUNNING_MOST = 128,      /* sockets that wait at once, many for nothing: with TLS each takes 150 KB when it is answered after all */
	RUNNING_FILES = 4,       /* of one: to look up its name, and two addresses that are tried at once */
	RUNNING_OLD_MS = 1000,   /* who is asked so long is waited for */
};

/* Whether the host and its platform take one more beside those that run. */
bool running_fits(struct transfer *const *running, size_t n, const struct transfer_target *to);

/* So many at once, or as many as the process may have files open for. */
size_t running_cap(size_t most);

/* How many have sent something, or are not asked for quiet_ms yet. Behind a proxy all count: it is the proxy that is waited for. */
size_t running_busy(struct transfer *const *running, size_t n, int64_t now_ms, int64_t quiet_ms);

/* The users of those that run for RUNNING_OLD_MS and longer, as many as there is room for. */
size_t running_users(struct transfer *const *running, size_t n, int64_t now_ms, void **users, size_t room);

/* Of those that run and stand still the one to go on first, or NULL; notes in the room what the others do. */
struct transfer *running_still(struct transfer *const *running, size_t n, struct room *room);

/* The one that goes on now, with the room that it has got for it: that one or, where it has to wait, the one that needs least. NULL: none. */
struct transfer *running_next(struct transfer *const *running, size_t n, struct room *room);

#endif
