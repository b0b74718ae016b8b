#include "ui/sidebar.h"

#include "base/tr.h"
#include "store/feeds.h"
#include "store/tag_tree.h"
#include "ui/app.h"

static void
add(struct sidebar *b, enum sidebar_kind kind, struct str name, int64_t unread, int64_t total)
{
	*vec_add(&b->entries) = (struct sidebar_entry){ .kind = kind, .name = name, .unread = unread, .total = total };
}

static void
add_saved(struct sidebar *b, struct app *app)
{
	const struct query_names *names = &app->saved.names;

	for (size_t i = 0; i < names->n_views; i++)
		*vec_add(&b->entries) = (struct sidebar_entry){ .kind = SIDEBAR_SAVED, .name = names->views[i].name, .saved = i };
}

static int
add_views(struct sidebar *b, struct app *app, struct err *err)
{
	const struct posts_view all = { 0 }, unread = { .is_unread = true }, starred = { .is_starred = true };
	const struct posts_view both = { .is_unread = true, .is_starred = true };
	struct store *store = app->store;
	int64_t n_all, n_unread, n_starred, n_both;

	if (posts_count(store, &all, &n_all, err) < 0 || posts_count(store, &unread, &n_unread, err) < 0 ||
		posts_count(store, &starred, &n_starred, err) < 0 || posts_count(store, &both, &n_both, err) < 0)
		return -1;
	app->unread = n_unread;
	add(b, SIDEBAR_GROUP, str_of(tr("Views")), 0, 0);
	add(b, SIDEBAR_ALL, str_of(tr("All")), n_unread, n_all);
	add(b, SIDEBAR_UNREAD, str_of(tr("Unread")), n_unread, n_unread);
	add(b, SIDEBAR_STARRED, str_of(tr("Starred")), n_both, n_starred);
	add_saved(b, app);
	return 0;
}

/* A tag with others under it shows those too, one of the feeds file its posts. What no quotes can hold stands for anything. */
static struct str
tag_query(struct sidebar *b, const struct tag_tree_row *tag, bool has_below)
{
	char *name = arena_cstr(&b->arena, tag->name);

	if (!has_below && !tag->feeds)
		return STR_NONE;
	for (char *p = name; *p; p++)
		if (*p == '"')
			*p = '*';
	if (!has_below)
		return arena_printf(&b->arena, "tag:\"%s\"", name);
	return arena_printf(&b->arena, "tag:\"%s\" or tag:\"%s/*\"", name, name);
}

static int
add_tags(struct sidebar *b, struct app *app, struct err *err)
{
	struct tag_tree_row *tags;
	size_t n;

	if (tag_tree_read(app->store, &b->arena, &tags, &n, err) < 0)
		return -1;
	if (n)
		add(b, SIDEBAR_GROUP, str_of(tr("Tags")), 0, 0);
	for (size_t i = 0; i < n; i++)
		*vec_add(&b->entries) = (struct sidebar_entry){ .kind = SIDEBAR_TAG, .name = tags[i].name, .unread = tags[i].all_unread,
			.total = tags[i].all, .depth = tags[i].depth,
			.query = tag_query(b, &tags[i], i + 1 < n && tags[i + 1].depth > tags[i].depth) };
	return 0;
}

static int
add_feeds(struct sidebar *b, struct app *app, struct err *err)
{
	struct feeds_row *feeds;
	size_t n;

	if (feeds_list(app->store, &b->arena, &feeds, &n, err) < 0)
		return -1;
	app->n_feeds = n;
	if (n)
		add(b, SIDEBAR_GROUP, str_of(tr("Feeds")), 0, 0);
	for (size_t i = 0; i < n; i++)
		*vec_add(&b->entries) = (struct sidebar_entry){ .kind = SIDEBAR_FEED, .name = feeds[i].name, .feed_id = feeds[i].id,
			.unread = feeds[i].unread, .total = feeds[i].total, .has_trouble = feeds[i].fails > 0 || feeds[i].status == FEEDS_GONE };
	return 0;
}

static bool
is_entry(const struct sidebar_entry *e, enum sidebar_kind kind, struct str name, int64_t feed_id)
{
	if (e->kind != kind)
		return false;
	if (kind == SIDEBAR_FEED)
		return e->feed_id == feed_id;
	return kind == SIDEBAR_TAG || kind == SIDEBAR_SAVED ? str_eq(e->name, name) : true;
}

int
sidebar_find(const struct sidebar *b, enum sidebar_kind kind, struct str name, int64_t feed_id)
{
	for (size_t i = 0; i < b->entries.n; i++)
		if (is_entry(&b->entries.v[i], kind, name, feed_id))
			return (int)i;
	return -1;
}

int
sidebar_read(struct sidebar *b, struct app *app, struct err *err)
{
	b->entries.n = 0;
	return add_views(b, app, err) < 0 || add_tags(b, app, err) < 0 || add_feeds(b, app, err) < 0 ? -1 : 0;
}

void
sidebar_free(struct sidebar *b)
{
	arena_free(&b->arena);
	vec_free(&b->entries);
}
