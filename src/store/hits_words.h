/*
 * The words of a query apart from the rest of it, as ranking needs them.
 */
#ifndef STORE_HITS_WORDS_H
#define STORE_HITS_WORDS_H

#include "query/query.h"
#include "store/store.h"

struct hits_words {
	struct str match;       /* what every post has to match: an expression of FTS5; empty when there is none */
	struct str title_match; /* the same with a word in the title; empty: no word is looked for there, or nowhere else */
	struct str whole;       /* the words as they stand in the query */
	struct str *checks;     /* each has to stand in the title by title_matches() */
	size_t n_checks;
	const struct query *rest; /* the other conditions; NULL for none */
	int64_t *tags;          /* that are called like a word, or like all of them together */
	size_t n_tags;
};

/* In the arena. */
int hits_words_read(struct store *s, struct arena *a, const struct query *query, struct hits_words *ret, struct err *err);

#endif
