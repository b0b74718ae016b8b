/*
 * What follows from a post or a text that comes into the cache: it waits for
 * the search index and counts in its feed. Changes and deletions have triggers
 * for that; those of an INSERT made SQLite copy each page that it touches
 * before, which was a tenth of what a first sync does. All within the caller's
 * transaction.
 */
#ifndef STORE_FRESH_H
#define STORE_FRESH_H

#include "base/str.h"
#include "store/store.h"

/* A post has been inserted: it waits. */
int fresh_post(struct store *s, int64_t post, struct err *err);

/* Posts that are inserted one after another. Zero-initialise. They wait from fresh_run_queue() on, before which none may be changed. */
struct fresh_run {
	int64_t first; /* that does not wait yet; 0 for none */
	int64_t n;     /* in all */
};
void fresh_run_add(struct fresh_run *run, int64_t post);
int fresh_run_queue(struct store *s, struct fresh_run *run, struct err *err);

/* So many posts of a feed have been inserted, shown and unread. */
int fresh_count(struct store *s, int64_t feed, int64_t n, struct err *err);

/* The text that its feed gives of a post. */
struct fresh_text {
	int64_t post;
	struct str xhtml;
	int64_t hash;
};

/* Of posts that have just been inserted; of one that is known it waits again. Without a text nothing is done. */
int fresh_texts(struct store *s, const struct fresh_text *texts, int n, struct err *err);
int fresh_body_of_known(struct store *s, int64_t post, struct str xhtml, int64_t hash, struct err *err);

/* All posts have been inserted, in whatever way. */
int fresh_all(struct store *s, struct err *err);

#endif
