/*
 * The parts that the file of the search index is made of, where it is open to be
 * written (store/index_write.h).
 */
#ifndef STORE_INDEX_WRITE_PARTS_H
#define STORE_INDEX_WRITE_PARTS_H

#include "store/index_list.h"
#include "store/store.h"

/* FTS5's record of them, and another in its place. The list is freed in any case. */
int index_write_parts_get(struct store *s, struct index_list *ret, struct err *err);
int index_write_parts_put(struct store *s, const struct index_list *list, struct err *err);

/* How many there are, and their pages; none where the record is damaged: that is found out when a slice comes in, and made good. */
int index_write_parts_count(struct store *s, int64_t *parts, int64_t *pages, struct err *err);

/*
 * Within a transaction, of one whose posts were all put in by rising numbers, and none taken out: the oldest parts of the first level
 * become one of the second, INDEX_JOIN_PARTS at most. *is_joined: there were some.
 */
int index_write_parts_join(struct store *s, bool *is_joined, struct err *err);

#endif
