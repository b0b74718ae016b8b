/*
 * Which row of the cache a post of a feed is.
 */
#ifndef STORE_MERGE_MATCH_H
#define STORE_MERGE_MATCH_H

#include "base/map.h"
#include "feed/feed.h"
#include "store/store.h"

struct merge_match {
	struct store *s;
	int64_t feed;
	struct map taken; /* rows that were met in this merge: no second post is the same */
};

struct merge_hit {
	int64_t id; /* 0: none */
	int64_t stub, hash, published, first_seen;
	bool is_alike; /* link or title are the same too */
};

/* By the post's own identity. */
int merge_match_guid(struct merge_match *m, struct str guid, struct str link_key, struct str title,
    struct merge_hit *hit, struct err *err);

/* By what feeds that give a post a new identity leave as it is: the link, where title or date are the same too (or the post has no id of its own), else title and date. */
int merge_match_other(struct merge_match *m, const struct post *post, struct str link_key, const int64_t *title_key,
    struct merge_hit *hit, struct err *err);

/* What the row holds, in the arena: its text, or its excerpt where it has none or the text is not asked for. */
int merge_match_text(struct merge_match *m, struct arena *a, int64_t id, bool with_text, struct str *title,
    struct str *text, struct err *err);

void merge_match_take(struct merge_match *m, int64_t id);
bool merge_match_is_taken(const struct merge_match *m, int64_t id);
void merge_match_clear(struct merge_match *m);

#endif
