/*
 * Where in an open article the words of a query stand.
 */
#ifndef UI_ARTICLE_FIND_H
#define UI_ARTICLE_FIND_H

#include "query/query.h"
#include "ui/article.h"

/* The section, from 0; -1 when the words stand in none, or the query has none. */
int article_find_section(const struct article *a, const struct query *query);

#endif
