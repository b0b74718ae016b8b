#include "ui/marks.h"

#include <stdlib.h>

#include "store/posts_fold.h"

bool
marks_has(const struct marks *m, int64_t id)
{
	for (size_t i = 0; i < m->ids.n; i++)
		if (m->ids.v[i] == id)
			return true;
	return false;
}

void
marks_toggle(struct marks *m, int64_t id)
{
	for (size_t i = 0; i < m->ids.n; i++)
		if (m->ids.v[i] == id) {
			m->ids.v[i] = m->ids.v[--m->ids.n];
			return;
		}
	*vec_add(&m->ids) = id;
}

void
marks_toggle_row(struct marks *m, const struct posts_row *row)
{
	bool is_marked = marks_has(m, row->id);
	int64_t *ids;
	size_t n = posts_fold_ids(row, &ids);

	for (size_t i = 0; i < n; i++)
		if (marks_has(m, ids[i]) == is_marked)
			marks_toggle(m, ids[i]);
	free(ids);
}

void
marks_clear(struct marks *m)
{
	m->ids.n = 0;
}

void
marks_free(struct marks *m)
{
	vec_free(&m->ids);
}
