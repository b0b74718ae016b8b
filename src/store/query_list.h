/*
 * What the search index finds for the words of a query, as tables in memory:
 * one statement reads them more than once, and so does the next page of a list.
 */
#ifndef STORE_QUERY_LIST_H
#define STORE_QUERY_LIST_H

#include "store/compose.h"
#include "store/store.h"

/* Fills temp.wordsN(id) with the posts that an expression of FTS5 finds, those that wait for the index too, unless it holds them already. */
int query_list_fill(struct store *s, int list, struct str expr, struct err *err);

/* Whether it is what the list was filled with. */
bool query_list_is(const struct store *s, int list, struct str expr);

/* " IN temp.wordsN", for a condition; " FROM temp.wordsN m". */
const char *query_list_name(int list);
const char *query_list_from(int list);

/* Appends a SELECT of the same posts; of those that have just arrived alone where the statement is about them. */
void query_list_select(struct compose *c, struct str expr);

#endif
