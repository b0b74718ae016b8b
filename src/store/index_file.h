/*
 * The file of the search index, index.db beside the cache: FTS5 table
 * post_index (rowid is the post's) and its mark. Whoever writes it holds no
 * lock of the cache. It is attached to the cache for reading, as "search", and
 * written by a connection of its own (store/index_write.h).
 *
 * The mark says which cache the file belongs to and how many slices it has;
 * meta.index_id and index_slice of the cache say the same. A file that is
 * missing, damaged, of other rules, or of another state of the cache does not
 * fit: it is made anew, and every post waits for it.
 */
#ifndef STORE_INDEX_FILE_H
#define STORE_INDEX_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

/* In meta. */
#define INDEX_FILE_ID "index_id"
#define INDEX_FILE_SLICE "index_slice"

struct index_mark {
	int64_t id, slice, form;
};

/* What the cache says its file has for a mark; id 0: none yet. */
int index_file_wanted(struct store *s, struct index_mark *ret, struct err *err);

/*
 * Attaches the file, before a state of the cache is read. One that does not fit is made anew where that can be done, else there is none
 * and all posts wait. Quick when it was done before.
 */
int index_file_look(struct store *s, struct err *err);

/* The same without making anything: whether it fits. */
int index_file_fits(struct store *s, bool *fits, struct err *err);

/* Lets go of it; statements that name it are prepared again. */
void index_file_leave(struct store *s);

/* Under the lock of the index: an empty file of a new mark; every post waits. */
int index_file_renew(struct store *s, struct err *err);

bool index_file_is_locked(struct store *s);

/* The lock of the index: a descriptor to be closed. Waits for others as for the cache; ERR_BUSY when that was in vain. */
int index_file_lock(struct store *s, struct err *err);

#endif
