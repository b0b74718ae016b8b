/*
 * A part of the search index as FTS5 keeps it ("segment": the head of
 * ext/fts5/fts5_index.c describes the bytes), written in one go from words in
 * memory. FTS5 reads, merges and checks it like its own.
 *
 * Pages of post_index_data hold the words in order, each with its list of
 * posts; post_index_idx says which word a page begins with. A list that goes
 * over many pages has an index of its own, of the first post of each.
 */
#ifndef STORE_INDEX_PART_H
#define STORE_INDEX_PART_H

#include <sqlite3.h>

#include "base/err.h"
#include "store/index_places.h"

/* INSERT of (id, block) into post_index_data and of (segid, term, pgno) into post_index_idx. */
struct index_part_into {
	sqlite3 *db;
	sqlite3_stmt *data, *idx;
};

/* Writes words in order as the part of that number, which is not used yet. *pages: how many it has. */
int index_part_write(const struct index_part_into *into, int64_t id, struct index_places *places, int64_t *pages, struct err *err);

#endif
