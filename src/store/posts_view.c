#include "store/posts_view.h"

#include "store/query_sql.h"
#include "store/stmt.h"
#include "text/nfc.h"

enum { VIEW_FEED = 1, VIEW_UNREAD = 2, VIEW_STARRED = 4 };

/* The index by which a list is read in order without sorting, by what the view asks for. */
static const char *const indexes[8] = {
	[0] = "post_looks",
	[VIEW_FEED] = "post_feed",
	[VIEW_UNREAD] = "post_unread",
	[VIEW_FEED | VIEW_UNREAD] = "post_feed_unread",
	[VIEW_STARRED] = "post_starred",
	[VIEW_STARRED | VIEW_FEED] = "post_starred",
	[VIEW_STARRED | VIEW_UNREAD] = "post_starred",
	[VIEW_STARRED | VIEW_FEED | VIEW_UNREAD] = "post_starred",
};

/* The index that the view is walked by. */
static const char *
index_of(const struct posts_view *view)
{
	const struct query *query = view->query;
	bool is_unread = view->is_unread || (query && query_asks(query, QUERY_UNREAD));
	bool is_starred = view->is_starred || (query && query_asks(query, QUERY_STARRED));
	int wants = (view->feed_id ? VIEW_FEED : 0) | (is_unread ? VIEW_UNREAD : 0) | (is_starred ? VIEW_STARRED : 0);

	switch (query_sql_scope(query)) {
	case QUERY_SQL_WIDE:
		return "post_looks";
	case QUERY_SQL_HIDDEN:
		return "post_hidden";
	default:
		return indexes[wants];
	}
}

static void
source(struct compose *c, const struct posts_view *view)
{
	if (view->tag.n) {
		compose_add(c, " FROM post_tag x INDEXED BY post_tag_list CROSS JOIN post p ON p.id = x.post_id");
	} else if (view->is_arrived) {
		compose_add(c, " FROM (" STMT_ARRIVED_SLICE ") r CROSS JOIN post p ON p.id = r.post_id");
	} else if (c->driver) {
		compose_add(c, " FROM temp.words m CROSS JOIN post p ON p.id = m.id");
	} else if (c->few) {
		compose_add(c, c->few->kind == QUERY_LINK ? " FROM post p INDEXED BY post_by_link" : " FROM post p NOT INDEXED");
	} else {
		compose_add(c, " FROM post p INDEXED BY ");
		compose_add(c, index_of(view));
	}
}

/* All that the view asks of a post but the tag. */
static void
add_conditions(struct compose *c, const struct posts_view *view)
{
	if (view->query)
		query_sql_add(c, view->query);
	else
		compose_add(c, "$.shown = 1");
	if (view->feed_id)
		compose_int(c, " AND $.feed_id = ", view->feed_id);
	if (view->is_unread)
		compose_add(c, " AND $.is_read = 0");
	if (view->is_starred)
		compose_add(c, " AND $.is_starred = 1");
	if (view->since) {
		compose_int(c, " AND $.sort >= ", view->since - POSTS_LATE_S);
		compose_int(c, " AND ($.sort >= ", view->since);
		compose_int(c, " OR $.first_seen >= ", view->since);
		compose_add(c, ")");
	}
}

static struct str
folded(struct arena *a, struct str tag)
{
	struct buf key = { 0 };
	struct str made;

	nfc_fold(&key, tag);
	made = arena_dup(a, buf_str(&key));
	buf_free(&key);
	return made;
}

bool
posts_view_folds(const struct posts_view *view)
{
	return view->is_folded && query_sql_scope(view->query) == QUERY_SQL_SHOWN;
}

void
posts_view_has(struct compose *c, struct arena *a, const struct posts_view *view)
{
	add_conditions(c, view);
	if (!view->tag.n)
		return;
	compose_text(c, " AND EXISTS (SELECT 1 FROM post_tag z WHERE z.post_id = $.id AND z.tag_id ="
	    " (SELECT id FROM tag WHERE key = ", folded(a, view->tag));
	compose_add(c, "))");
}

void
posts_view_story_has_no(struct compose *c, struct arena *a, const struct posts_view *view, const char *condition)
{
	compose_add(c, " AND (p.story_id IS NULL OR NOT EXISTS (SELECT 1 FROM post q INDEXED BY post_story_list"
	    " WHERE q.story_id = p.story_id AND ");
	compose_add(c, condition);
	compose_add(c, " AND ");
	c->post = "q";
	posts_view_has(c, a, view);
	c->post = NULL;
	compose_add(c, "))");
}

void
posts_view_heads(struct compose *c, struct arena *a, const struct posts_view *view)
{
	posts_view_story_has_no(c, a, view, "(q.sort, q.id) > (p.sort, p.id)");
}

void
posts_view_from(struct compose *c, struct arena *a, const struct posts_view *view, bool with_feed,
    struct posts_view_sql *ret)
{
	*ret = (struct posts_view_sql){ .sort = "p.sort", .id = "p.id" };
	source(c, view);
	if (with_feed)
		compose_add(c, " CROSS JOIN feed f ON f.id = p.feed_id");
	compose_add(c, " WHERE ");
	add_conditions(c, view);
	if (view->tag.n) {
		ret->sort = "x.sort";
		ret->id = "x.post_id";
		compose_text(c, " AND x.tag_id = (SELECT id FROM tag WHERE key = ", folded(a, view->tag));
		compose_add(c, ")");
	}
}

void
posts_view_beyond(struct compose *c, const struct posts_view_sql *view, const struct posts_key *key, enum posts_order order)
{
	compose_add(c, " AND (");
	compose_add(c, view->sort);
	compose_add(c, ", ");
	compose_add(c, view->id);
	compose_add(c, order == POSTS_OLDER ? ") <" : ") >");
	compose_int(c, " (", key->sort);
	compose_int(c, ", ", key->id);
	compose_add(c, ")");
}

void
posts_view_order(struct compose *c, const struct posts_view_sql *view, enum posts_order order)
{
	const char *direction = order == POSTS_OLDER ? " DESC" : " ASC";

	compose_add(c, " ORDER BY ");
	compose_add(c, view->sort);
	compose_add(c, direction);
	compose_add(c, ", ");
	compose_add(c, view->id);
	compose_add(c, direction);
}
