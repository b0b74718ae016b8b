/*
 * What the posts of a merge were made from, for the next one (store/source.h).
 */
#ifndef STORE_MERGE_SOURCE_H
#define STORE_MERGE_SOURCE_H

#include "base/map.h"
#include "base/vec.h"
#include "store/merge.h"

/* Zero-initialise. */
struct merge_source {
	const struct source *was; /* NULL: nothing is noted */
	bool is_stale;            /* what is known has been dropped since: nothing is noted */
	bool has_met;             /* a post met the row of a known one */
	bool has_twice;           /* one is known to stand twice */
	vec(struct source_post) posts;
	struct map places;        /* rows of known posts to where the posts stand */
	struct arena a;
};

/* Within the transaction. */
int merge_source_begin(struct merge_source *m, struct store *s, int64_t feed, const struct source *was, struct err *err);

/* Notes that a post is this row; 0: it is none, since it stands twice. */
void merge_source_note(struct merge_source *m, uint64_t hash, int64_t post);

/* Notes a known post. */
void merge_source_known(struct merge_source *m, const struct merge_post *given);

/* Whether the row is that of a known post; then it is not sure which of the two it is. *is_before: the known one stands behind the given one. */
bool merge_source_meets(struct merge_source *m, int64_t post, const struct merge_post *given, bool *is_before);

/* Whether all is to be looked at next time: what stood twice may be a post now that another is gone. */
bool merge_source_is_unclear(const struct merge_source *m);

/* Puts what was noted into the cache; without posts what was there stays. */
int merge_source_end(struct merge_source *m, struct store *s, int64_t feed, struct err *err);

void merge_source_clear(struct merge_source *m);

#endif
