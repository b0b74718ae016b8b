/*
 * Searching the catalogue. Every word has to match: in the name (also by
 * 초성, spaces and case aside), in an address, or as the start of a kind, a
 * platform or a tag; "#word" in the last three only. A word that fits nothing
 * is tried as what the keyboard would have given in its other language.
 */
#ifndef CATALOG_CATALOG_FIND_H
#define CATALOG_CATALOG_FIND_H

#include "catalog/catalog.h"

struct catalog_find {
	struct str words;                            /* valid UTF-8 in NFC, with blanks between; empty: all */
	const struct catalog_term *kind, *platform;  /* only those; NULL: any */
};

/* How many rows match; *rows, in the arena, are they: names that begin with the words, tags that are them, names that hold them, addresses, the rest; those alike in the order of the file. */
size_t catalog_find_rows(struct arena *a, const struct catalog *c, const struct catalog_find *find, const struct catalog_row ***rows);

#endif
