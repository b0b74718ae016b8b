/*
 * Reading posts: lists in pages by index (keyset, never OFFSET), one post, its
 * text.
 */
#ifndef STORE_POSTS_H
#define STORE_POSTS_H

#include "base/buf.h"
#include "store/store.h"

struct query;

/* What there is of the text of a post's page (store/full.h). */
enum posts_full {
	POSTS_FULL_THERE = 1 << 0,
	POSTS_FULL_PART = 1 << 1,   /* it is not whole */
	POSTS_FULL_SHOWN = 1 << 2,  /* posts_text() gives it, not the feed's */
	POSTS_FULL_FAILED = 1 << 3, /* the last time it was asked for none came */
};

/* A post of a story that stands folded in a row. */
struct posts_member {
	int64_t id;
	struct str feed_name;
	bool is_read;
};

struct posts_row {
	int64_t id, feed_id;
	struct str title, feed_name, author, excerpt;
	struct str link;   /* as the feed gives it, without what only tracks */
	int64_t published; /* as the feed says, also in the future; CLOCK_NONE when not known */
	int64_t sort;      /* published, or first seen where that is unknown or in the future */
	int64_t story_id;  /* the same for all posts of one story, 0: none */
	bool is_read, is_starred, is_hidden, is_stub, is_changed;
	bool is_left;      /* its feed is not subscribed any more; unread it looks as if it were read */
	bool has_text;     /* posts_text() gives one */
	unsigned full;     /* POSTS_FULL_ bits */
	int64_t letters;   /* of the text */
	int64_t seconds;   /* to read it; 0 where the index has not come to it */
	int64_t sections;  /* of its outline, as far as the index has come to it */
	struct str *tags;
	size_t n_tags;
	struct str *categories; /* what the feed calls it, of posts_get() alone (store/category.h) */
	size_t n_categories;
	struct posts_member *members; /* of a folded story: all that the view holds, newest first; n_members is 0 for a post by itself */
	size_t n_members;
};

/* Which posts. Zero-initialised: all. The parts are ANDed. */
struct posts_view {
	int64_t feed_id;           /* 0: any */
	struct str tag;            /* empty: any */
	bool is_unread, is_starred;
	bool is_folded;            /* the posts of one story are one row (store/posts_fold.h) */
	bool is_arrived;           /* of those that have come and no rule has seen, the next slice (store/rules.h) */
	int64_t since;             /* dated since then, or come since then and at most POSTS_LATE_S older; 0: at any time */
	const struct query *query; /* NULL: none */
};

enum { POSTS_LATE_S = 7 * 86400 }; /* feeds are read once a week at the least */

/* Where a page starts: the sort value and id of a row, which is not in the page. */
struct posts_key {
	int64_t sort, id;
};

enum posts_order { POSTS_OLDER, POSTS_NEWER };

/* Up to max rows older (or newer) than from (NULL: from the newest, or the oldest), newest first in both cases. Hidden posts are left out. */
int posts_page(struct store *s, struct arena *a, const struct posts_view *view, const struct posts_key *from, enum posts_order order, size_t max, struct posts_row **rows, size_t *n, struct err *err);

/* How many posts, or rows, the view holds: kept counts where there are, else counted. */
int posts_count(struct store *s, const struct posts_view *view, int64_t *ret, struct err *err);

/* How many of them stand before (newer than) the key. */
int posts_rank(struct store *s, const struct posts_view *view, const struct posts_key *key, int64_t *ret, struct err *err);

/* The date that lists show: when it was published, as far as its feed or page says; first seen where that is unknown or a day and more ahead. */
int64_t posts_time(const struct posts_row *row);

/* What its feed is called, for people: also that it is not subscribed any more. Appends to out. */
void posts_source(struct buf *out, const struct posts_row *row);

int posts_get(struct store *s, struct arena *a, int64_t id, struct posts_row *ret, struct err *err);

/* The clean XHTML of a post, its page's where that is shown, else its feed's; empty when there is none. */
int posts_text(struct store *s, struct arena *a, int64_t id, struct str *ret, struct err *err);

/* The text as it is now has been shown: the post is not said to be changed any more. */
int posts_seen(struct store *s, int64_t id, struct err *err);

/* All ids of a view, newest first, those folded away too. Free *ids with free(). */
int posts_ids(struct store *s, const struct posts_view *view, int64_t **ids, size_t *n, struct err *err);

/* The posts a person names on the command line: a number, "id:N", or a link; ERR_NOT_FOUND else. */
int posts_find(struct store *s, struct str what, int64_t *id, struct err *err);

#endif
