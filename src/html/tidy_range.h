/*
 * The parts of a line in which no mark of Markdown means anything: code by
 * markup or between backticks, and formulas between dollar signs.
 */
#ifndef HTML_TIDY_RANGE_H
#define HTML_TIDY_RANGE_H

#include "html/draft.h"

struct tidy_range {
	size_t from, to;       /* bytes of the line */
	size_t n_open, n_close; /* marks at its ends that stand for code; 0 where the markup says so */
};

struct tidy_ranges {
	vec(struct tidy_range) list; /* in order */
};

/* Finds those of a line; ret->list is filled anew. */
void tidy_range_find(struct tidy_ranges *ret, const struct draft *parts, const struct draft_part *line);

/* The first one that ends after `at`, or NULL. */
const struct tidy_range *tidy_range_after(const struct tidy_ranges *ranges, size_t at);

#endif
