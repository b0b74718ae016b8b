/*
 * What the search index finds for the words of a query, as lists in memory: one
 * statement looks posts up in them more than once, and so does the next page.
 */
#ifndef STORE_QUERY_LIST_H
#define STORE_QUERY_LIST_H

#include "store/compose.h"
#include "store/store.h"

/* Fills a list with the posts that an expression of FTS5 finds, those that wait for the index too, unless it holds them already. */
int query_list_fill(struct store *s, int list, struct str expr, struct err *err);

/* Whether it is what the list was filled with. */
bool query_list_is(const struct store *s, int list, struct str expr);

/* Puts the list into temp.words(id), for a statement that is to be driven by it. */
int query_list_spread(struct store *s, int list, struct err *err);

/* Appends the condition that the post $ is in the list. */
void query_list_add(struct compose *c, int list);

/* All lists of a connection that is being closed, those of store/hits_narrow.h too. */
void query_list_free(struct store *s);

/* Appends a SELECT of the posts of an expression; of those that have just arrived alone where the statement is about them. */
void query_list_select(struct compose *c, struct str expr);

#endif
