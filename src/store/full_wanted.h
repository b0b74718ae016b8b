/*
 * The full texts that a sync is to fetch. They wait (table errand) until the
 * text is there, or until it is no use to wait longer; a kill loses none.
 */
#ifndef STORE_FULL_WANTED_H
#define STORE_FULL_WANTED_H

#include "store/full.h"

/* Who wants it; the keys of ERRAND_FULLTEXT. */
enum full_wanted_by {
	FULL_BY_RULE,   /* a rule of the user's */
	FULL_BY_FEED,   /* its feed gives only a beginning, or wants all */
	FULL_BY_CHANGE, /* the feed's text is another one than when the page was fetched */
};

struct full_wanted {
	int64_t post, feed;
	struct str host;          /* of its link */
	enum full_wanted_by by;   /* the first that wants it */
	bool is_anew;             /* FULL_BY_CHANGE is among them */
	bool is_shown;            /* neither hidden nor without subscription, and it has a link */
	bool is_read;             /* and has no star */
	bool is_there;            /* the whole text */
	bool is_unlucky;          /* the last pages of its feed all gave nothing (struct full_feed) */
	enum full_how how;        /* of the last try */
	int64_t tried, held_until; /* CLOCK_NONE */
	int64_t fails;            /* in a row */
};

/* All that wait, a post once, newest posts first; strings in a. */
int full_wanted_list(struct store *s, struct arena *a, struct full_wanted **ret, size_t *n, struct err *err);

/* Notes posts that are wanted, in short transactions; one that waits already waits once. */
int full_wanted_add(struct store *s, const int64_t *posts, size_t n, enum full_wanted_by by, struct err *err);

/* Wants these no more, whoever did; likewise. */
int full_wanted_drop(struct store *s, const int64_t *posts, size_t n, struct err *err);

/* The same for one, inside a transaction. */
int full_wanted_end(struct store *s, int64_t post, struct err *err);

#endif
