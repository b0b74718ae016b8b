/*
 * Tags as such: another name for one and all under it, and taking one away from
 * every post. Each is one action, to be undone as one.
 */
#ifndef STORE_RETAG_H
#define STORE_RETAG_H

#include "store/store.h"

/* What was done. */
struct retag_done {
	int64_t tags;   /* names that were changed or are gone */
	int64_t joined; /* of them into a tag that was there before */
	int64_t posts;  /* that had one of them */
};

/*
 * From here on the tag from is called to, and what stands under it stands under
 * to. Where there is such a tag already the two are one: an undo takes them
 * apart as they were. ERR_NOT_FOUND when no post has the tag or one under it.
 */
int retag_rename(struct store *s, struct str from, struct str to, struct retag_done *done, struct err *err);

/* Takes the tag and all under it off every post. */
int retag_delete(struct store *s, struct str name, struct retag_done *done, struct err *err);

#endif
