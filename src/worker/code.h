/*
 * A page that came where a feed was looked for: what it says of feeds, and the
 * code that some platforms hide in it.
 */
#ifndef WORKER_CODE_H
#define WORKER_CODE_H

#include "base/str.h"

enum { CODE_MARKS = 8, CODE_MAX = 64 };

/* What stands before the code, the surest first, and what the code begins with. */
struct code_marks {
	struct str marks[CODE_MARKS];
	size_t n;
	struct str code_start;
};

/* Of the codes behind the surest mark that has one, the one that stands there most often: letters, digits, "_" and "-", at most CODE_MAX; empty without. */
struct str code_find(struct str html, const struct code_marks *marks);

#endif
