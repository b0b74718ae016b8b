/*
 * What a slice of posts brings into the search index, in memory: their words,
 * how many each of them has, and the sums of the whole index.
 */
#ifndef STORE_INDEX_SLICE_H
#define STORE_INDEX_SLICE_H

#include "store/index_places.h"
#include "store/index_text.h"

enum { INDEX_COLUMNS = 5 }; /* of post_index, as SCHEMA_INDEX has them */

/* Zero-initialise. */
struct index_slice {
	struct index_tokenizer *tokenizer;
	struct index_terms terms;
	struct index_places places;
	int64_t post;                       /* the last one */
	int64_t posts, words[INDEX_COLUMNS]; /* of the whole index */
};

/* The sums of the index so far, from FTS5's record of them. */
void index_slice_begin(struct index_slice *slice, struct str totals);

/* A post with the text that the index has, or with the one that it is to have, behind that. *sizes: FTS5's, for the latter. */
void index_slice_take(struct index_slice *slice, int64_t post, const struct index_text *was);
void index_slice_add(struct index_slice *slice, int64_t post, const struct index_text *is, struct buf *sizes);

/* FTS5's record of the sums. */
void index_slice_totals(const struct index_slice *slice, struct buf *ret);

void index_slice_free(struct index_slice *slice);

#endif
