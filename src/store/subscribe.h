/*
 * Subscribing as an action: the feeds file, the journal and
 * the cache together. However many feeds it is, the file is rewritten once,
 * and undo takes all of it back in one step.
 */
#ifndef STORE_SUBSCRIBE_H
#define STORE_SUBSCRIBE_H

#include "store/store.h"
#include "store/subs.h"
#include "store/subscribe_post.h"

enum subscribe_outcome {
	SUBSCRIBE_NEW,
	SUBSCRIBE_KNOWN,  /* is there already, perhaps under another form of its address or the one it moved to; the line stays */
	SUBSCRIBE_TAGGED, /* the same, and its line got tags that it had not */
};

struct subscribe {
	const struct subs_feed *feeds; /* url, name, tags, options */
	size_t n;
	bool is_tagging;               /* a feed that is there already gets the tags it lacks */
	bool is_trial;                 /* only sets the outcomes: a store that is open for reading will do */
	const struct subscribe_post *posts; /* what was read and flagged elsewhere; posts of other feeds are passed over */
	size_t n_posts;
	struct subscribe_count *count; /* set by it; may be NULL */
	int64_t *action;               /* the number of the action that this is part of while that is the newest, 0: one of its own; set by it; may be NULL */
	enum subscribe_outcome *outcomes; /* n of them, set by it; may be NULL */
};

/* All or, on -1, none. A feed that stands twice in the list is SUBSCRIBE_KNOWN the second time. ERR_USAGE for an address or tag that the feeds file cannot hold. The store is open for writing, outside of a transaction. */
int subscribe_add(struct store *s, const struct subscribe *what, struct err *err);

#endif
