/*
 * The posts of a view in another order than the newest first. Such a list is read whole, by number: that
 * takes its time where it is long. Of a story that the view folds the newest post stands in it.
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
	POSTS_SORT_RANK,   /* the best of what the query's words find, by posts_sort_best(), then the rest, the newest first */
	POSTS_SORTS,
};

enum { POSTS_SORT_MAX = 1000000 }; /* posts; their numbers are 8 MB */

/* Now: as long as half a frame of the screen has room for it. */
enum posts_sort_time { POSTS_SORT_NOW, POSTS_SORT_WHOLE };

/*
 * 0, or 1 where it would take longer than it may: then *ids are those that come first, as far as they are known. ERR_USAGE where they
 * are too many. Free *ids with free().
 */
int posts_sort_ids(struct store *s, const struct posts_view *view, enum posts_sort sort, enum posts_sort_time time, int64_t **ids, size_t *n,
    struct err *err);

/* These posts of the view as rows, in their order; one that is gone in between is a blank row without id. */
int posts_sort_rows(struct store *s, struct arena *a, const struct posts_view *view, const int64_t *ids, size_t n, struct posts_row **ret,
    struct err *err);

/* Those that stand for an unread post, in any order. Free *ids with free(). */
int posts_sort_unread(struct store *s, const struct posts_view *view, int64_t **ids, size_t *n, struct err *err);

/* All posts that these stand for. Free *all with free(). */
int posts_sort_posts(struct store *s, const struct posts_view *view, const int64_t *ids, size_t n, int64_t **all, size_t *n_all,
    struct err *err);

#endif
