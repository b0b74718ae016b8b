/*
 * Which posts a command is for: a word, or "query" and what it finds.
 */
#ifndef UI_TARGETS_H
#define UI_TARGETS_H

#include <stdint.h>

#include "base/err.h"
#include "ui/two_names.h"

struct app;

enum targets_scope {
	TARGETS_HERE,   /* no word: the marked posts, else the one under the cursor or open */
	TARGETS_MARKED,
	TARGETS_BELOW,  /* of the list from the cursor on, its own among them */
	TARGETS_ABOVE,
	TARGETS_ALL,    /* that the list shows, folded or not */
	TARGETS_QUERY,  /* of the cache */
};

/* Whether the word is a scope, in either language. */
bool targets_scope_find(struct str word, enum targets_scope *ret);

/* The words; NULL behind the last. */
const struct two_names *targets_word(size_t i);

/*
 * The posts; query is that of TARGETS_QUERY. -1 with *err, also where some wait for the index of which nobody knows whether they are
 * meant; *fault is then the byte of the query at fault. Free *ids with free().
 */
int targets_ids(struct app *app, enum targets_scope kind, struct str query, int64_t **ids, size_t *n, size_t *fault, struct err *err);

#endif
