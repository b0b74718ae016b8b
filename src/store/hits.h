/*
 * The posts that a query with words finds, the best ones first.
 *
 * What counts (store/rank.h): the words, by how rare they are and where they
 * stand; the whole query in the title; tags that are words of the query; how
 * new a post is. Of a query that finds more than HITS_LOOK posts only so many
 * of those that came last are compared, and as many that have a word in the
 * title: whatever is not among them is neither new nor about it.
 */
#ifndef STORE_HITS_H
#define STORE_HITS_H

#include "store/posts.h"

enum {
	HITS_MAX = 500,  /* that are given */
	HITS_LOOK = 600,  /* see above */
};

struct hits_row {
	int64_t id, sort;
	int64_t story; /* as in struct posts_row; 0 where they are by date */
	double score; /* to be compared within one query only */
};

struct hits {
	struct hits_row *v;
	size_t n;
	bool is_ranked; /* else by date: the query has no words, or others than words beside them (a or is:starred) and finds some */
	bool is_cut;    /* there are more */
};

struct find_match;

/* Adds the words of a query that a post it finds may have, to be marked in its texts; query may be NULL. In the arena. */
void hits_match(struct arena *a, const struct query *query, struct find_match *match);

/* In the arena. */
int hits_find(struct store *s, struct arena *a, const struct posts_view *view, struct hits *ret, struct err *err);

/* Whether a word that is wanted has nothing to look for in it, no letter and no digit; *word is the first such. */
bool hits_blank(const struct query *query, struct str *word);

/* Whether there is any. */
int hits_any(struct store *s, const struct posts_view *view, bool *ret, struct err *err);

#endif
