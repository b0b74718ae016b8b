/*
 * An open post: text in a column, sections to jump by and to fold, links by
 * number.
 */
#ifndef UI_VIEW_ARTICLE_H
#define UI_VIEW_ARTICLE_H

#include "query/query.h"
#include "ui/article_pane.h"
#include "ui/view.h"

struct view *view_article_new(struct app *app);

/*
 * Opens a post at the section where the words of a query stand (NULL: none), which are what is looked for in it then, else where
 * the user was in it; the place in the one before is kept.
 */
int view_article_open(struct view *v, int64_t id, const struct query *words, struct err *err);

/* Opens it again where it was left, with those words marked. */
int view_article_return(struct view *v, int64_t id, const struct query *words, struct err *err);

/* Keeps the place and forgets the post. */
void view_article_close(struct view *v);

/* A click at a row and column of its box: a link opens, a sign of a fold folds. */
void view_article_click(struct view *v, int row, int col);

/* The open post; all zero when there is none. */
const struct posts_row *view_article_post(const struct view *v);
const struct article *view_article_get(const struct view *v);
struct article_pane *view_article_pane(struct view *v);

/* The post is read, where it is the one that is shown. */
void view_article_set_read(struct view *v, int64_t id);

/* The lines of it that are shown. */
void view_article_sight(const struct view *v, size_t *top, size_t *rows);

/* The section at the top of the screen, -1 for none; and bringing one there. */
int view_article_section(const struct view *v);
void view_article_jump(struct view *v, size_t section);

/* The address of a link by its number, of the post itself for 0; empty when there is none. */
struct str view_article_link(const struct view *v, int number);

#endif
