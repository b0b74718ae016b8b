/*
 * A part of the search index (store/index_page.h) from words in memory.
 */
#ifndef STORE_INDEX_PART_H
#define STORE_INDEX_PART_H

#include "store/index_page.h"
#include "store/index_places.h"

/* Writes words in order as the part of that number, which is not used yet. *pages: how many it has. */
int index_part_write(const struct index_page_into *into, int64_t id, struct index_places *places, int64_t *pages, struct err *err);

#endif
