#include "ui/marks.h"

#include <stdlib.h>

#include "store/posts_fold.h"

/* Where an id stands, or would stand. */
static size_t
place_of(const struct marks *m, int64_t id)
{
	size_t from = 0, to = m->ids.n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (m->ids.v[middle] < id)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

bool
marks_has(const struct marks *m, int64_t id)
{
	size_t at = place_of(m, id);

	return at < m->ids.n && m->ids.v[at] == id;
}

void
marks_toggle(struct marks *m, int64_t id)
{
	size_t at = place_of(m, id);

	if (at < m->ids.n && m->ids.v[at] == id) {
		memmove(&m->ids.v[at], &m->ids.v[at + 1], (--m->ids.n - at) * sizeof *m->ids.v);
		return;
	}
	(void)vec_add(&m->ids);
	memmove(&m->ids.v[at + 1], &m->ids.v[at], (m->ids.n - 1 - at) * sizeof *m->ids.v);
	m->ids.v[at] = id;
}

static int
compare(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return (one > other) - (one < other);
}

void
marks_add(struct marks *m, const int64_t *ids, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		*vec_add(&m->ids) = ids[i];
	if (m->ids.n)
		qsort(m->ids.v, m->ids.n, sizeof *m->ids.v, compare);
	for (size_t i = 0; i < m->ids.n; i++)
		if (!kept || m->ids.v[kept - 1] != m->ids.v[i])
			m->ids.v[kept++] = m->ids.v[i];
	m->ids.n = kept;
}

void
marks_remove(struct marks *m, const int64_t *ids, size_t n)
{
	struct marks gone = { 0 };
	size_t kept = 0;

	marks_add(&gone, ids, n);
	for (size_t i = 0; i < m->ids.n; i++)
		if (!marks_has(&gone, m->ids.v[i]))
			m->ids.v[kept++] = m->ids.v[i];
	m->ids.n = kept;
	marks_free(&gone);
}

void
marks_invert(struct marks *m, const int64_t *ids, size_t n)
{
	struct marks others = { 0 };

	for (size_t i = 0; i < n; i++)
		if (!marks_has(m, ids[i]))
			*vec_add(&others.ids) = ids[i];
	marks_free(m);
	*m = others;
	marks_add(m, NULL, 0); /* in order */
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

size_t
marks_copy(const struct marks *m, int64_t **ids)
{
	*ids = mem_zalloc(m->ids.n ? m->ids.n : 1, sizeof **ids);
	if (m->ids.n)
		memcpy(*ids, m->ids.v, m->ids.n * sizeof **ids);
	return m->ids.n;
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
