/*
 * The kinds and platforms of the catalogue, and what people call them in
 * Korean and English.
 */
#ifndef CATALOG_CATALOG_TERM_H
#define CATALOG_CATALOG_TERM_H

#include "base/buf.h"

struct catalog_term {
	const char *code;     /* in the file, on the command line and in JSON */
	const char *label;    /* N_(), for lists */
	const char *words[6]; /* its other names, the Korean one first; NULL where there are no more */
};

/* All of them, ended by code == NULL. */
const struct catalog_term *catalog_term_kinds(void);
const struct catalog_term *catalog_term_platforms(void);

/* The term of a table that is called word, in any case, spaces aside; NULL when there is none. */
const struct catalog_term *catalog_term_find(const struct catalog_term *table, struct str word);

/* True when one of the names of the term begins with word (text/hangul.h says how). */
bool catalog_term_begins(const struct catalog_term *term, struct str word);

/* Appends the codes of a table, each with its Korean name, with ", " between. */
void catalog_term_list(struct buf *out, const struct catalog_term *table);

#endif
