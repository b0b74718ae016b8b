#include "ui/sidebar_folders.h"

#include "base/map.h"
#include "text/tag.h"

/* The key of a feed's folder, in the arena; empty for none. */
static struct str
folder_key(struct arena *a, const struct feeds_row *feed)
{
	struct buf key = { 0 };
	struct str ret;

	if (!feed->n_tags)
		return STR_NONE;
	tag_key(&key, feed->tags[0]);
	ret = arena_dup(a, buf_str(&key));
	buf_free(&key);
	return ret;
}

/* What the tag of each folder finds. */
static void
count(struct sidebar_folders *f, const struct map *by_key)
{
	for (size_t i = 0; i < f->n_tags; i++) {
		struct sidebar_folder *folder = map_find(by_key, f->tags[i].key);

		if (!folder)
			continue;
		folder->unread = f->tags[i].all_unread;
		folder->total = f->tags[i].all;
	}
}

/* Makes the folders, and room in each for all of its feeds. */
static void
make(struct sidebar_folders *f, struct arena *a, const struct str *keys, struct map *by_key)
{
	f->v = arena_new(a, struct sidebar_folder, f->n_feeds + 1);
	for (size_t i = 0; i < f->n_feeds; i++) {
		struct sidebar_folder **at;

		if (!keys[i].n)
			continue;
		at = (struct sidebar_folder **)map_at(by_key, keys[i]);
		if (!*at) {
			*at = &f->v[f->n_folders++];
			**at = (struct sidebar_folder){ .name = f->feeds[i].tags[0], .key = keys[i] };
		}
		(*at)->n++;
	}
	for (size_t i = 0; i < f->n_folders; i++) {
		f->v[i].feeds = arena_new(a, const struct feeds_row *, f->v[i].n);
		f->v[i].n = 0;
	}
}

static void
fill(struct sidebar_folders *f, struct arena *a, const struct str *keys, const struct map *by_key)
{
	f->loose = arena_new(a, const struct feeds_row *, f->n_feeds + 1);
	for (size_t i = 0; i < f->n_feeds; i++) {
		struct sidebar_folder *folder = keys[i].n ? map_find(by_key, keys[i]) : NULL;

		if (folder)
			folder->feeds[folder->n++] = &f->feeds[i];
		else
			f->loose[f->n_loose++] = &f->feeds[i];
	}
}

static void
nest(struct sidebar_folders *f, const struct map *by_key)
{
	for (size_t i = 0; i < f->n_folders; i++)
		for (struct str key = tag_parent(f->v[i].key); key.n && !f->v[i].above; key = tag_parent(key))
			f->v[i].above = map_find(by_key, key);
}

int
sidebar_folders_read(struct sidebar_folders *f, struct arena *a, struct store *s, struct err *err)
{
	struct map by_key = { 0 };
	struct str *keys;

	if (tag_tree_read(s, a, &f->tags, &f->n_tags, err) < 0 || feeds_list(s, a, &f->feeds, &f->n_feeds, err) < 0)
		return -1;
	keys = arena_new(a, struct str, f->n_feeds + 1);
	for (size_t i = 0; i < f->n_feeds; i++)
		keys[i] = folder_key(a, &f->feeds[i]);
	make(f, a, keys, &by_key);
	fill(f, a, keys, &by_key);
	count(f, &by_key);
	nest(f, &by_key);
	map_free(&by_key);
	return 0;
}

bool
sidebar_folders_covers(const struct sidebar_folders *f, const struct tag_tree_row *tag)
{
	for (size_t i = 0; i < f->n_folders; i++) {
		const struct sidebar_folder *folder = &f->v[i];
		int64_t total = 0;

		if (!str_eq(folder->key, tag->key))
			continue;
		for (size_t k = 0; k < folder->n; k++)
			total += folder->feeds[k]->total;
		return tag->feeds == (int64_t)folder->n && tag->total == total;
	}
	return false;
}
