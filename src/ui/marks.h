/*
 * Posts that the user has marked, by id.
 */
#ifndef UI_MARKS_H
#define UI_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "store/posts.h"

/* Zero-initialise. */
struct marks {
	vec(int64_t) ids; /* in order, none twice */
};

bool marks_has(const struct marks *m, int64_t id);
void marks_toggle(struct marks *m, int64_t id);
void marks_add(struct marks *m, const int64_t *ids, size_t n);

/* These posts have no mark any more. */
void marks_remove(struct marks *m, const int64_t *ids, size_t n);

/* Of these posts those get a mark that have none; nothing else keeps one. */
void marks_invert(struct marks *m, const int64_t *ids, size_t n);

/* Marks the post of a row, or all that are folded in it; takes the marks off where it is marked. */
void marks_toggle_row(struct marks *m, const struct posts_row *row);

/* Returns how many. Free *ids with free(). */
size_t marks_copy(const struct marks *m, int64_t **ids);
void marks_clear(struct marks *m);
void marks_free(struct marks *m);

#endif
