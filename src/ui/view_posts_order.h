/*
 * In which order the list of posts stands, and whether read ones are in it.
 */
#ifndef UI_VIEW_POSTS_ORDER_H
#define UI_VIEW_POSTS_ORDER_H

#include "base/err.h"
#include "ui/view.h"

struct view_posts;

/* Does an action of these; false for others. The cursor stays on its post. */
bool view_posts_order_act(struct view *v, enum action action, int count);

/* Appends how the list is ordered and what is left out, where that is not the usual. */
void view_posts_order_show(const struct view_posts *p, struct buf *out);

/* Whether the list waits for its order; then that is read, until wants_stop says that a key waits. */
bool view_posts_order_due(const struct view *v);
void view_posts_order_run(struct view *v, bool (*wants_stop)(void *user), void *user);

/* Reads the whole order where only its beginning is known, for what goes to the end of the list. -1 with *err, also where Esc stops it. */
int view_posts_order_whole(struct view *v, struct err *err);

/* True when the key gives it up, for this time: the list keeps the order that it was given. */
bool view_posts_order_takes(struct view *v, int32_t key);

/* Other posts are to be shown: in the order that their list was given. */
void view_posts_order_follow(struct view_posts *p);

/* Back to the newest first, which can always be. */
void view_posts_order_reset(struct view_posts *p);

#endif
