/*
 * The query language: words ANDed, "-" in front negates. Fields: id: title:
 * feed: tag: is:(unread read starred changed hidden all) — and Korean names for them
 * (제목: 피드: 태그: 안읽음 읽음 별표 수정됨). A word without a field is looked for in
 * titles, authors and excerpts. Compiled to SQL.
 */
#ifndef STORE_QUERY_H
#define STORE_QUERY_H

#include "base/arena.h"
#include "base/err.h"

struct query;

/* In the arena. An error names the column and what was expected (ERR_USAGE). An empty text matches all posts. */
int query_parse(struct arena *a, struct str text, struct query **ret, struct err *err);

#endif
