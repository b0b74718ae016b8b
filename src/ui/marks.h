/*
 * Posts that the user has marked, by id.
 */
#ifndef UI_MARKS_H
#define UI_MARKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"

/* Zero-initialise. */
struct marks {
	vec(int64_t) ids;
};

bool marks_has(const struct marks *m, int64_t id);
void marks_toggle(struct marks *m, int64_t id);
void marks_clear(struct marks *m);
void marks_free(struct marks *m);

#endif
