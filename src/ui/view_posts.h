/*
 * The headlines: posts of a view of the cache in pages by key, so that any
 * number of them costs what the screen shows. Rows that the user has just
 * marked read stay until the list is read anew.
 */
#ifndef UI_VIEW_POSTS_H
#define UI_VIEW_POSTS_H

#include "store/posts.h"
#include "ui/filter.h"
#include "ui/marking.h"
#include "ui/view.h"

struct view *view_posts_new(struct app *app);

/* Its rows, for the mouse. */
struct list *view_posts_list(struct view *v);

/*
 * Shows other posts from the start; title is what the last row says ("#ai"), name what the memory calls them, by which they have their
 * order. All are copied; what->query is ignored. The filter goes.
 */
void view_posts_show(struct view *v, const struct posts_view *what, struct str title, struct str name);

/* The same for what a query finds; it stays beside a filter. -1 with *err when it is none. */
int view_posts_show_saved(struct view *v, struct str query, struct str title, struct str name, struct err *err);

/* Shows only what the query finds; an empty one shows all again. -1 when it cannot, after the error has been told. */
int view_posts_filter(struct view *v, struct str query);

/* The same as a search: the best come first where the query has words, or the order that searches were given. */
int view_posts_search(struct view *v, struct str query);

/* Whether what is shown was searched for, and the filter has been changed at most since. */
bool view_posts_is_search(const struct view *v);

/* The same while the query is typed (filter_try()). */
int view_posts_try(struct view *v, struct str query, struct err *err);

const struct filter *view_posts_filtered(const struct view *v);

/* What is shown, filter included; valid until the next show or filter. */
const struct posts_view *view_posts_what(const struct view *v);

/* The row under the cursor, NULL when there is none; valid until the list is read anew. */
const struct posts_row *view_posts_row(struct view *v);

/* The rows, and the index of the cursor's. */
struct listing *view_posts_listing(struct view *v);
int view_posts_at(const struct view *v);

/* The index of the row at the top of the screen. */
int view_posts_top(const struct view *v);

/* Puts the cursor on a post, or where it was, so many rows below the top of the screen. */
void view_posts_go(struct view *v, const struct listing_spot *spot, int offset);

/* Moves the cursor by so many rows; false at the end. */
bool view_posts_step(struct view *v, int by);

/* Moves to the next (older) or previous unread post, past the end to the other end; false when there is none. */
bool view_posts_unread(struct view *v, enum posts_order order);

/* The post that this leads to, for what is said of it now; NULL for none. */
const struct posts_row *view_posts_next_unread(struct view *v);

/* The posts an action is for: the marked ones, else as many rows from the cursor on as were typed before it, else its own. Free *ids with free(). */
size_t view_posts_targets(struct view *v, int64_t **ids);
size_t view_posts_targets_marked(const struct view *v);
struct marking *view_posts_marking(struct view *v);
void view_posts_unmark(struct view *v);

/* These posts were hidden or are shown again: they are of the list no more, nor marked. */
void view_posts_hidden(struct view *v, const int64_t *ids, size_t n);

/* Shows a post as read, whatever the cache says; false where it is shown so already. */
bool view_posts_show_read(struct view *v, int64_t id);

/* Reads these rows again after a change to them. */
void view_posts_refresh(struct view *v, const int64_t *ids, size_t n);

#endif
