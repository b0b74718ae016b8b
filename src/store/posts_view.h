/*
 * A view of posts as SQL: which index it reads, what it leaves out.
 */
#ifndef STORE_POSTS_VIEW_H
#define STORE_POSTS_VIEW_H

#include "base/arena.h"
#include "store/compose.h"
#include "store/posts.h"

struct posts_view_sql {
	struct str tag;        /* its folded name */
	const char *sort, *id; /* the columns that lists are ordered by */
};

/* Appends " FROM … WHERE …", without order. with_feed: joins the feed as f. */
void posts_view_from(struct compose *c, struct arena *a, const struct posts_view *view, bool with_feed,
    struct posts_view_sql *ret);

#endif
