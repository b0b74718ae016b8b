/*
 * Posts that no row is. Those of a feed that had none are written together, to
 * run a statement takes as long as to add a row: what looks for rows of theirs
 * writes them before. What they point to must stay until then.
 */
#ifndef STORE_MERGE_ADD_H
#define STORE_MERGE_ADD_H

#include "store/merge_impl.h"

/* This post is that row. */
void merge_add_take(struct merge *m, int64_t id, const struct merge_post *given);

/* The row is no longer the caller's. */
int merge_add(struct merge *m, const struct merge_post *given, struct merge_row *row, struct err *err);

/* Writes those that wait. */
int merge_add_settle(struct merge *m, struct err *err);

/* Forgets them. */
void merge_add_clear(struct merge *m);

#endif
