/*
 * What stands in the sidebar: all, unread and starred posts, saved views, tags
 * and feeds, with their counts.
 */
#ifndef UI_SIDEBAR_H
#define UI_SIDEBAR_H

#include "base/arena.h"
#include "base/err.h"
#include "base/vec.h"

struct app;

enum sidebar_kind { SIDEBAR_GROUP, SIDEBAR_ALL, SIDEBAR_UNREAD, SIDEBAR_STARRED, SIDEBAR_SAVED, SIDEBAR_TAG, SIDEBAR_FEED };

struct sidebar_entry {
	enum sidebar_kind kind;
	struct str name;  /* as shown and, for a tag, as it is called */
	int64_t feed_id, unread, total;
	size_t saved;     /* SIDEBAR_SAVED: which; its counts are with it */
	int depth;        /* SIDEBAR_TAG: how many tags it stands under */
	struct str query; /* SIDEBAR_TAG: its posts where the name alone does not find them all; else empty */
	bool has_trouble; /* the last fetch of the feed failed, or it is gone */
};

/* Zero-initialise. */
struct sidebar {
	struct arena arena;
	vec(struct sidebar_entry) entries;
};

/* Reads all of it from the cache of the app, which learns how many feeds and unread posts there are. What came before an error stays. */
int sidebar_read(struct sidebar *b, struct app *app, struct err *err);
void sidebar_free(struct sidebar *b);

/* Where such an entry stands, -1 for nowhere: a feed by its number, a tag or saved view by its name, others by their kind. */
int sidebar_find(const struct sidebar *b, enum sidebar_kind kind, struct str name, int64_t feed_id);

#endif
