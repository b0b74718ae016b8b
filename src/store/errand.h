/*
 * What rules want done beside the cache for a post: its page fetched, the user
 * told, a program run. An errand outlives the sync it was made in; it is taken
 * off the list before it is run, so that none is run twice.
 */
#ifndef STORE_ERRAND_H
#define STORE_ERRAND_H

#include "store/store.h"

enum errand_kind { ERRAND_FULLTEXT, ERRAND_NOTIFY, ERRAND_EXEC }; /* stored */

struct errand {
	int64_t post, key; /* key: of the program (struct rules_rule), else 0 */
};

/* Adds one for each of the posts, inside a transaction; one that is there already stays one. */
int errand_add(struct store *s, enum errand_kind kind, int64_t key, const int64_t *posts, size_t n, struct err *err);

/* Those that wait, oldest posts first, at most max. Posts that are gone are left out, and hidden ones unless it is for a program. */
int errand_list(struct store *s, struct arena *a, enum errand_kind kind, size_t max, struct errand **ret, size_t *n, struct err *err);

/* Takes these off the list, in one transaction. */
int errand_take(struct store *s, enum errand_kind kind, const struct errand *errands, size_t n, struct err *err);

/* Takes all of a kind off the list. */
int errand_clear(struct store *s, enum errand_kind kind, struct err *err);

/* Notes why the last errand of telling failed, "" where it did not: *is_known when that was noted before. */
int errand_note_trouble(struct store *s, struct str text, bool *is_known, struct err *err);

#endif
