/*
 * Parts of the search index become one, where each has posts behind those of
 * all before it, as the parts of an index that is made at once have: then the
 * list of a word is what they have of it, one behind the other, and is copied
 * as it stands. FTS5's own merge looks at each post.
 */
#ifndef STORE_INDEX_JOIN_H
#define STORE_INDEX_JOIN_H

#include "store/index_list.h"
#include "store/index_page.h"

enum { INDEX_JOIN_PARTS = 16 }; /* at once; a page of each is in memory */

struct index_join_with {
	struct index_page_into into;
	sqlite3_stmt *get;          /* SELECT of the block ?1 of post_index_data */
	sqlite3_stmt *remove;       /* DELETE of its rows from ?1 on, before ?2 */
	sqlite3_stmt *remove_words; /* DELETE of those of the part ?1 in post_index_idx */
};

/*
 * Writes at most INDEX_JOIN_PARTS parts as one of the number id, which is not used yet, and removes them. *pages: how many it has.
 * Within a transaction, which is of no use after an error.
 */
int index_join(const struct index_join_with *with, const struct index_list_part *parts, size_t n, int64_t id, int64_t *pages, struct err *err);

#endif
