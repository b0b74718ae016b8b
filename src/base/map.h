/*
 * A hash map from byte strings to pointers. Keys are copied.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stdint.h>

#include "base/str.h"

struct map_slot;

/* Zero-initialise. */
struct map {
	struct map_slot *slots;
	size_t n, cap;
};

/* A number as a key, valid as long as the number stands there. */
struct str map_number(const int64_t *n);

/* Where the value of key is kept, a new NULL one where there was none. Valid until the next map_at(). */
void **map_at(struct map *m, struct str key);

/* The value of key, or NULL. */
void *map_find(const struct map *m, struct str key);

void map_free(struct map *m);

#endif
