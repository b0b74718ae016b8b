/*
 * When a feed is to be asked again: by what its user wants, what its server
 * and it itself say, and how often it really posts. Pure.
 */
#ifndef STORE_INTERVAL_H
#define STORE_INTERVAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"

/* What is known of a feed when it has just been asked. Times in seconds. */
enum { INTERVAL_ASKED_MIN_S = 5 * 60, INTERVAL_ASKED_MAX_S = 30 * 24 * 3600 }; /* of every=; what is beyond counts as these */

struct interval {
	int64_t tried;   /* when that was */
	int64_t every_s; /* the user's every=; 0: none */
	int64_t fresh_s; /* how long the answer is good, by its headers; 0 or less: they do not say */
	int64_t ttl_s;   /* between two updates, by the feed itself; 0 or less: it does not say */
	int64_t skip;    /* see feed.skip */
	int64_t newest;  /* date of its newest post; CLOCK_NONE */
	int64_t gap_s;   /* between two posts, of late; 0: not known */
	int64_t fails;   /* in a row, this try among them */
	unsigned seed;   /* of the spread of what comes after a failure */
};

/* The next time it is due. Never more than a day on, or than every_s where that is longer. */
int64_t interval_due(const struct interval *what);

/* Whether a feed is to be asked now: its time has come, or cannot be right (tried in the future, due later than any interval), since the clock was wrong. due, tried: CLOCK_NONE for a feed that was never asked. */
bool interval_is_due(int64_t due, int64_t tried, int64_t every_s, int64_t now);

/* Whether what wanted to be left alone until then still is; a time that no answer gives, more than a day on, counts as over. */
bool interval_is_held(int64_t held_until, int64_t now);

/* The usual seconds between posts with these dates, the newest first; 0 when they do not tell. */
int64_t interval_gap(const int64_t *dates, int n);

#endif
