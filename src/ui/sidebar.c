#include "ui/sidebar.h"

#include <limits.h>

#include "base/clock.h"
#include "base/tr.h"
#include "ui/app.h"
#include "ui/sidebar_folders.h"

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

/* What the memory calls the folds of a kind. */
static const char *
fold_key(enum sidebar_kind kind)
{
	return kind == SIDEBAR_TAG ? "fold-tag" : "fold-folder";
}

void
sidebar_fold(struct app *app, const struct sidebar_entry *e, bool is_folded)
{
	memory_set(&app->memory, fold_key(e->kind), e->name, is_folded);
}

struct sidebar_entry
sidebar_copy(struct arena *a, const struct sidebar_entry *e)
{
	struct sidebar_entry ret = *e;

	ret.name = arena_dup(a, e->name);
	ret.uid = arena_dup(a, e->uid);
	ret.query = arena_dup(a, e->query);
	return ret;
}

/* What no quotes can hold stands for anything. */
struct str
sidebar_tag_query(struct arena *a, struct str tag, bool has_below)
{
	char *name = arena_cstr(a, tag);

	for (char *p = name; *p; p++)
		if (*p == '"')
			*p = '*';
	if (!has_below)
		return arena_printf(a, "tag:\"%s\"", name);
	return arena_printf(a, "tag:\"%s\" or tag:\"%s/*\"", name, name);
}

/* A tag with others under it shows those too, one of the feeds file its posts. */
static void
add_tag(struct sidebar *b, struct app *app, const struct tag_tree_row *tag, bool has_below)
{
	*vec_add(&b->entries) = (struct sidebar_entry){ .kind = SIDEBAR_TAG, .name = tag->name, .unread = tag->all_unread,
		.total = tag->all, .depth = tag->depth, .has_below = has_below,
		.query = has_below || tag->feeds ? sidebar_tag_query(&b->arena, tag->name, has_below) : STR_NONE,
		.is_folded = has_below && memory_has(&app->memory, fold_key(SIDEBAR_TAG), tag->name) };
}

/* Those under a folded one are passed over, and those that are nothing but a folder. */
static void
add_tags(struct sidebar *b, struct app *app, const struct sidebar_folders *folders)
{
	const struct tag_tree_row *tags = folders->tags;
	int folded = INT_MAX; /* depth of a tag that is */
	bool has_any = false;

	for (size_t i = 0; i < folders->n_tags; i++) {
		bool has_below = i + 1 < folders->n_tags && tags[i + 1].depth > tags[i].depth;

		if (tags[i].depth > folded || (!has_below && !tags[i].depth && sidebar_folders_covers(folders, &tags[i])))
			continue;
		if (!has_any)
			add(b, SIDEBAR_GROUP, str_of(tr("Tags")), 0, 0);
		has_any = true;
		add_tag(b, app, &tags[i], has_below);
		folded = b->entries.v[b->entries.n - 1].is_folded ? tags[i].depth : INT_MAX;
	}
}

static void
add_feed(struct sidebar *b, const struct feeds_row *feed, int depth, int64_t now)
{
	*vec_add(&b->entries) = (struct sidebar_entry){ .kind = SIDEBAR_FEED, .name = feed->name, .uid = feed->uid, .feed_id = feed->id,
		.unread = feed->unread, .total = feed->total, .depth = depth, .state = health_state_of(feed, now) };
}

/* What is the matter with the worst of its feeds, and of those in folders within it. */
static enum health_state
worst_of(const struct sidebar_folders *f, const struct sidebar_folder *folder, int64_t now)
{
	enum health_state worst = HEALTH_FINE, state;

	for (size_t i = 0; i < folder->n; i++) {
		state = health_state_of(folder->feeds[i], now);
		worst = state < worst ? state : worst;
	}
	for (size_t i = 0; i < f->n_folders; i++) {
		state = f->v[i].above == folder ? worst_of(f, &f->v[i], now) : HEALTH_FINE;
		worst = state < worst ? state : worst;
	}
	return worst;
}

/* Where in its name what it adds to the folder above begins: at the slash behind as many as that one has. */
static size_t
own_part(const struct sidebar_folder *folder)
{
	size_t slashes = 0, at = 0;

	if (!folder->above)
		return 0;
	for (size_t i = 0; i < folder->above->name.n; i++)
		slashes += folder->above->name.p[i] == '/';
	while (at < folder->name.n && (folder->name.p[at] != '/' || slashes--))
		at++;
	return at;
}

