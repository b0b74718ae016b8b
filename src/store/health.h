/*
 * How feeds are: what the last fetches found, worst first. For whoever looks
 * after them, on the shell and in the reader.
 */
#ifndef STORE_HEALTH_H
#define STORE_HEALTH_H

#include "store/feeds.h"

/* In the order in which they need somebody. */
enum health_state {
	HEALTH_PAUSED,  /* gone (410): it is asked no more */
	HEALTH_FAILING, /* the last try failed, and not by the fault of the network */
	HEALTH_MOVED,   /* it has a new address for long enough to take it */
	HEALTH_HELD,    /* its server wants to be left alone for a while */
	HEALTH_MENDED,  /* fine, but its bytes had to be mended */
	HEALTH_NEW,     /* not fetched yet */
	HEALTH_FINE,
	HEALTH_STATES
};

enum { HEALTH_CODE = 128 };

struct health {
	const struct feeds_row *feed;
	enum health_state state;
	size_t place;             /* in the feeds file */
	int64_t texts, parts, textless; /* posts whose page was fetched: whole, in part, without finding their text */
	struct {
		int64_t n;            /* posts of textless that it is so with: most of them */
		int64_t held_until;
		char code[HEALTH_CODE]; /* store/full_why.h */
	} why;
	int64_t again, again_at;  /* posts of textless that are tried again, and when the first is; CLOCK_NONE: by the next sync */
};

/* The word for programs: "paused", "failing". */
const char *health_word(enum health_state state);

/* now: clock_now(). */
enum health_state health_state_of(const struct feeds_row *feed, int64_t now);

/* Fills states and full texts of n entries whose feed is set, and sorts them. */
int health_read(struct store *s, struct health *all, size_t n, struct err *err);

#endif
