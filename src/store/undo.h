/*
 * Undo and redo, by the lines of the journal: of an action of several lines one
 * at a time, the last one first, so that others get in between.
 */
#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "store/line.h"
#include "store/state.h"

enum undo_way { UNDO_BACK, UNDO_AGAIN };

struct undo {
	struct store *s;
	enum undo_way way;
	int64_t *until;
	int64_t first; /* line of the action at hand; 0 before the first step */
	json_t *sum;   /* of what was done: line_sum() */
	char title[sizeof ((struct state_undone *)0)->title];
	bool is_behind_purge;
};

/*
 * The newest action that stands, or the newest undone. *until: 0 for the first one of several; the others are then none that
 * came, or was undone, while those before them were at work. Free with undo_end().
 */
void undo_init(struct undo *u, struct store *s, enum undo_way way, int64_t *until);

/*
 * One line of it, in an action of its own; what is about feeds, whole. 1 when there are more, 0 when it is done, -1 with *err:
 * ERR_NOT_FOUND when there is nothing at the first step. Each step stands; where no other follows, the next undo goes on.
 */
int undo_step(struct undo *u, struct err *err);

/* How many posts it was about so far. */
int64_t undo_posts(const struct undo *u);

/* What was done (ret may be NULL); frees. */
void undo_end(struct undo *u, struct state_undone *ret);

#endif
