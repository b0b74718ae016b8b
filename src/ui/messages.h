/*
 * What has been said since the reader was started: the last row shows a
 * message until the next key, here it stays. The oldest go when there are many.
 */
#ifndef UI_MESSAGES_H
#define UI_MESSAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

enum { MESSAGES_MAX = 500, MESSAGES_BYTES = 4096 /* of one; a longer one is cut */ };

struct messages_one {
	struct buf text;
	int64_t time; /* when it was said last */
	bool is_error;
	size_t times; /* it was said, one after the other */
};

/* Zero-initialise. */
struct messages {
	struct messages_one v[MESSAGES_MAX]; /* a ring */
	size_t first, n;
};

void messages_free(struct messages *m);

/* Adds one, or counts the last one up where it says the same. now: clock_now(). */
void messages_add(struct messages *m, struct str text, bool is_error, int64_t now);

/* The i-th from the oldest on, i < n; valid until the next messages_add(). */
const struct messages_one *messages_at(const struct messages *m, size_t i);

#endif
