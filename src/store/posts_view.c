#include "store/posts_view.h"

#include "store/query_impl.h"
#include "text/nfc.h"

enum { VIEW_FEED = 1, VIEW_UNREAD = 2, VIEW_STARRED = 4 };

/* The index by which a list is read in order without sorting, by what the view asks for. */
static const char *const indexes[8] = {
	[0] = "post_all",
	[VIEW_FEED] = "post_feed",
	[VIEW_UNREAD] = "post_unread",
	[VIEW_FEED | VIEW_UNREAD] = "post_feed_unread",
	[VIEW_STARRED] = "post_starred",
	[VIEW_STARRED | VIEW_FEED] = "post_starred",
	[VIEW_STARRED | VIEW_UNREAD] = "post_starred",
	[VIEW_STARRED | VIEW_FEED | VIEW_UNREAD] = "post_starred",
};

static void
source(struct compose *c, const struct posts_view *view)
{
	const struct query *query = view->query;
	int wants = (view->feed_id ? VIEW_FEED : 0) | (view->is_unread ? VIEW_UNREAD : 0) |
	    (view->is_starred ? VIEW_STARRED : 0);

	if (view->tag.n) {
		compose_add(c, " FROM post_tag x INDEXED BY post_tag_list CROSS JOIN post p ON p.id = x.post_id");
		return;
	}
	compose_add(c, " FROM post p");
	if (query && query->wants_all)
		return;
	compose_add(c, " INDEXED BY ");
	compose_add(c, query && query->wants_hidden ? "post_hidden" : indexes[wants]);
}

static const char *
what_shows(const struct query *query)
{
	if (query && query->wants_all)
		return "p.stub < 2";
	return query && query->wants_hidden ? "p.is_hidden = 1 AND p.stub < 2" : "p.shown = 1";
}

void
posts_view_from(struct compose *c, struct arena *a, const struct posts_view *view, bool with_feed,
    struct posts_view_sql *ret)
{
	struct buf key = { 0 };

	*ret = (struct posts_view_sql){ .sort = "p.sort", .id = "p.id" };
	source(c, view);
	if (with_feed)
		compose_add(c, " CROSS JOIN feed f ON f.id = p.feed_id");
	compose_add(c, " WHERE ");
	compose_add(c, what_shows(view->query));
	if (view->tag.n) {
		nfc_fold(&key, view->tag);
		ret->tag = arena_dup(a, buf_str(&key));
		ret->sort = "x.sort";
		ret->id = "x.post_id";
		compose_text(c, " AND x.tag_id = (SELECT id FROM tag WHERE key = ", ret->tag);
		compose_add(c, ")");
		buf_free(&key);
	}
	if (view->feed_id)
		compose_int(c, " AND p.feed_id = ", view->feed_id);
	if (view->is_unread)
		compose_add(c, " AND p.is_read = 0");
	if (view->is_starred)
		compose_add(c, " AND p.is_starred = 1");
	if (view->query)
		query_sql_compile(c, view->query);
}
