/*
 * What is done to many posts, in slices: each is a line of the journal and a
 * transaction of its own, so that others get in between and it can be stopped
 * behind each. All of it is one action: what is done then is what one undo
 * takes back.
 */
#ifndef STORE_BULK_H
#define STORE_BULK_H

#include "store/retag.h"
#include "store/state.h"
#include "store/undo.h"

enum { BULK_POSTS = 1000 }; /* of a slice: less than a frame of the screen */

struct bulk {
	struct store *s;
	int64_t total;   /* posts; 0: an undo, which does not know */
	int64_t done;    /* of them so far */
	int64_t changed; /* that were not so already */
	int64_t first;   /* line of the action; may be set before the first step, to that of an action that is to go on */
	void (*tell)(const struct bulk *b); /* by bulk_run() behind each slice but the last; NULL: nobody */
	int64_t *ids;    /* the caller's no more */
	bool has_room;   /* of its own for pages of the cache */
	struct arena arena;
	struct state_change change;
	struct undo undo;
	struct retag *retag; /* NULL: it is something else */
};

/* A change of these posts, as state_apply() takes it. Free with bulk_end(), also after -1. */
int bulk_change(struct bulk *b, struct store *s, const int64_t *ids, size_t n, const struct state_change *change, struct err *err);

/* The newest action undone, or the newest undone done again; until as in undo_init(). Free with bulk_end(). */
void bulk_undo(struct bulk *b, struct store *s, enum undo_way way, int64_t *until);

/* A tag with all under it gets another name, or where to is empty none (store/retag.h). Free with bulk_end(). */
void bulk_retag(struct bulk *b, struct store *s, struct str from, struct str to);

/* One slice: 1 when there are more, 0 when it is done, -1 with *err. */
int bulk_step(struct bulk *b, struct err *err);

/* All slices. Where it is to stop (store/store.h) ERR_STOPPED says how far it came. */
int bulk_run(struct bulk *b, struct err *err);

/* What an undo did (ret may be NULL); frees. */
void bulk_end(struct bulk *b, struct state_undone *ret);

#endif
