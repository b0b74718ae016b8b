/*
 * Hosts that take questions and never answer: what they are asked for beside
 * that need not be waited for.
 */
#ifndef NET_MUTE_H
#define NET_MUTE_H

#include "base/map.h"
#include "net/transfer.h"

enum { MUTE_AFTER = 2 }; /* in a row without a byte */

/* Zero-initialise; free with mute_free(), which makes it new. */
struct mute {
	struct arena arena;
	struct map places; /* "HOST:PORT" of those that were silent */
};

/* A transfer has ended. What a proxy does says nothing of the host. */
void mute_note(struct mute *m, const struct transfer *t);

/* Whether the host of one that has not begun is not to be asked. */
bool mute_is(const struct mute *m, const struct transfer *t);

void mute_free(struct mute *m);

#endif
