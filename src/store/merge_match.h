/*
 * Which row of the cache a post of a feed is.
 */
#ifndef STORE_MERGE_MATCH_H
#define STORE_MERGE_MATCH_H

#include "base/map.h"
#include "store/merge_row.h"
#include "store/near.h"

struct merge_match {
	struct store *s;
	int64_t feed;
	struct near own, other; /* room that is used again and again */
	bool with_taken;  /* see merge_match_taken() */
	struct map taken; /* rows that were met in this merge: no second post is the same */
	bool is_first;    /* the cache had nothing of the feed: nothing is looked up but what this merge added */
	struct map guids; /* of these, where is_first */
};

/* Zero-initialise before; -1 with nothing to free but by merge_match_clear(). */
int merge_match_begin(struct merge_match *m, struct store *s, int64_t feed, struct err *err);

struct merge_hit {
	int64_t id; /* 0: none */
	int64_t stub, hash, published, first_seen, categories;
	bool is_alike; /* not only the identity is the same: the title, or the link of one with an id, the time of one without */
};

/* By the post's own identity. */
int merge_match_guid(struct merge_match *m, struct str guid, struct str link_key, const struct post *post,
    struct merge_hit *hit, struct err *err);

/* Whether the row, whose id is the post's and neither link nor title, is of another post all the same: of another time, with another text. Some feeds number their posts from the newest on. */
int merge_match_is_reused(struct merge_match *m, const struct merge_hit *hit, const struct merge_post *given, bool *ret, struct err *err);

/* Whether another row than this of the feed has the link. */
int merge_match_is_shared(struct merge_match *m, struct str link_key, int64_t id, bool *ret, struct err *err);

/* By what feeds that give a post a new identity leave as it is: the link or the title, together with what says that it is no other post of the same link or title. */
int merge_match_other(struct merge_match *m, const struct merge_post *given, const struct merge_row *row,
    struct merge_hit *hit, struct err *err);

/* The same, also of the rows that were met in this merge. */
int merge_match_taken(struct merge_match *m, const struct merge_post *given, const struct merge_row *row,
    struct merge_hit *hit, struct err *err);

/* What a reader reads of a post: the text, or the excerpt where there is none. */
struct str merge_match_given(const struct merge_post *given);

/* What a row holds. */
struct merge_text {
	struct str title, text, link_key;
};

/* In the arena; the text is the excerpt where there is none or it is not asked for. */
int merge_match_text(struct merge_match *m, struct arena *a, int64_t id, bool with_text, struct merge_text *ret,
    struct err *err);

/* What has changed of a post: what one reads (not blanks, marks, addresses of pictures or counters of visits), its link. */
struct merge_change {
	bool is_other, is_moved;
};

int merge_match_change(struct merge_match *m, int64_t id, const struct merge_post *given, struct str link_key,
    struct merge_change *ret, struct err *err);

void merge_match_take(struct merge_match *m, int64_t id);

/* A new row was made, under that identity. */
void merge_match_added(struct merge_match *m, struct str guid);

/* Whether one was, of a feed that had none: what looks for the identity may find it. */
bool merge_match_has_added(const struct merge_match *m, struct str guid);

bool merge_match_is_taken(const struct merge_match *m, int64_t id);
void merge_match_clear(struct merge_match *m);

#endif
