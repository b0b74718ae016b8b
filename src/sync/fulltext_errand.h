/*
 * One post on its way to its full text: which addresses have been asked for
 * it, and what came.
 */
#ifndef SYNC_FULLTEXT_ERRAND_H
#define SYNC_FULLTEXT_ERRAND_H

#include "base/buf.h"
#include "store/posts.h"
#include "sync/fulltext_why.h"
#include "sync/sync_access.h"
#include "sync/sync_pool.h"

/* Who gave an answer, as far as it may not have been the host that was asked. */
struct fulltext_source {
	enum { FULLTEXT_SOURCE_HOST, FULLTEXT_SOURCE_UNSAFE, FULLTEXT_SOURCE_PAGE } kind;
	int64_t number;      /* that of the same answer; 0: nobody knows */
	struct str host;     /* of FULLTEXT_SOURCE_HOST */
};

struct fulltext_errand {
	struct arena arena;
	struct posts_row post;
	struct str feed_url, site;  /* of its feed */
	struct str url;             /* that is asked now */
	struct fulltext_source source; /* of the last answer */
	bool is_waiting;            /* for its turn */
	vec(struct str) asked;      /* and all before it */
	bool is_forced;             /* what is there is fetched anew */
	bool has_whole;             /* the cache has its whole text: a part is no use */
	size_t ways;                /* pages that only led on to another address */
	/* of what came */
	struct buf xhtml;           /* all pages so far */
	size_t pages;
	int64_t letters;
	struct str title, author, canonical, page_url; /* of the first page */
	int64_t published;          /* likewise */
};

/* Reads the post and its feed. */
int fulltext_errand_open(struct fulltext_errand *e, struct store *s, int64_t id, struct err *err);
void fulltext_errand_free(struct fulltext_errand *e);

/* The address of the post's page as the next to be asked; -1, with why, where it may not be. */
int fulltext_errand_begin(struct fulltext_errand *e, struct fulltext_why *why);

/* How its next page is asked for, as far as its feed's line says something of it; access may be NULL. */
enum sync_access_when fulltext_errand_way(const struct fulltext_errand *e, struct sync_access *access, const struct access **ret, struct err *err);

/* The page that came, for the workers. */
struct sync_job *fulltext_errand_job(const struct fetch_answer *answer);

/*
 * Takes what a worker made of a page. FULLTEXT_GOES_ON: e->url is to be asked next. FULLTEXT_ENDS: that is all there is.
 * FULLTEXT_BREAKS: *why is filled: nothing, or nothing more, comes of it.
 */
enum fulltext_step { FULLTEXT_GOES_ON, FULLTEXT_ENDS, FULLTEXT_BREAKS };
enum fulltext_step fulltext_errand_take(struct fulltext_errand *e, const struct sync_job *job, struct fulltext_why *why);

/*
 * The text to be stored, compared with what the feed gave; -1, with why, for what does not become one. broke_off: why it
 * is a part, else NULL. Strings of *ret are those of e and of *broke_off.
 */
int fulltext_errand_text(struct fulltext_errand *e, struct store *s, const struct fulltext_why *broke_off, struct full_text *ret,
	struct fulltext_why *why);

#endif
