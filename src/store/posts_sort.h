/*
 * The posts of a view in another order than the newest first. Such a list is read whole, by number: it is
 * bounded by how long that may take. Stories are not folded in it.
 */
#ifndef STORE_POSTS_SORT_H
#define STORE_POSTS_SORT_H

#include "store/posts.h"

enum posts_sort {
	POSTS_SORT_NEWEST, /* that of posts_page() */
	POSTS_SORT_OLDEST,
	POSTS_SORT_UNREAD, /* those first, each part the newest first; so with the others, too */
	POSTS_SORT_FEED,   /* by its name */
	POSTS_SORT_TITLE,
	POSTS_SORT_TIME,   /* to read it, the shortest first; unknown ones last */
	POSTS_SORTS,
};

enum {
	POSTS_SORT_MAX = 20000,     /* posts that are sorted, within a tenth of a second */
	POSTS_SORT_INDEXED = 500000, /* that stand in the order already */
};

/* ERR_USAGE where they are more than that. Free *ids with free(). */
int posts_sort_ids(struct store *s, const struct posts_view *view, enum posts_sort sort, int64_t **ids, size_t *n, struct err *err);

/* These posts as rows, in their order; one that is gone in between is a blank row without id. */
int posts_sort_rows(struct store *s, struct arena *a, const int64_t *ids, size_t n, struct posts_row **ret, struct err *err);

#endif