/* Its feeds, then the folders within it. */
static void
add_folder(struct sidebar *b, struct app *app, const struct sidebar_folders *f, const struct sidebar_folder *folder, int depth, int64_t now)
{
	bool is_folded = memory_has(&app->memory, fold_key(SIDEBAR_FOLDER), folder->name);

	*vec_add(&b->entries) = (struct sidebar_entry){ .kind = SIDEBAR_FOLDER, .name = folder->name, .own_part = own_part(folder),
		.unread = folder->unread, .total = folder->total, .query = sidebar_tag_query(&b->arena, folder->name, true), .depth = depth,
		.has_below = true, .is_folded = is_folded, .state = worst_of(f, folder, now) };
	for (size_t i = 0; i < folder->n && !is_folded; i++)
		add_feed(b, folder->feeds[i], depth + 1, now);
	for (size_t i = 0; i < f->n_folders && !is_folded; i++)
		if (f->v[i].above == folder)
			add_folder(b, app, f, &f->v[i], depth + 1, now);
}

/* Folders, then the feeds that are in none, each in the order of the feeds file. */
static void
add_feeds(struct sidebar *b, struct app *app, const struct sidebar_folders *folders)
{
	int64_t now = clock_now();

	if (folders->n_folders || folders->n_loose)
		add(b, SIDEBAR_GROUP, str_of(tr("Feeds")), 0, 0);
	for (size_t i = 0; i < folders->n_folders; i++)
		if (!folders->v[i].above)
			add_folder(b, app, folders, &folders->v[i], 0, now);
	for (size_t i = 0; i < folders->n_loose; i++)
		add_feed(b, folders->loose[i], 0, now);
}

int
sidebar_above(const struct sidebar *b, int index)
{
	int depth = b->entries.v[index].depth;

	while (index >= 0 && b->entries.v[index].depth >= depth && depth)
		index--;
	return depth ? index : -1;
}

static bool
is_entry(const struct sidebar_entry *e, enum sidebar_kind kind, struct str name, int64_t feed_id)
{
	if (e->kind != kind)
		return false;
	if (kind == SIDEBAR_FEED)
		return e->feed_id == feed_id;
	return kind == SIDEBAR_TAG || kind == SIDEBAR_FOLDER || kind == SIDEBAR_SAVED ? str_eq(e->name, name) : true;
}

int
sidebar_find(const struct sidebar *b, enum sidebar_kind kind, struct str name, int64_t feed_id)
{
	for (size_t i = 0; i < b->entries.n; i++)
		if (is_entry(&b->entries.v[i], kind, name, feed_id))
			return (int)i;
	return -1;
}

static int64_t
weigh(const struct sidebar_folders *f)
{
	int64_t sum = (int64_t)(f->n_feeds + f->n_tags);

	for (size_t i = 0; i < f->n_tags; i++)
		if (f->tags[i].feeds || (i + 1 < f->n_tags && f->tags[i + 1].depth > f->tags[i].depth))
			sum += f->tags[i].all;
	return sum;
}

int
sidebar_read(struct sidebar *b, struct app *app, struct err *err)
{
	struct sidebar_folders folders = { 0 };

	b->entries.n = 0;
	if (add_views(b, app, err) < 0 || sidebar_folders_read(&folders, &b->arena, app->store, err) < 0)
		return -1;
	app->n_feeds = folders.n_feeds;
	b->weight = weigh(&folders);
	add_tags(b, app, &folders);
	add_feeds(b, app, &folders);
	return 0;
}

int
sidebar_renew(struct sidebar *b, struct app *app, int *at, struct err *err)
{
	struct sidebar fresh = { 0 };
	struct err own = { 0 };
	int rc = sidebar_read(&fresh, app, &own), index = -1;

	if (rc < 0)
		*err = own;
	if (rc < 0 && own.code == ERR_STOPPED) {
		sidebar_free(&fresh);
		return -1;
	}
	if (b->entries.n) {
		const struct sidebar_entry *e = &b->entries.v[*at];

		index = sidebar_find(&fresh, e->kind, e->name, e->feed_id);
	}
	if (index >= 0)
		*at = index;
	sidebar_free(b);
	*b = fresh;
	return rc;
}

void
sidebar_free(struct sidebar *b)
{
	arena_free(&b->arena);
	vec_free(&b->entries);
}
