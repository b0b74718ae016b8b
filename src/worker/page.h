/*
 * A page that came where a feed was looked for: what it says of feeds, and the
 * code that some platforms hide in it.
 */
#ifndef WORKER_PAGE_H
#define WORKER_PAGE_H

#include "base/str.h"

enum { PAGE_MARKS = 8, PAGE_CODE = 64 };

/* What stands before the code, the surest first, and what the code begins with. */
struct page_marks {
	struct str marks[PAGE_MARKS];
	size_t n;
	struct str code_start;
};

/* Of the codes behind the surest mark that has one, the one that stands there most often: letters, digits, "_" and "-", at most PAGE_CODE; empty without. */
struct str page_find_code(struct str html, const struct page_marks *marks);

#endif
