/*
 * The posts that wait for the index, for a query: they are searched beside it,
 * in a table of the same kind in memory, so that none is missed.
 */
#ifndef STORE_INDEX_PREPARE_H
#define STORE_INDEX_PREPARE_H

#include "store/store.h"

enum {
	INDEX_PREPARE_POSTS = 500, /* that are looked at, the newest: 0.1 s */
};

/*
 * A condition on the post $ of struct compose, for compose_text(): behind the first part and behind
 * the second stands the same expression of FTS5. Columns: title, author, section, body, initials.
 */
#define INDEX_PREPARE_MATCH "$.id IN (SELECT rowid FROM post_index WHERE post_index MATCH "
#define INDEX_PREPARE_WAITING " AND rowid NOT IN (SELECT post_id FROM index_queue)" \
	" UNION ALL SELECT rowid FROM temp.post_waiting WHERE post_waiting MATCH "
#define INDEX_PREPARE_END ")"

/* Before a query with words is compiled. *left: posts that wait beyond those that are looked at, which it will miss. */
int index_prepare(struct store *s, int64_t *left, struct err *err);

#endif
