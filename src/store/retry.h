/*
 * What to look for when a query finds nothing: its words without particles, as
 * typed with the other layout of the keyboard, written together or apart.
 */
#ifndef STORE_RETRY_H
#define STORE_RETRY_H

#include "base/buf.h"
#include "query/query.h"
#include "store/hits.h"

enum retry_how {
	RETRY_PARTICLE,
	RETRY_LAYOUT,
	RETRY_APART,    /* GPT4 as GPT 4 */
	RETRY_TOGETHER, /* git hub as github */
	RETRY_TYPED,    /* 오프 as the beginning of 오픈, in titles */
	RETRY_QUOTED,   /* the consonants in ㄱ자 as themselves */
};

struct retry_change {
	struct str from, to;
	enum retry_how how; /* RETRY_LAYOUT where that was one of two things done */
};

struct retry {
	struct query *query; /* that finds something; NULL: nothing does */
	struct retry_change *changes;
	size_t n;
};

/* The view must hold no posts. In the arena; the view's query stays as it is. */
int retry_find(struct store *s, struct arena *a, const struct posts_view *view, struct retry *ret, struct err *err);

/* The hits of a view. Where it has none its query is changed, if that helps; *ret says how. */
int retry_hits(struct store *s, struct arena *a, struct posts_view *view, struct hits *hits, struct retry *ret, struct err *err);

/* "particle", "layout", "apart", "together", "quoted": for programs. */
const char *retry_name(enum retry_how how);

/* What was done, as one line for people: "‘dhvms’ as ‘오픈’ (keyboard layout)". */
void retry_text(struct buf *out, const struct retry *retry);

/*
 * Of a query that finds something: a Latin word that no post has as it is and that is Korean typed
 * with the other layout, as which it would find more; *to is empty when there is none.
 */
int retry_suggest(struct store *s, struct arena *a, const struct query *query, struct str *from, struct str *to, struct err *err);

#endif
