/*
 * Hosts that take questions and never answer: what they are asked for beside
 * that need not be waited for. How long that takes to be seen is said by those
 * that do answer: on a slow network nobody is quick.
 */
#ifndef NET_MUTE_H
#define NET_MUTE_H

#include "base/map.h"
#include "net/transfer.h"

enum {
	MUTE_AFTER = 2, /* in a row without a byte: those that are asked at once */
	MUTE_LATER = 4, /* of a host that has answered before: two may be the network's, that stood still for a while */
	MUTE_TIMES = 4, /* as long as others take */
	MUTE_LEAST_MS = 1000, MUTE_FIRST_MS = 2000, MUTE_MOST_MS = 5000,
};

struct mute_place {
	int silent;        /* in a row */
	bool has_answered;
};

/* Zero-initialise; free with mute_free(), which makes it new. */
struct mute {
	struct arena arena;
	struct map places; /* struct mute_place by "HOST:PORT" */
	int64_t usual_ms;  /* that it takes until an answer from outside begins, on the average of late; 0: none has */
};

/* A transfer has ended. What a proxy does says nothing of the host. */
void mute_note(struct mute *m, const struct transfer *t);

/* Whether the host of one that has not begun is not to be asked. */
bool mute_is(const struct mute *m, const struct transfer *t);

/* One that has sent nothing for so long keeps nobody waiting any more. */
int64_t mute_wait_ms(const struct mute *m);

void mute_free(struct mute *m);

#endif
