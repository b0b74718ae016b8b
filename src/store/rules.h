/*
 * Rules on posts: run on posts that have just come, or by hand on old ones.
 *
 * New posts are noted in the transaction that brings them (table arrived) and
 * taken off the list in the one that runs the rules, so that a post is never
 * passed over and none is ruled on twice, wherever a sync was killed. What rules
 * change is a line of the journal, but not one to be undone: it came with the
 * post, and undo takes back what the user did. What is to be done beside
 * (pages, messages, programs) waits in store/errand.h.
 */
#ifndef STORE_RULES_H
#define STORE_RULES_H

#include "query/query.h"
#include "query/query_rule.h"
#include "store/bulk.h"
#include "store/state.h"

struct rules_rule {
	struct query *query;
	struct state_change change;
	unsigned does;           /* QUERY_RULE_ bits */
	const char *const *exec; /* as in struct query_rule */
	int64_t exec_key;        /* by which an errand finds it again */
};

/* Makes a rule ready to run; in the arena. names: of the views it may name. An error is one of its query or a tag. */
int rules_make(struct arena *a, const struct query_rule *rule, const struct query_names *names, struct rules_rule *ret, struct err *err);

/* ERR_USAGE where by the aliases of this cache it puts on and takes off one tag at once. */
int rules_check(struct store *s, const struct rules_rule *rule, struct err *err);

/* The newest post there is, before a merge; in its transaction. */
int rules_before(struct store *s, int64_t *ret, struct err *err);

/* Notes the posts that came to the feed since. is_first: its first sync, at which nothing is told and no program run; into a cache that was made anew it brings what had come already, and none is noted. */
int rules_note(struct store *s, int64_t feed_id, int64_t before, bool is_first, struct err *err);

/* Runs the rules, in their order, on all posts that are noted and in the search index, in short actions. found[i] is counted up by the posts that rule i found, *posts by those that any did. */
int rules_arrive(struct store *s, const struct rules_rule *rules, size_t n, int64_t *found, int64_t *posts, struct err *err);

/* There are no rules: what is noted is none of those to come's business. */
int rules_forget(struct store *s, struct err *err);

/*
 * Runs the rules on all posts, as one action that can be undone. Only states and tags: pages, messages and programs are for
 * new posts. found[i] is how many posts rule i found, changed[i] how many were not so already. tell (may be NULL): as of struct bulk.
 */
int rules_apply(struct store *s, const struct rules_rule *rules, size_t n, void (*tell)(const struct bulk *b), int64_t *found,
    int64_t *changed, struct err *err);

#endif
