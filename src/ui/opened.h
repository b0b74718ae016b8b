/*
 * Posts that were opened are read, and their texts, changed or not, have been
 * seen. It is shown at once; the cache learns it when no key waits, since that
 * waits for the disk, and when nobody else holds the cache.
 */
#ifndef UI_OPENED_H
#define UI_OPENED_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "store/posts.h"

struct app;

/* Zero-initialise. */
struct opened {
	vec(struct posts_row) posts; /* that the cache does not know of; without their texts */
	int64_t again_at;            /* when it is asked again, which another program held, on the clock of clock_mono_ms(); 0: at once */
};

/* The post of the article that has just been opened: the list and the sidebar show it as read. */
void opened_add(struct app *app);

/* Lets the cache know, unless another program holds it. What has gone wrong otherwise is told, and shown as it is. */
void opened_mark(struct app *app);

/* The same, waiting for others: the reader ends. */
void opened_finish(struct app *app);

/* Milliseconds until there is something to do; -1: nothing. */
int opened_timeout(const struct opened *o);

void opened_free(struct opened *o);

#endif
