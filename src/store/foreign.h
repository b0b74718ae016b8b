/*
 * The databases of other readers: newsboat's cache.db and newsraft's
 * newsraft.sqlite3, for what was read and flagged in them. They are opened for
 * reading only and trusted in nothing: every value's type and size is looked
 * at, views and triggers do not count.
 */
#ifndef STORE_FOREIGN_H
#define STORE_FOREIGN_H

#include "base/arena.h"
#include "base/err.h"
#include "store/subscribe_post.h"

struct foreign {
	struct subscribe_post *posts;
	size_t n;
	int64_t passed; /* rows that hold what they should not */
};

/* True for a file that begins as those of SQLite do. */
bool foreign_is(const char *path);

/* A text of theirs as one clean line in the arena; false when it is longer than max bytes or no UTF-8. */
bool foreign_line(struct arena *a, struct str raw, size_t max, struct str *ret);

/* ERR_FORMAT when it is none of the two, or damaged. */
int foreign_read(const char *path, struct arena *a, struct foreign *ret, struct err *err);

#endif
