/*
 * FTS5's list of the parts of an index (record 10 of post_index_data): levels,
 * each of parts from the oldest to the newest. What comes in stands on the
 * first; parts that are merged become one of the next.
 */
#ifndef STORE_INDEX_LIST_H
#define STORE_INDEX_LIST_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"

struct index_list_level {
	uint64_t merging, n; /* parts that become one just now, and all */
};

struct index_list_part {
	uint64_t id, first, last; /* the last two: of its pages */
};

struct index_list {
	char settings[4]; /* FTS5's number of them */
	uint64_t counter; /* of pages; FTS5's own merging goes by it */
	vec(struct index_list_level) levels;
	vec(struct index_list_part) parts;
};

/* False for what is no such list. Free it in any case. */
bool index_list_read(struct index_list *list, struct str bytes);

/* A number that no part has. */
int64_t index_list_unused(const struct index_list *list);

/* A part of pages from 1 on that is newer than all. */
void index_list_add(struct index_list *list, int64_t id, int64_t pages);

/* The n oldest parts of the first level, none of which is merged just now, have become one of pages from 1 on, the newest of the second. */
void index_list_join(struct index_list *list, size_t n, int64_t id, int64_t pages);

/* Whether a level has so many parts, or some that are being merged. */
bool index_list_has_many(const struct index_list *list, uint64_t parts);

void index_list_write(const struct index_list *list, struct buf *out);
void index_list_free(struct index_list *list);

#endif
