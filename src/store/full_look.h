/*
 * Looking through the posts that have come since the last look, for those
 * whose feed gives only a beginning.
 *
 * Up to where it was looked is noted (meta.full_looked) when all that was found
 * is (store/full_wanted.h); a look that was killed is done again.
 */
#ifndef STORE_FULL_LOOK_H
#define STORE_FULL_LOOK_H

#include "store/store.h"

enum {
	FULL_LOOK_LONG = 2000,   /* letters: what feeds cut off is shorter */
	FULL_LOOK_SHORT = 500,   /* letters: a description, or a few sentences */
	FULL_LOOK_NEWEST = 20,   /* posts of a feed by which it is judged */
	FULL_LOOK_FEED = 500,    /* posts of a feed in one look, the newest */
	FULL_FEED_UNLUCKY = 5,   /* pages in a row that gave nothing */
	FULL_FEED_HISTORY = 8,   /* pages that are remembered */
};

/* The posts beyond from, up to and with to. */
struct full_look {
	int64_t from, to;
	bool is_begun;              /* full_look_next() has read something */
	struct sqlite3_stmt *feeds; /* where all is new */
	struct sqlite3_stmt *rows;  /* NULL between two feeds */
	int64_t feed, rank;         /* of the post that it came to */
	int64_t enough;             /* the feed that nothing more is wanted of */
};

/* A post that has come: shown, with a link, not read, its page not there. */
struct full_fresh {
	int64_t post, feed;
	int64_t rank;            /* among those of its feed, newest first, from 1 */
	int64_t letters;         /* of what the feed gave */
};

/* What is known of a feed. */
struct full_feed {
	bool is_first;           /* all of its posts are in this look */
	int64_t newest, longs;   /* how many of its newest posts were looked at; those of FULL_LOOK_SHORT letters and more */
	int64_t pages, gains;    /* of its last pages that were read: how many, and which gave clearly more than the feed */
	int64_t fails;           /* pages in a row that gave nothing, though there was an answer */
};

/* What there is to look through; from == to: nothing. */
int full_look_begin(struct store *s, struct full_look *ret, struct err *err);

/* The next post, those of a feed behind one another, newest first: 1, 0 at the end, -1 with *err. Read to the end before anything is written. */
int full_look_next(struct store *s, struct full_look *look, struct full_fresh *ret, struct err *err);
void full_look_enough(struct full_look *look); /* nothing more is wanted of the feed that it came to */
int full_look_text(struct store *s, struct arena *a, int64_t post, struct str *ret, struct err *err); /* of the feed, XHTML or plain */
int full_look_feed(struct store *s, const struct full_look *look, int64_t feed, struct full_feed *ret, struct err *err);

/* It has been looked through. */
int full_look_end(struct store *s, const struct full_look *look, struct err *err);

/* Remembers of the feed of a post what its page gave, inside a transaction: letters; 0: there was one, but no text. */
int full_look_note(struct store *s, int64_t post, int64_t letters, struct err *err);

#endif
