/*
 * What is open around a block that is printed: details, quotes and lists, from
 * the outside in. The blocks of a struct doc say how many of each; that one
 * stands inside of another follows from their order.
 */
#ifndef HTML_PRINT_LEVELS_H
#define HTML_PRINT_LEVELS_H

#include "html/doc.h"

enum print_levels_kind { PRINT_LEVELS_DETAILS, PRINT_LEVELS_QUOTE, PRINT_LEVELS_LIST, PRINT_LEVELS_KINDS };

struct print_levels_one {
	enum print_levels_kind kind;
	/* Of a list: */
	uint32_t id;
	bool is_terms, is_ordered;
	int number;       /* the item that follows has by itself */
	int cols;         /* Markdown: the columns of its marker */
	char delim;       /* Markdown: what stands behind a number */
	const char *item; /* HTML: the element that is open in it, NULL for none */
};

enum { PRINT_LEVELS_MAX = PRINT_LEVELS_KINDS * 256 + 1 };

/* Zero-initialise; mind its size. */
struct print_levels {
	struct print_levels_one v[PRINT_LEVELS_MAX];
	size_t n;
};

/* How many of the levels stay open for b. */
size_t print_levels_kept(const struct print_levels *l, const struct doc_block *b);

/* Adds the next level that b needs, the outer ones first; NULL when all are there. */
struct print_levels_one *print_levels_add(struct print_levels *l, const struct doc_block *b);

/* Whether the list that b stands in is open. */
bool print_levels_has_list(const struct print_levels *l, const struct doc_block *b);

/* The innermost list that b stands in, NULL outside of lists. */
struct print_levels_one *print_levels_list(struct print_levels *l);

#endif
