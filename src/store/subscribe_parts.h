/*
 * What another reader knew of posts, as the parts of a line of the journal.
 */
#ifndef STORE_SUBSCRIBE_PARTS_H
#define STORE_SUBSCRIBE_PARTS_H

#include "base/buf.h"
#include "store/store.h"
#include "store/subscribe_post.h"

/* A post and the subscribed feed that it is of. */
struct subscribe_placed {
	const struct subscribe_post *post;
	int64_t feed;
	struct str uid;
};

/*
 * Appends the parts for what is not so already, for as many of the posts from the first on as one line is to hold:
 * *taken. Posts of one feed stand together. Posts that no fetch has brought yet are named all the same: the journal
 * keeps their state until one does. *count is added to.
 */
int subscribe_parts_write(struct store *s, const struct subscribe_placed *posts, size_t n, size_t *taken, struct buf *parts,
    struct subscribe_count *count, struct err *err);

#endif
