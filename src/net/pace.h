/*
 * Requests to one host, or one platform of many, begin some time apart, so that
 * many pages of one blog do not come as a burst. Hosts of one's own network need
 * no such care.
 */
#ifndef NET_PACE_H
#define NET_PACE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/map.h"

/* Zero-initialise, with the gap set where there is to be one. */
struct pace {
	int gap_ms;
	struct map held;  /* that are not asked any more */
	struct map hosts; /* when the last request began, int64_t */
	struct arena arena;
};

/* Milliseconds until host may be asked, 0 when it may be now. now_ms: clock_mono_ms(). */
int64_t pace_left(const struct pace *p, struct str host, int64_t now_ms);

/* A request to host begins. */
void pace_begin(struct pace *p, struct str host, int64_t now_ms);

/* host is asked no more. */
void pace_hold(struct pace *p, struct str host);
bool pace_is_held(const struct pace *p, struct str host);

void pace_free(struct pace *p);

#endif
