/*
 * Names that a prompt can complete: tags, feeds, views, words of queries.
 */
#ifndef UI_COMPLETE_NAMES_H
#define UI_COMPLETE_NAMES_H

#include "base/str.h"

struct app;

/* Each adds what may be meant to app->complete; front is what stands before the name. */
void complete_names_feeds(struct app *app, struct str front);
void complete_names_views(struct app *app, struct str front);

/* Tags, the most used first, those of the config and what tags stand under; read is what stands before the name as it is typed. An alias becomes its tag. */
void complete_names_tags(struct app *app, struct str read, struct str front);

/* The same for what a post is (text/tag_state.h), once a letter of it is typed. */
void complete_names_states(struct app *app, struct str read, struct str front);

/* Goes on with the word of a query that ends at the cursor and begins behind `from`: begins the completion. */
void complete_names_query(struct app *app, size_t from);

#endif
