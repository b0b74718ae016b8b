/*
 * Reading posts: lists in pages by index (keyset, never OFFSET), one post, its
 * text.
 */
#ifndef STORE_POSTS_H
#define STORE_POSTS_H

#include "store/store.h"

struct query;

struct posts_row {
	int64_t id, feed_id;
	struct str title, feed_name, author, link, excerpt;
	int64_t published; /* as the feed says, also in the future; CLOCK_NONE when not known */
	int64_t sort;      /* published, or first seen where that is unknown or in the future */
	int64_t story_id;  /* the same for all posts of one story, 0: none */
	bool is_read, is_starred, is_hidden, is_stub, is_changed, has_text;
	int64_t letters;
	struct str *tags;
	size_t n_tags;
};

/* Which posts. Zero-initialised: all. The parts are ANDed. */
struct posts_view {
	int64_t feed_id;           /* 0: any */
	struct str tag;            /* empty: any */
	bool is_unread, is_starred;
	const struct query *query; /* NULL: none */
};

/* Where a page starts: the sort value and id of a row, which is not in the page. */
struct posts_key {
	int64_t sort, id;
};

enum posts_order { POSTS_OLDER, POSTS_NEWER };

/* Up to max rows older (or newer) than from (NULL: from the newest, or the oldest), newest first in both cases. Hidden posts are left out. */
int posts_page(struct store *s, struct arena *a, const struct posts_view *view, const struct posts_key *from, enum posts_order order, size_t max, struct posts_row **rows, size_t *n, struct err *err);

/* How many posts the view holds: kept counts where there are, else counted. */
int posts_count(struct store *s, const struct posts_view *view, int64_t *ret, struct err *err);

/* How many of them stand before (newer than) the key. */
int posts_rank(struct store *s, const struct posts_view *view, const struct posts_key *key, int64_t *ret, struct err *err);

int posts_get(struct store *s, struct arena *a, int64_t id, struct posts_row *ret, struct err *err);

/* The clean XHTML of a post, empty when there is none. */
int posts_text(struct store *s, struct arena *a, int64_t id, struct str *ret, struct err *err);

/* All ids of a view, newest first. Free *ids with free(). */
int posts_ids(struct store *s, const struct posts_view *view, int64_t **ids, size_t *n, struct err *err);

/* The posts a person names on the command line: a number, "id:N", or a link; ERR_NOT_FOUND else. */
int posts_find(struct store *s, struct str what, int64_t *id, struct err *err);

#endif
