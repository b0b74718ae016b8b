/*
 * Sets of numbers above 0, as of posts: a bit each where they lie close
 * together, else in order. Filled, settled, and then asked.
 */
#ifndef BASE_IDS_H
#define BASE_IDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"

/* Zero-initialise. */
struct ids {
	vec(int64_t) list; /* in any order while there are bits */
	vec(uint64_t) bits;
	int64_t least, most; /* of them; 0 for none */
};

/* Empties it; the room stays. */
void ids_clear(struct ids *ids);

void ids_add(struct ids *ids, int64_t id);

/* After the last ids_add(), before the first ids_has(). */
void ids_settle(struct ids *ids);

bool ids_has(const struct ids *ids, int64_t id);

void ids_free(struct ids *ids);

#endif
