/*
 * How much of their bodies all transfers together may hold. Each has a share
 * that grows as its body does; one that has used up its share stands still, and
 * its server with it, until there is room for more.
 */
#ifndef NET_ROOM_H
#define NET_ROOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	ROOM_SHARE = 64 << 10, /* the first: half of all feeds need no more */
	ROOM_PATIENCE_MS = 1000,
};

/* Zero-initialise, with the limit set where there is to be one. */
struct room {
	size_t limit;  /* bytes; 0: none */
	size_t shares; /* given to the transfers that run */
	size_t behind; /* bytes of bodies that wait to be worked on */
	bool is_idle;  /* nothing is worked on, so that nothing will make room */
	int64_t passed_ms; /* when the limit was last passed for that */
};

/* Gives a transfer its first share; false when it may not begin yet. */
bool room_begin(struct room *r, size_t *share);

/*
 * Doubles a share that is used up; false when there is no room. Where nothing is
 * worked on and all transfers stand still, or those that do not are too slow to
 * wait for, one may pass the limit. now_ms: clock_mono_ms().
 */
bool room_grow(struct room *r, size_t *share, bool is_still, int64_t now_ms);

/* Whether a body of n bytes fits into a share, which grows for that where there is room. */
bool room_fits(struct room *r, size_t *share, size_t n, int64_t now_ms);

/* Its transfer is over. */
void room_end(struct room *r, size_t *share);

#endif
