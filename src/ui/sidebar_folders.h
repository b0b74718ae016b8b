/*
 * The feeds in folders: one for each tag that stands first in the line of some
 * feed, within that of a tag above it, and those that are in none.
 */
#ifndef UI_SIDEBAR_FOLDERS_H
#define UI_SIDEBAR_FOLDERS_H

#include "store/feeds.h"
#include "store/tag_tree.h"

struct sidebar_folder {
	struct str name, key;           /* of the tag */
	const struct feeds_row **feeds; /* in the order of the feeds file */
	size_t n;
	int64_t unread, total;          /* posts that the tag finds, with those under it */
	const struct sidebar_folder *above; /* that of the nearest tag above its own that has one; NULL: none */
};

struct sidebar_folders {
	struct feeds_row *feeds; /* all */
	size_t n_feeds;
	struct tag_tree_row *tags;
	size_t n_tags;
	struct sidebar_folder *v;
	size_t n_folders;
	const struct feeds_row **loose;
	size_t n_loose;
};

/* Reads feeds and tags into the arena. */
int sidebar_folders_read(struct sidebar_folders *f, struct arena *a, struct store *s, struct err *err);

/* Whether a tag is nothing but a folder: it finds the posts of its feeds, and no others. */
bool sidebar_folders_covers(const struct sidebar_folders *f, const struct tag_tree_row *tag);

#endif
