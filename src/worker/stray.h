/*
 * A page that came where a feed should be: which feeds it names, where it leads
 * and what it is.
 */
#ifndef WORKER_STRAY_H
#define WORKER_STRAY_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

struct stray {
	struct str html, url;
	int64_t now;
	struct str code; /* that was looked for in it, may be empty */
};

/* Appends the records of the answer; a is for the job. */
void stray_answer(struct buf *out, struct arena *a, const struct stray *stray);

#endif
