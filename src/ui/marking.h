/*
 * Marks in the list of posts: single rows, a range that grows with the cursor, all, what a query finds.
 * They stay when the list is read anew or filtered.
 */
#ifndef UI_MARKING_H
#define UI_MARKING_H

#include "ui/action.h"
#include "ui/listing.h"
#include "ui/marks.h"

struct app;

/* Zero-initialise. */
struct marking {
	struct marks marks;
	bool has_range;        /* from here to the cursor */
	struct listing_spot from;
	int from_index;
};

/* Whether the row at an index is shown as marked, the cursor being at another. */
bool marking_has(const struct marking *m, const struct posts_row *row, int index, int at);

/* How many posts are marked: of a range that is still open, its rows, and the posts that were before. */
size_t marking_count(const struct marking *m, struct listing *listing, int at);

/* The list has been read anew: finds the start of the range again. */
int marking_reload(struct marking *m, struct listing *listing, struct err *err);

/* Does what an action of marks asks for; false for others. */
bool marking_act(struct app *app, enum action action, int count);

/* Whether a key would change or take posts, is for those that are marked, and none is: then that has been told. ACTION_NONE: commands. */
bool marking_refuses(struct app *app, enum action action);

/* The range, where one is open, becomes marks; it stays open where that fails, which is told. Returns how many posts are marked. */
size_t marking_settle(struct app *app);

/* Drops the range, else the marks; false when there were none. */
bool marking_drop(struct marking *m);

#endif
