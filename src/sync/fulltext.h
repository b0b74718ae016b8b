/*
 * The full texts of posts: their pages are fetched, read by workers and stored
 * beside what the feed gave (store/full.h). It takes no sync lock: each post is
 * one short transaction, so that it works while a sync runs; two that fetch one
 * post at once store it twice.
 *
 * A wall (login, cookies, a test for robots), a page without an article and one
 * that holds another text than the post are never stored, only why. An article
 * of several pages is followed to LIMIT_PAGES on its own host; where that breaks
 * off, what came is kept as a part.
 */
#ifndef SYNC_FULLTEXT_H
#define SYNC_FULLTEXT_H

#include "page/rule.h"
#include "store/full.h"
#include "store/posts.h"
#include "sync/sync_access.h"

enum fulltext_outcome { FULLTEXT_OK, FULLTEXT_SAME, FULLTEXT_FAILED };

/* One finished post, for whoever shows progress. */
struct fulltext_event {
	const struct posts_row *post;
	enum fulltext_outcome outcome; /* SAME: its whole text is there already, nobody was asked; PART and SHORTER are OK */
	enum full_how how;
	int64_t letters, pages;
	const char *text;   /* unless all is fine: one line, particles are settled */
	size_t done, total;
};

struct fulltext_opts {
	const int64_t *ids;
	size_t n;
	bool is_forced;     /* also those that are there already */
	size_t n_forced;    /* the same of the first so many */
	int jobs;           /* 0: default */
	const char *samples;
	const char *const *routes; /* see net/route.h */
	size_t n_routes;
	struct sync_access *access; /* how the servers of each feed are asked; NULL: nothing special */
	const struct page_rule *rules; /* of the user's, for the pages of single sites */
	size_t n_rules;
	void (*event)(void *user, const struct fulltext_event *event); /* may be NULL */
	void (*state)(void *user, size_t done, size_t total); /* at every turn of the loop: many times a second; may be NULL */
	bool (*is_over)(void *user); /* whether it is to end; may be NULL */
	void (*notice)(void *user, const char *text); /* a network that wants a login: the rest is left; may be NULL */
	void *user;
};

struct fulltext_sum {
	size_t total, ok, same, failed;
	size_t unreached;   /* of those that failed: no connection */
	size_t left;        /* not looked at, since it was stopped */
};

/* Fetches the texts of these posts, which exist. Returns 0 when the run as such went well, however many failed. */
int fulltext_run(struct store *s, const struct fulltext_opts *opts, struct fulltext_sum *ret, struct err *err);

/* Asks it to end: the transaction in hand is finished. Safe in a signal handler. */
void fulltext_stop(void);

#endif
