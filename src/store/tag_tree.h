/*
 * All tags as a tree: those that posts have and those of feeds' lines, with how
 * many posts "tag:NAME" finds and how many with all that stands below.
 */
#ifndef STORE_TAG_TREE_H
#define STORE_TAG_TREE_H

#include "store/store.h"

struct tag_tree_row {
	struct str name, key;    /* the whole name, and what it is equal by */
	int depth;               /* 0 for one that stands under none */
	int64_t total, unread;   /* posts that have it themselves or by their feed */
	int64_t all, all_unread; /* those and the ones that have a tag under it; a post counts once */
	int64_t feeds;           /* whose line has it */
	bool is_tag;             /* false for one that only others stand under */
};

/* In the order of the tree: the ones with most posts first, under each its own. All in the arena. */
int tag_tree_read(struct store *s, struct arena *a, struct tag_tree_row **ret, size_t *n, struct err *err);

#endif
