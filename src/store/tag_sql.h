/*
 * "tag:…" of a query as SQL: the tags of the user on the post, those of its
 * feed's line in the feeds file, and with "c:" the categories that the feed gave
 * it. "*" stands for anything, so that 언어/…* is all under 언어.
 */
#ifndef STORE_TAG_SQL_H
#define STORE_TAG_SQL_H

#include <stdbool.h>

#include "store/compose.h"
#include "store/store.h"

/* How the condition looks: asked of each post, or as a list of ids that a statement can be driven by. */
enum tag_sql_way { TAG_SQL_PROBE, TAG_SQL_LIST };

/* Appends a condition on the post $, in parentheses. value: what stands behind "tag:", also with "#"; what is bound is in the arena. */
void tag_sql(struct compose *c, struct arena *a, struct str value, enum tag_sql_way way);

/*
 * Appends a SELECT of the posts, in parentheses; some may come twice. Of those that have the tag themselves only from
 * and to (INT64_MIN, INT64_MAX: open): others are to be asked for their time.
 */
void tag_sql_ids(struct compose *c, struct arena *a, struct str value, int64_t from, int64_t to);

/* Whether the counts of it are kept, which categories have none of. */
bool tag_sql_is_counted(struct str value);

/* How many posts it is true for, at most, by counts that are kept: cheap. Categories are counted up to 10,000. */
int tag_sql_count(struct store *s, struct str value, int64_t *ret, struct err *err);

#endif
