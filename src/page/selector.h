/*
 * The text of CSS selectors taken apart: tag, *, .class, #id, [a], [a=v] (also
 * ^= $= *= ~= |=), :not() of such, descendants, ">" and commas. Tags and names
 * of attributes are in any case, all else is as it is written. Matching is
 * page/select.h.
 */
#ifndef PAGE_SELECTOR_H
#define PAGE_SELECTOR_H

#include "base/arena.h"

enum selector_test {
	SELECTOR_TAG,
	SELECTOR_ID,
	SELECTOR_CLASS,
	SELECTOR_HAS,    /* [a] */
	SELECTOR_IS,     /* [a=v] */
	SELECTOR_STARTS, /* [a^=v] */
	SELECTOR_ENDS,   /* [a$=v] */
	SELECTOR_HOLDS,  /* [a*=v] */
	SELECTOR_WORD,   /* [a~=v] */
	SELECTOR_PREFIX, /* [a|=v] */
};

/* What a node has to be, or not. */
struct selector_cond {
	enum selector_test test;
	bool is_not;
	struct str name, value; /* the attribute and what is compared; of tags, ids and classes value alone */
};

/* What one node has to be: n conditions from first on, none for "*". */
struct selector_part {
	size_t first, n;
	bool is_child; /* its parent is the part before, else any node above it */
};

/* Nodes below one another, the last is the one that is found: n parts from first on. */
struct selector_path {
	size_t first, n;
};

/* Any of the paths. */
struct selector {
	struct selector_cond *conds;
	struct selector_part *parts;
	struct selector_path *paths;
	size_t n_conds, n_parts, n_paths;
};

/* What is wrong with a text, and where (bytes). */
struct selector_fault {
	size_t at;
	const char *what; /* N_() */
};

/* Takes text apart into a; -1 with *fault (may be NULL) where it is no selector. */
int selector_parse(struct arena *a, struct str text, struct selector *ret, struct selector_fault *fault);

#endif
