/*
 * The catalogue of Korean IT blogs that comes with sosik: share/catalog.tsv,
 * whose form is in sosik(5). It is read only when somebody asks for it.
 */
#ifndef CATALOG_CATALOG_H
#define CATALOG_CATALOG_H

#include "base/arena.h"
#include "base/err.h"
#include "catalog/catalog_term.h"

struct catalog_row {
	struct str name, site, feed;
	const struct catalog_term *kind, *platform;
	struct str *tags; /* without "#" */
	size_t n_tags;
};

struct catalog {
	struct catalog_row *rows;
	size_t n;
	struct str *problems; /* one line each: file, line, what; the other lines count all the same */
	size_t n_problems;
};

/* Reads the file; all of *ret is in the arena. */
int catalog_read(struct arena *a, struct catalog *ret, struct err *err);

/* The same for a text; file is its name in problems. */
void catalog_parse(struct arena *a, struct str text, const char *file, struct catalog *ret);

#endif
