/*
 * struct rows in another order than the newest first (store/posts_sort.h): all numbers are kept, and the rows
 * around what is looked at are loaded by them.
 */
#ifndef UI_ROWS_SORTED_H
#define UI_ROWS_SORTED_H

#include "ui/rows.h"

/* Reads the order anew. */
int rows_sorted_open(struct rows *r, struct err *err);

/* As rows_cover(), the rows being within the list. */
int rows_sorted_cover(struct rows *r, int first, int n, struct err *err);

/* Where a post stands; where it is none of the list, wherever at is, clamped. */
int rows_sorted_find(const struct rows *r, int64_t id, int at);

/* Moves *index to the next unread post on that side, past the end to the other end. */
int rows_sorted_unread(struct rows *r, int *index, enum posts_order order, bool *has_any, struct err *err);

#endif
