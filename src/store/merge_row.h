/*
 * What a post of a feed gives to its row in the cache.
 */
#ifndef STORE_MERGE_ROW_H
#define STORE_MERGE_ROW_H

#include <sqlite3.h>

#include "base/buf.h"
#include "store/merge.h"

struct merge_row {
	struct buf guid, link_key;
	int64_t title_key;
	bool has_title_key;
	int64_t hash, body_hash; /* of what the reader shows, identity_text() of the text alone */
	int64_t categories;      /* category_hash() */
};

/* Clear it with merge_row_clear(). */
struct merge_row merge_row_make(const struct merge_post *given);
void merge_row_clear(struct merge_row *row);

enum { MERGE_ROW_ADD = 17 }; /* values of a row of STMT_POST_ADD; the last is row.categories */

/* Binds ?1 to ?16 of STMT_POST_ADD and the like, behind those of as many values. */
void merge_row_bind(const struct merge_row *row, sqlite3_stmt *st, int behind, int64_t feed, const struct merge_post *given, int64_t published, int64_t first_seen);

/* When it was published; feeds that only know when it was last changed mean that. */
int64_t merge_row_date(const struct post *post);

/* A copy of the post and of what it points to, for one that waits: all in the arena, but for what the row does not take. */
struct merge_post merge_row_keep(struct arena *a, const struct merge_post *given, struct post *post);

#endif
