/*
 * An index with no posts, in the file that index_write.h has open or opens.
 */
#ifndef STORE_INDEX_MAKE_H
#define STORE_INDEX_MAKE_H

#include <stdint.h>

#include "base/err.h"

struct store;

/* Makes the tables anew, with a mark of that id and no slice yet. */
int index_make_tables(struct store *s, int64_t id, struct err *err);

/* The same whatever was there: a file that is damaged goes. */
int index_make_empty(struct store *s, int64_t id, struct err *err);

/* A number for the mark of a new one. */
int64_t index_make_id(void);

#endif
