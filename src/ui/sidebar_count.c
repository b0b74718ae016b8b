#include "ui/sidebar_count.h"

#include "base/map.h"
#include "store/feeds.h"
#include "store/tag_tree.h"
#include "text/tag.h"
#include "ui/app.h"

static struct sidebar_entry *
find(struct sidebar *b, enum sidebar_kind kind, int64_t feed_id)
{
	int at = sidebar_find(b, kind, STR_NONE, feed_id);

	return at < 0 ? NULL : &b->entries.v[at];
}

/* Notes in *is_other whether it was another number. */
static void
set(int64_t *number, int64_t value, bool *is_other)
{
	*is_other |= *number != value;
	*number = value;
}

/* That of all views which hold all unread posts. */
static void
set_unread(struct sidebar *b, struct app *app, int64_t value, bool *is_other)
{
	struct sidebar_entry *all = find(b, SIDEBAR_ALL, 0), *unread = find(b, SIDEBAR_UNREAD, 0);

	set(&app->unread, value, is_other);
	if (all)
		set(&all->unread, value, is_other);
	if (unread)
		set(&unread->unread, value, is_other);
	if (unread)
		unread->total = value;
}

static int
count_views(struct sidebar *b, struct app *app, bool is_starred, bool *is_other, struct err *err)
{
	const struct posts_view unread = { .is_unread = true }, both = { .is_unread = true, .is_starred = true };
	struct sidebar_entry *row = is_starred ? find(b, SIDEBAR_STARRED, 0) : NULL;
	int64_t value;

	if (posts_count(app->store, &unread, &value, err) < 0)
		return -1;
	set_unread(b, app, value, is_other);
	if (!row)
		return 0;
	if (posts_count(app->store, &both, &value, err) < 0)
		return -1;
	set(&row->unread, value, is_other);
	return 0;
}

/* In a folder that is folded it has no row. */
static int
count_feed(struct sidebar *b, struct app *app, struct arena *a, int64_t id, bool *is_other, struct err *err)
{
	struct sidebar_entry *row = find(b, SIDEBAR_FEED, id);
	struct feeds_row feed;

	if (!row)
		return 0;
	if (feeds_get(app->store, a, id, &feed, err) < 0)
		return -1;
	set(&row->unread, feed.unread, is_other);
	return 0;
}

static bool
is_tag(const struct sidebar_entry *e)
{
	return e->kind == SIDEBAR_TAG || e->kind == SIDEBAR_FOLDER;
}

static bool
has_tags(const struct sidebar *b)
{
	for (size_t i = 0; i < b->entries.n; i++)
		if (is_tag(&b->entries.v[i]))
			return true;
	return false;
}

/* Tags, and folders by theirs. */
static int
count_tags(struct sidebar *b, struct app *app, struct arena *a, bool *is_other, struct err *err)
{
	struct tag_tree_row *tags;
	struct map by_key = { 0 };
	size_t n;

	if (!has_tags(b))
		return 0;
	if (tag_tree_read(app->store, a, &tags, &n, err) < 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		*map_at(&by_key, tags[i].key) = &tags[i];
	for (size_t i = 0; i < b->entries.n; i++) {
		struct sidebar_entry *row = &b->entries.v[i];
		const struct tag_tree_row *tag = NULL;

		if (is_tag(row))
			tag = map_find(&by_key, tag_key_in(a, row->name));
		if (tag)
			set(&row->unread, tag->all_unread, is_other);
	}
	map_free(&by_key);
	return 0;
}

int
sidebar_count_read(struct sidebar *b, struct app *app, const struct posts_row *post, bool *is_other, struct err *err)
{
	struct arena a = { 0 };
	int rc = 0;

	*is_other = false;
	if (count_feed(b, app, &a, post->feed_id, is_other, err) < 0 || count_tags(b, app, &a, is_other, err) < 0)
		rc = -1;
	else if (*is_other || post->is_starred || !find(b, SIDEBAR_FEED, post->feed_id)) /* else it is as it was shown: what all have takes long to sum up */
		rc = count_views(b, app, post->is_starred, is_other, err);
	arena_free(&a);
	return rc;
}

/* Whether the post has the tag, or one that stands under it. */
static bool
has_tag(struct arena *a, const struct posts_row *post, struct str name)
{
	const struct str key = tag_key_in(a, name);

	for (size_t i = 0; i < post->n_tags; i++) {
		struct str own = tag_key_in(a, post->tags[i]);

		if (str_eq(own, key) || tag_is_under(own, key))
			return true;
	}
	return false;
}

static bool
holds(struct arena *a, const struct sidebar_entry *e, const struct posts_row *post)
{
	if (is_tag(e))
		return has_tag(a, post, e->name);
	return e->kind == SIDEBAR_FEED ? e->feed_id == post->feed_id : e->kind == SIDEBAR_STARRED && post->is_starred;
}

void
sidebar_count_show(struct sidebar *b, struct app *app, const struct posts_row *post)
{
	struct arena a = { 0 };
	bool is_other;

	if (app->unread > 0)
		set_unread(b, app, app->unread - 1, &is_other);
	for (size_t i = 0; i < b->entries.n; i++)
		if (b->entries.v[i].unread > 0 && holds(&a, &b->entries.v[i], post))
			b->entries.v[i].unread--;
	arena_free(&a);
}
