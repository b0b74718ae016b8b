/*
 * The way back: which view was in focus before one that was opened over it,
 * and what the list showed before something else was looked up in it.
 */
#ifndef UI_TRAIL_H
#define UI_TRAIL_H

#include "base/arena.h"
#include "ui/listing.h"
#include "ui/marks.h"
#include "ui/sidebar.h"
#include "ui/view.h"

struct app;

enum { TRAIL_MAX = 16 }; /* the oldest steps are forgotten */

/* What the list showed. */
struct trail_list {
	struct arena arena;
	struct sidebar_entry entry;
	struct str typed;     /* the filter */
	bool is_search;       /* it is one of all posts */
	struct listing_spot spot; /* of the cursor's row */
	int offset;           /* of that row from the top of the screen; -1: there was none */
	struct marks marks;
};

struct trail_step {
	enum app_view view;
	int64_t post_id;         /* of the article that was open; 0: the view needs none */
	struct trail_list *list; /* NULL: the list shows the same since */
};

/* Zero-initialise. */
struct trail {
	struct trail_step steps[TRAIL_MAX];
	size_t n;
};

void trail_free(struct trail *t);

/* Goes to a view that covers the others. One that is on the way already is gone back to. */
void trail_open(struct app *app, enum app_view view);

/* Back from such a view. */
void trail_close(struct app *app);

/* Before the list shows something else, to be left by "back": keeps where one is and what the list shows; its marks go. */
void trail_keep(struct app *app);

/* The same where the user picks what the list shows: back leads to what it showed first, to the sidebar where that was picked from. */
void trail_pick(struct app *app);

/* What was picked is shown; where that is what the list showed first, no way leads back. */
void trail_picked(struct app *app);

/* One step back; false when there is none. */
bool trail_back(struct app *app);

/* The view that the next step back leads to; that of the list where there is none. */
enum app_view trail_before(const struct app *app);

#endif
