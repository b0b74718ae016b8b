/*
 * A view of posts as SQL: which index it reads, what it leaves out.
 */
#ifndef STORE_POSTS_VIEW_H
#define STORE_POSTS_VIEW_H

#include "base/arena.h"
#include "store/compose.h"
#include "store/posts.h"

struct posts_view_sql {
	const char *sort, *id; /* the columns that lists are ordered by */
};

/* Whether posts of one story are one row in it. */
bool posts_view_folds(const struct posts_view *view);

/* Appends the conditions that make a post $ of struct compose one of the view's. */
void posts_view_has(struct compose *c, struct arena *a, const struct posts_view *view);

/* Appends " AND …": no post q of the view in p's story fulfils the condition; true of a post without a story. */
void posts_view_story_has_no(struct compose *c, struct arena *a, const struct posts_view *view, const char *condition);

/* Appends " AND …": of each story only the newest post that the view holds. */
void posts_view_heads(struct compose *c, struct arena *a, const struct posts_view *view);

/* Appends " FROM … WHERE …", without order; stories are not folded. with_feed: joins the feed as f. */
void posts_view_from(struct compose *c, struct arena *a, const struct posts_view *view, bool with_feed,
    struct posts_view_sql *ret);

/* Appends " AND (sort, id) < (?, ?)": what stands beyond a key on that side; and the order, nearest first. */
void posts_view_beyond(struct compose *c, const struct posts_view_sql *view, const struct posts_key *key,
    enum posts_order order);
void posts_view_order(struct compose *c, const struct posts_view_sql *view, enum posts_order order);

#endif
