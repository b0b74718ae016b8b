/*
 * Stories as rows of a list: the posts of one story that a view holds are one
 * row, where the newest of them stands. The row is read when all are, starred
 * when one is, and has the tags of all: what it shows is true of what keys
 * will do to it.
 */
#ifndef STORE_POSTS_FOLD_H
#define STORE_POSTS_FOLD_H

#include "store/posts.h"

/* Gives rows that are the newest of a story their members. */
int posts_fold_rows(struct store *s, struct arena *a, const struct posts_view *view, struct posts_row *rows, size_t n,
    struct err *err);

/* Reads a folded row and its members anew; members that the view would not hold any more stay. */
int posts_fold_again(struct store *s, struct arena *a, struct posts_row *row, struct err *err);

/* How many posts of the view (newer than a key, NULL: any) have no row of their own. */
int posts_fold_count(struct store *s, const struct posts_view *view, const struct posts_key *newer_than, int64_t *ret,
    struct err *err);

/* The post of a row that is opened first: the newest unread one, else the row's own. */
int64_t posts_fold_first(const struct posts_row *row);

/* The posts that a row stands for: one, or all members. Free *ids with free(). */
size_t posts_fold_ids(const struct posts_row *row, int64_t **ids);

/* All posts of the rows from one key to an older one, both of them too. Free *ids with free(). */
int posts_fold_range(struct store *s, const struct posts_view *view, const struct posts_key *newer,
    const struct posts_key *older, int64_t **ids, size_t *n, struct err *err);

/* Moves *key (NULL in from: the end) to the next row with an unread post, beyond from on that side. */
int posts_fold_unread(struct store *s, const struct posts_view *view, const struct posts_key *from,
    enum posts_order order, struct posts_key *key, bool *has_any, struct err *err);

/* The other posts of the story of a post, newest first. */
int posts_fold_others(struct store *s, struct arena *a, const struct posts_row *row, struct posts_row **ret, size_t *n,
    struct err *err);

#endif
