/*
 * The head and foot of a page that came with its text: title, category,
 * by-line, buttons, notices.
 */
#ifndef HTML_TIDY_HEAD_H
#define HTML_TIDY_HEAD_H

#include "base/clock.h"
#include "html/draft.h"

struct tidy_head {
	struct str title;  /* a title found above a by-line where none was known; may be empty */
	struct str author; /* both slices into parts.arena */
	int64_t published; /* CLOCK_NONE */
};

/* Drops those lines; title is the post's, may be empty. */
void tidy_head(struct draft *parts, struct str title, int64_t now, struct tidy_head *ret);

#endif
