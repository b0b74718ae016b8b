/*
 * struct rows in another order than the newest first (store/posts_sort.h): all numbers are kept, and the rows
 * around what is looked at are loaded by them.
 */
#ifndef UI_ROWS_SORTED_H
#define UI_ROWS_SORTED_H

#include "ui/rows.h"

/*
 * Reads the order anew, the rows not yet: 0. 1 where there is none, for the newest first, or where it is due: that takes longer than one
 * waits. Where a part of it is known, and none was before, that is the order meanwhile, and 0 is returned.
 */
int rows_sorted_open(struct rows *r, struct err *err);

/* Reads the order that is due, which may take long and be stopped (store_watch()); *index is where the post of that key, or what took its place, stands then. */
int rows_sorted_run(struct rows *r, const struct posts_key *key, int *index, struct err *err);

/* As rows_cover(), the rows being within the list. */
int rows_sorted_cover(struct rows *r, int first, int n, struct err *err);

/* Where a post stands; where it is none of the list, wherever at is, clamped. */
int rows_sorted_find(const struct rows *r, int64_t id, int at);

/* Moves *index to the next unread post on that side, past the end to the other end. */
int rows_sorted_unread(struct rows *r, int *index, enum posts_order order, bool *has_any, struct err *err);

#endif
