/*
 * Which feeds of the catalogue are subscribed already, under whatever form of
 * their address.
 */
#ifndef CATALOG_CATALOG_MARKS_H
#define CATALOG_CATALOG_MARKS_H

#include "base/map.h"
#include "base/str.h"

/* Zero-initialise. */
struct catalog_marks {
	struct map feeds; /* canonical addresses */
};

void catalog_marks_add(struct catalog_marks *m, struct str feed);
bool catalog_marks_has(const struct catalog_marks *m, struct str feed);
void catalog_marks_free(struct catalog_marks *m);

#endif
