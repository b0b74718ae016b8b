/*
 * The user's rules in a sync: on new posts as soon as they are in the search
 * index, and at the end what they want done beside the cache.
 */
#ifndef SYNC_SYNC_RULES_H
#define SYNC_SYNC_RULES_H

#include "store/feeds.h"
#include "store/rules.h"
#include "sync/fulltext.h"
#include "sync/sync_wish.h"

/* Another name for a tag. */
struct sync_alias {
	struct str alias, name;
};

struct sync_rules {
	const struct rules_rule *rules;
	size_t n;
	const struct sync_alias *aliases;
	size_t n_aliases;
	const char *const *notify;     /* the words of the program that tells the user, ended by NULL; NULL: nothing is done beside the cache */
	struct fulltext_opts fulltext; /* for the pages: all but which posts, and who looks on */
	struct sync_wish wish;         /* for feeds whose lines say nothing */
	size_t faults;                 /* wrong lines of the config file, which have been told */
	void (*notice)(void *user, const char *text); /* what went wrong, one line */
	void *user;
};

/* When the cache has been opened: it learns the aliases. */
int sync_rules_open(const struct sync_rules *r, struct store *s, struct err *err);

/* Around the transaction of a feed: before it, which begins it; after it, which ends it. *before is handed on; is_first: the feed came for the first time. Without rules nothing. */
int sync_rules_before(const struct sync_rules *r, struct store *s, int64_t *before, struct err *err);
int sync_rules_after(const struct sync_rules *r, struct store *s, int64_t feed, int64_t before, bool is_first, struct err *err);

/* Runs the rules on what has come and is in the search index by now. *posts is counted up by those that a rule found. */
int sync_rules_run(const struct sync_rules *r, struct store *s, int64_t *posts, struct err *err);

/*
 * Tells, and runs, what is asked for by now; is_over (of the sync) ends it, and the rest waits for the next one. Pages are fetched
 * between the two: nobody waits for them to be told, but programs get the post as it is then.
 */
int sync_rules_tell(const struct sync_rules *r, struct store *s, bool (*is_over)(const void *trip), const void *trip, struct err *err);
int sync_rules_exec(const struct sync_rules *r, struct store *s, bool (*is_over)(const void *trip), const void *trip, struct err *err);

#endif
