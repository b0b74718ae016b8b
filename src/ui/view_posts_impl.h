/*
 * What the files of the list of posts share.
 */
#ifndef UI_VIEW_POSTS_IMPL_H
#define UI_VIEW_POSTS_IMPL_H

#include "ui/filter.h"
#include "ui/kept.h"
#include "ui/list.h"
#include "ui/listing.h"
#include "ui/marking.h"
#include "ui/view.h"

struct view_posts {
	struct view view;
	struct list list;
	struct listing listing;
	struct arena what_arena;
	struct str title, name; /* for the last row; for the memory */
	struct filter filter;
	bool is_search;     /* what is typed is looked for in all posts (view_posts_search()) */
	struct buf trouble; /* why the feed that is shown, and has no posts, could not be fetched */
	struct marking marking;
	struct kept kept;
	int lines;          /* of the screen that a post takes: more with snippets */
	bool is_unread, hides_read; /* what is shown has unread posts only by itself; by the user's wish */
	bool has_moved; /* else new posts at the top take the cursor along */
};

static inline struct view_posts *
view_posts_self(const struct view *v)
{
	union {
		const struct view *view;
		struct view_posts *posts;
	} u = { v };

	return u.posts;
}

#endif
