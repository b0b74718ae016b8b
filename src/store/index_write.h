/*
 * The connection that writes the file of the search index. All of it is done
 * under the lock of the index (index_file_lock), in transactions that hold
 * nothing of the cache: they may be long.
 */
#ifndef STORE_INDEX_WRITE_H
#define STORE_INDEX_WRITE_H

#include <sqlite3.h>

#include "store/index_file.h"
#include "store/index_text.h"

/* Opens it, if it is not open; the file must be there. *has_wal: others read while it writes. */
int index_write_open(struct store *s, bool *has_wal, struct err *err);
void index_write_close(struct store *s);

/* Opens a new one at path in its place, to be written until it is closed (store/index_apart.h). */
int index_write_open_apart(struct store *s, const char *path, struct err *err);

/* The connection that is open. */
sqlite3 *index_write_db(struct store *s);

/* The file's mark; all 0 when it has none. */
int index_write_mark(struct store *s, struct index_mark *ret, struct err *err);

/* A slice: posts are taken out as they stand in it and put in as they are, by rising numbers; the end notes which slice it was. */
int index_write_begin(struct store *s, struct err *err);
int index_write_take(struct store *s, int64_t post, const struct index_text *was, struct err *err);
int index_write_add(struct store *s, int64_t post, const struct index_text *is, struct err *err);
int index_write_end(struct store *s, int64_t slice, struct err *err);
void index_write_cancel(struct store *s);

/* Before an article of so many bytes is read: where that takes much memory, what nobody needs just now is given back. */
void index_write_lean(struct store *s, size_t bytes);

/* Whether the last error was damage of the file. */
bool index_write_is_damaged(const struct store *s);

/* Behind a slice: merges its parts where they are many, so many pages at most. */
int index_write_merge(struct store *s, int64_t pages, struct err *err);

/* FTS5's own check, which counts as writing. */
int index_write_check(struct store *s, bool *is_whole, struct err *err);

#endif
