/*
 * The connection of store/index_write.h, with its statements.
 */
#ifndef STORE_INDEX_WRITE_IMPL_H
#define STORE_INDEX_WRITE_IMPL_H

#include <sqlite3.h>

#include "store/index_slice.h"
#include "store/store.h"

enum write {
	WRITE_BEGIN, WRITE_COMMIT, WRITE_ROLLBACK, WRITE_READ, WRITE_RECORD, WRITE_DATA, WRITE_IDX, WRITE_SIZES, WRITE_UNSIZE, WRITE_SLICE,
	WRITE_MARK, WRITE_MERGE, WRITE_CHECK, WRITE_UNDATA, WRITE_UNIDX, WRITE_COUNT
};

/* Records of FTS5 in post_index_data. */
enum { RECORD_TOTALS = 1, RECORD_PARTS = 10 };

struct index_write {
	sqlite3 *db;
	bool has_wal, is_damaged, wants_merge;
	bool is_lean; /* the slice has a large article: what it took stands beside the words of all, unless it is given back */
	sqlite3_stmt *stmts[WRITE_COUNT];
	struct index_slice slice;
};

/* A statement, to be bound. */
sqlite3_stmt *index_write_get(struct store *s, enum write which, struct err *err);

/* Runs one that has no rows; st may be NULL, after an error. */
int index_write_finish(struct store *s, sqlite3_stmt *st, struct err *err);

/* One of a single value. */
int index_write_run(struct store *s, enum write which, int64_t value, struct err *err);

/* One of a number and bytes, which may be NULL. */
int index_write_put(struct store *s, enum write which, int64_t id, const struct buf *bytes, struct err *err);

/* A record of FTS5, empty where there is none. */
int index_write_read(struct store *s, int64_t record, struct buf *ret, struct err *err);

#endif
