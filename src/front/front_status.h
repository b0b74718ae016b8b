/*
 * How far a sync is, in one line for people.
 */
#ifndef FRONT_FRONT_STATUS_H
#define FRONT_FRONT_STATUS_H

#include "base/buf.h"
#include "sync/sync.h"

/* How much of a step was done at some time. */
struct front_status_mark {
	int64_t ms; /* clock_mono_ms() */
	size_t done;
};

/* Zero-initialise. */
struct front_status {
	enum sync_step step;
	size_t done, total;     /* of the step */
	int64_t last_ms;        /* clock_mono_ms() when one was done last */
	struct front_status_mark old, recent; /* how long it will take is guessed from the old one on; ms 0: no step has begun */
	int64_t added, bytes;
	size_t failed;
};

/* A step is so far. */
void front_status_note(struct front_status *s, enum sync_step step, size_t done, size_t total, int64_t now_ms);

/* A feed is through. */
void front_status_count(struct front_status *s, const struct sync_event *event);

/* Appends the line. Where it would be wider than cols, what is the least missed is left out. */
void front_status_text(struct buf *out, const struct front_status *s, int64_t now_ms, int cols);

/* Appends a size: 812 B, 3.4 KB, 120 MB. */
void front_status_size(struct buf *out, int64_t bytes);

#endif
