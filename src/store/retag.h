/*
 * Tags as such: another name for one and all under it, and taking one away from
 * every post; both also in the lines of the feeds file, which stand for the posts
 * of a feed. Where the tag gets a name that is there the two are one: an undo
 * takes them apart as they were. What is done post by post is done in slices
 * (store/bulk.h), and all of it is one action.
 */
#ifndef STORE_RETAG_H
#define STORE_RETAG_H

#include "base/buf.h"
#include "store/store.h"

/* What was done. */
struct retag_done {
	int64_t tags;   /* names that were changed or are gone */
	int64_t joined; /* of them into a tag that was there before */
	int64_t posts;  /* that had one of them */
	int64_t feeds;  /* whose line had one */
};

struct retag;

/* Gives the tag from, and with it what stands under it, the name to; where that is empty they are taken off every post. */
struct retag *retag_new(struct store *s, struct str from, struct str to);

/*
 * One slice, a line of the journal and a transaction: 1 when there are more, 0 when it is done, -1 with *err, at the first
 * one ERR_NOT_FOUND where no post and no feed has the tag or one under it. The lines of feeds are changed with the first.
 */
int retag_step(struct retag *r, struct err *err);

/* "3 posts, 2 feeds", without what is 0 but for the posts alone. */
void retag_tell(const struct retag_done *done, struct buf *out);

/* After the first slice: what is done in the end, how many times a post is given and taken tags for that, and how often that was by now. */
const struct retag_done *retag_done(const struct retag *r);
int64_t retag_total(const struct retag *r);
int64_t retag_moved(const struct retag *r);

/* The names as they were asked for. */
struct str retag_from(const struct retag *r);
struct str retag_to(const struct retag *r);

void retag_free(struct retag *r);

#endif
