/*
 * What stands in the sidebar: all, unread and starred posts, saved views, tags
 * as a tree, folders and feeds, with their counts. A folder is the first tag
 * that the line of a feed has.
 */
#ifndef UI_SIDEBAR_H
#define UI_SIDEBAR_H

#include "base/arena.h"
#include "base/err.h"
#include "base/vec.h"
#include "store/health.h"

struct app;

enum sidebar_kind { SIDEBAR_GROUP, SIDEBAR_ALL, SIDEBAR_UNREAD, SIDEBAR_STARRED, SIDEBAR_SAVED, SIDEBAR_TAG, SIDEBAR_FOLDER, SIDEBAR_FEED };

struct sidebar_entry {
	enum sidebar_kind kind;
	struct str name;  /* as shown and, for a tag, as it is called */
	size_t own_part;  /* of a folder within another: where in the name what it adds begins, all that is shown of it */
	struct str uid;   /* of a feed */
	int64_t feed_id, unread, total;
	size_t saved;     /* SIDEBAR_SAVED: which; its counts are with it */
	int depth;        /* how many tags or folders it stands under */
	struct str query; /* its posts where the name alone does not find them all; else empty */
	bool has_below;   /* others stand under it, in sight unless it is folded */
	bool is_folded;
	enum health_state state; /* of a feed, of a folder the worst in it */
};

/* Zero-initialise. */
struct sidebar {
	struct arena arena;
	vec(struct sidebar_entry) entries;
	int64_t weight; /* rows of the cache that it took, about: feeds, tags, posts that are counted one by one */
};

/* Reads all of it from the cache of the app, which learns how many feeds and unread posts there are. What came before an error stays. */
int sidebar_read(struct sidebar *b, struct app *app, struct err *err);

/* The same anew; *at, a row, follows what stands there. ERR_STOPPED where a key came meanwhile (store_watch()): then all is as before. */
int sidebar_renew(struct sidebar *b, struct app *app, int *at, struct err *err);
void sidebar_free(struct sidebar *b);

/* An entry with its texts in an arena. */
struct sidebar_entry sidebar_copy(struct arena *a, const struct sidebar_entry *e);

/* The query for the posts of a tag, or of it and all under it; in the arena. */
struct str sidebar_tag_query(struct arena *a, struct str tag, bool has_below);

/* Folds an entry that others stand under, or unfolds it; the app's memory keeps it. The next sidebar_read() shows it. */
void sidebar_fold(struct app *app, const struct sidebar_entry *e, bool is_folded);

/* The entry that this one stands under, -1 for none. */
int sidebar_above(const struct sidebar *b, int index);

/* Where such an entry stands, -1 for nowhere: a feed by its number, a tag or saved view by its name, others by their kind. */
int sidebar_find(const struct sidebar *b, enum sidebar_kind kind, struct str name, int64_t feed_id);

#endif
