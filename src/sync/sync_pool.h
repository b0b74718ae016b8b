/*
 * Jobs for the workers: bodies of feeds in, posts out, or of pages, articles out;
 * collected whole, so that nothing waits inside the transaction that stores them.
 * A worker has its next job before it is through with one.
 */
#ifndef SYNC_SYNC_POOL_H
#define SYNC_SYNC_POOL_H

#include <poll.h>

#include "base/vec.h"
#include "store/merge.h"
#include "text/unpack.h"
#include "worker/client.h"

struct sync_link {
	enum record_link kind;
	struct str url, title;
};

/* One fetched feed, or page, on its way through a worker. */
struct sync_job {
	struct sync_job *next;
	size_t visit;          /* the caller's: which feed it is */
	enum record_task task; /* RECORD_FEED, unless it is set to RECORD_PAGE */
	int64_t bytes;         /* of it, as they came over the network */
	struct buf body;
	enum unpack_coding coding;    /* that the body is packed by (sync_packed.h) */
	size_t weight;         /* of body (sync_weight.h); the pool's */
	size_t counted;        /* bytes of sync_pool_bytes(); the pool's */
	bool is_large;         /* more than a worker unpacks, or seems to be; the pool's */
	struct mem_trail sent; /* of body */
	struct str url, content_type; /* in arena */
	const char *const *marks;     /* what to look for should it be a page, see struct client_job; may be NULL */
	const char *code_start;
	const struct page_rule *rule; /* of the user's for a page, see struct client_job; may be NULL */
	struct arena arena;
	struct feeds_fetch fetch;     /* strings in arena */
	struct source source;         /* what is known of the feed's posts; in arena */
	/* the answer */
	enum unpacked unpacked;
	bool is_failed;        /* err says why */
	struct err err;
	enum feed_problem problem;
	struct feed feed;
	vec(struct merge_post) posts;
	vec(struct sync_link) links;  /* what a page names, where a feed should have been */
	struct str code;              /* what stood behind the marks there */
	struct client_article article; /* of a page; strings in arena; of one where a feed should be only its kind */
};

struct sync_pool;

/* A job with nothing in it yet. */
struct sync_job *sync_pool_job(void);

/* At most n workers, started when they are needed. Free with sync_pool_close(). */
struct sync_pool *sync_pool_open(size_t n);

/* Starts n of the workers, where they will be needed for sure, without waiting for them. */
void sync_pool_begin(struct sync_pool *p, size_t n);

/* Queues a job, which now belongs to the pool. */
void sync_pool_add(struct sync_pool *p, struct sync_job *job);

/* The next job that is done, waiting at most timeout_ms for it; NULL when there is none. The caller frees it. */
struct sync_job *sync_pool_next(struct sync_pool *p, int timeout_ms);

/* Takes what the workers have made by now and gives them more to do, for who comes back to sync_pool_next() later. */
void sync_pool_serve(struct sync_pool *p);

/* Whether sync_pool_next() has one at hand. */
bool sync_pool_has_done(const struct sync_pool *p);

/* Jobs not yet handed back; and the bytes of those that are not yet with a worker, about. */
size_t sync_pool_pending(const struct sync_pool *p);
size_t sync_pool_bytes(const struct sync_pool *p);

/* What the workers that are busy are to be polled for, at most max. */
size_t sync_pool_polled(const struct sync_pool *p, struct pollfd *polled, size_t max);

void sync_pool_free_job(struct sync_job *job);
void sync_pool_close(struct sync_pool *p);

#endif
