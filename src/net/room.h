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
	ROOM_FIRST = 32 << 10,   /* everyone's, beside the limit: many feeds need no more */
	ROOM_JOBS = 16,          /* at the beginning */
	ROOM_BUSY = 40,          /* while something is worked on: at 200 ms an answer as many as two workers read */
	ROOM_STILL = 16,         /* stand still, and none begins: each takes memory, and its server waits */
	ROOM_PATIENCE_MS = 1000, /* a share that has not grown for so long is a slow one's */
	ROOM_TIMES = 3,          /* the limit, at most, with what slow ones hold; twice as much for a share that */
	ROOM_SMALL = 64 << 10,   /* grows by no more than that */
	ROOM_FULL_MS = 10000,    /* where slow ones hold that much, until a share passes the limit all the same */
};

struct room_share {
	size_t n;        /* bytes */
	int64_t grew_ms; /* when it did last, clock_mono_ms() */
};

/* Zero-initialise, with the limit set where there is to be one. */
struct room {
	size_t limit;  /* bytes; 0: none */
	size_t shares; /* of all transfers, beyond the first of each */
	size_t slow;   /* of those that are slow: nobody is to wait for them */
	size_t behind; /* bytes of bodies that wait to be worked on */
	bool is_idle;  /* nothing is worked on, so that nothing will make room */
	size_t n_still; /* transfers that stand still */
	bool is_still; /* all do */
	int64_t passed_ms; /* when the limit was last passed for that */
};

/*
 * How many transfers may run at once, at most jobs, when so many have come through:
 * while nothing is worked on they become more as they come through; else some are
 * enough to keep who works busy, and none begins while some stand still; while many do, or so much
 * waits to be worked on that the limit is reached, none does at all.
 */
size_t room_jobs(const struct room *r, size_t through, size_t jobs);

/* A transfer begins. */
void room_begin(const struct room *r, struct room_share *share, int64_t now_ms);

/*
 * Doubles a share that is used up; false when there is no room. Where nothing is
 * worked on and no transfer goes on, or none has for a while, one may pass the limit.
 */
bool room_grow(struct room *r, struct room_share *share, int64_t now_ms);

/* Whether a body of n bytes fits into a share, which grows for that where there is room. */
bool room_fits(struct room *r, struct room_share *share, size_t n, int64_t now_ms);

bool room_is_slow(const struct room_share *share, int64_t now_ms);

/* What a share has of the room. */
size_t room_of(const struct room *r, const struct room_share *share);

/* Its body has come, of n bytes: what is more of the share is for others. */
void room_keep(struct room *r, struct room_share *share, size_t n);

/* The body is gone, or in other hands. */
void room_end(struct room *r, struct room_share *share);

#endif
