/*
 * The sidebar: all, unread and starred posts, saved views, tags and feeds,
 * with their counts.
 */
#ifndef UI_VIEW_SIDEBAR_H
#define UI_VIEW_SIDEBAR_H

#include "store/posts.h"
#include "ui/sidebar.h"
#include "ui/view.h"

struct view *view_sidebar_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_sidebar_list(struct view *v);

/* Posts have changed: its numbers follow, at once, or where reading them takes longer than a frame, when no key waits. */
void view_sidebar_follow(struct view *v);

/* A post was read: its numbers are shown at once, before the cache knows. */
void view_sidebar_show_read(struct view *v, const struct posts_row *post);

/* The cache knows, too, and nothing else of it has changed. Whether its numbers are others than those shown. */
bool view_sidebar_read(struct view *v, const struct posts_row *post);

/* Whether they are to be read; does it, until wants_stop says that a key waits. */
bool view_sidebar_due(const struct view *v);
void view_sidebar_run(struct view *v, bool (*wants_stop)(void *user), void *user);

/* Where the language is another by now: its rows, and what is shown, by their names there. */
void view_sidebar_translate(struct view *v);

/* Shows what was shown when the reader was left the last time, once, or all posts where that has none now. False when there is no such view, or it was something else by now. */
bool view_sidebar_start(struct view *v);

/* Shows what stands so many lines below (or above) of what is shown, as if it had been opened there. */
void view_sidebar_step(struct view *v, int by);

/* The same for feeds with unread posts, past the end to the other end. */
void view_sidebar_step_unread(struct view *v, int by);

/* Shows all, unread or starred posts or the saved view of that name, and goes there; false when it is not there, or cannot be shown, which has been told. */
bool view_sidebar_show(struct view *v, enum sidebar_kind kind, struct str name);

/* All its rows. */
const struct sidebar *view_sidebar_rows(const struct view *v);

/* What the list shows; valid until that is something else. */
const struct sidebar_entry *view_sidebar_shown(const struct view *v);

/* Shows that again, and goes there; false when it is gone, or cannot be shown, which has been told. */
bool view_sidebar_return(struct view *v, const struct sidebar_entry *e);

#endif
