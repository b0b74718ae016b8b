/*
 * The trip: who is due, fetch, worker, merge, one short transaction a feed.
 */
#ifndef SYNC_SYNC_H
#define SYNC_SYNC_H

#include "base/err.h"
#include "store/merge.h"
#include "sync/page_links.h"
#include "sync/sync_rules.h"

enum sync_outcome {
	SYNC_OK, SYNC_SAME, SYNC_FAILED,
	SYNC_HELD, /* not asked after all: its host or platform wants to be left alone since this run */
};

/* What a sync is at. */
enum sync_step {
	SYNC_STEP_FEEDS, /* in feeds */
	SYNC_STEP_TEXTS, /* pages of full texts */
	SYNC_STEP_INDEX, /* posts that come into the search index */
};

/* One finished feed, for whoever shows progress. */
struct sync_event {
	const struct feeds_row *feed; /* as it was before, unless wants_rows asks for more */
	enum sync_outcome outcome;
	struct merge_count count;
	const char *stage;  /* of a failure: "fetch", "parse", "store" */
	int code;           /* HTTP status, or 0 */
	struct str why;     /* of a failure: its code (text/feed_why.h) */
	bool is_unreached;  /* of a failure: nobody answered */
	bool is_offline;    /* of a failure: nobody at all could be reached, which is no news of this feed */
	bool is_common;     /* of a failure: it is the whole run's, be it that, the proxy or a login of the network, and told once at the end */
	bool is_led;        /* of a failure: not at the feed's own address, but where redirects led */
	const char *text;   /* the same in words: one line, with what to do about it */
	const struct page_links *feeds; /* that the page names which came instead of a feed, or NULL */
	int64_t bytes;      /* that came over the network */
	size_t done, total; /* feeds */
};

struct sync_opts {
	int jobs;
	bool is_due_only, is_forced;
	bool wants_rows;        /* an event has the feed as it is in the cache by then: when it is due next, what was mended */
	int64_t max_time_s;     /* 0: none */
	const char *samples;
	const char *const *routes; /* see net/route.h */
	size_t n_routes;
	const struct access *access; /* how all servers are asked; NULL: nothing special */
	const struct sync_rules *rules; /* of the user's; NULL: none */
	const char *const *only; /* feeds or #tags asked for; n_only 0: all */
	size_t n_only;
	int (*open)(void *user, struct store **ret, enum store_mode mode, char notice[256], struct err *err); /* NULL: store_open() */
	void (*event)(void *user, const struct sync_event *event);
	void (*notice)(void *user, const char *text); /* lines of the feeds file that are wrong, a cache that was rebuilt; may be NULL */
	void (*remark)(void *user, const char *text); /* at the end, what is good to know and no failure; may be NULL */
	void (*state)(void *user, enum sync_step step, size_t done, size_t total); /* how far a step is, at every turn of the loop: many times a second; may be NULL */
	void *user;
};

struct sync_sum {
	size_t total, ok, same, failed, held; /* feeds */
	size_t unreached, offline; /* of those that failed: see struct sync_event */
	size_t left;            /* not fetched, since it ended early: what the four lack of total */
	size_t faults;          /* wrong lines of the config and the feeds file */
	int64_t added, changed;
	int64_t bytes;          /* that came over the network */
	int64_t ruled;          /* new posts that rules found */
	struct fulltext_sum texts; /* the pages of posts; what gave nothing is no failure of the sync */
	char left_names[400];   /* of the first of them */
	bool is_interrupted;
	bool has_feeds;         /* something is subscribed */
	bool is_unwritten;      /* all posts are stored, but the search index is not: the disk is full */
};

/* Runs a sync under its lock (ERR_BUSY with the holder's pid in the text). Returns 0 when the run as such went well, however many feeds failed. */
int sync_run(const struct sync_opts *opts, struct sync_sum *ret, struct err *err);

/* Asks the running sync to end: the transaction in hand is finished. Safe in a signal handler. */
void sync_stop(void);

#endif
