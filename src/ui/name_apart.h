/*
 * Names on one screen that are too long for their rows, and would look the same
 * when their ends are cut off: these lose their middles instead.
 */
#ifndef UI_NAME_APART_H
#define UI_NAME_APART_H

#include "base/buf.h"
#include "base/vec.h"

/* The names of the rows that are drawn together. Zero-initialise. */
struct name_apart {
	vec(struct str) names;
};

/* Appends a name as one of them, cut and padded to exactly cols columns. */
void name_apart_fit(const struct name_apart *all, struct buf *out, struct str name, int cols);

#endif
