/*
 * What the user does to posts from the reader: read, star, tags. Every change
 * goes through store/state.h; the views show it at once. Where it may be very
 * many, ui/working.h does it.
 */
#ifndef UI_CHANGES_H
#define UI_CHANGES_H

#include "store/posts.h"
#include "store/state.h"
#include "ui/app.h"

/* More posts are changed in slices. */
enum { CHANGES_AT_ONCE = 1000 };

/* The posts that an action is for: the open article, else marks, else the cursor. Free *ids with free(). */
size_t changes_targets(struct app *app, int64_t **ids);

/* Applies and shows; -1 after the error has been shown. */
int changes_apply(struct app *app, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed);

/* Shows these posts as they are now, or more of the list where they are many. */
void changes_show(struct app *app, const int64_t *ids, size_t n);

/* Says what has become of so many posts: read or unread, a star, hidden. */
void changes_tell(struct app *app, const struct state_change *change, int64_t changed);

/* The same of a change in slices; what was hidden is of the list no more. */
void changes_tell_done(struct app *app, const struct working *w);

void changes_toggle_read(struct app *app);
void changes_toggle_star(struct app *app);
void changes_toggle_hide(struct app *app);
void changes_read_and_go_on(struct app *app);
/* All of the list, or of such posts. */
void changes_read_all(struct app *app);
void changes_read_view(struct app *app, const struct posts_view *view);

#endif
