/*
 * Tags as such (store/retag.h) in the lines of the feeds file, where they stand
 * for all posts of a feed. Each keeps its place in the line.
 */
#ifndef STORE_RETAG_FEEDS_H
#define STORE_RETAG_FEEDS_H

#include "store/retag_plan.h"

struct retag_feeds {
	int64_t first;  /* the number of the action's line, 0 where no line of the file is changed */
	int64_t feeds;  /* that are */
	int64_t tags;   /* names that only feeds had */
	int64_t joined; /* of them into a tag that was there before */
};

/*
 * Makes the plan, for which the file is read, and carries out what it says about feeds: the file, the journal and the cache
 * together. The store is open for writing, outside of a transaction.
 */
int retag_feeds_run(struct retag_feeds *ret, struct retag_plan *p, struct store *s, struct err *err);

#endif
