#include "store/index_list.h"

#include "store/index_number.h"

enum { PART_MOST = UINT16_MAX, PAGE_MOST = INT32_MAX }; /* that rows of FTS5 have room for */

bool
index_list_read(struct index_list *list, struct str bytes)
{
	struct str rest = str_sub(bytes, sizeof list->settings, bytes.n);
	uint64_t n_levels = index_number_take(&rest), n_parts = index_number_take(&rest);
	bool is_sound = true;

	*list = (struct index_list){ .counter = index_number_take(&rest) };
	if (bytes.n <= sizeof list->settings)
		return false;
	memcpy(list->settings, bytes.p, sizeof list->settings);
	for (uint64_t level = 0; level < n_levels && rest.n; level++) {
		struct index_list_level *to = vec_add(&list->levels);
		const size_t before = list->parts.n;

		to->merging = index_number_take(&rest);
		to->n = index_number_take(&rest);
		for (uint64_t i = 0; i < to->n && rest.n; i++) {
			struct index_list_part *part = vec_add(&list->parts);

			part->id = index_number_take(&rest);
			part->first = index_number_take(&rest);
			part->last = index_number_take(&rest);
			is_sound &= part->id && part->id <= PART_MOST && part->first <= part->last && part->last <= PAGE_MOST;
		}
		is_sound &= list->parts.n - before == to->n;
	}
	return is_sound && !rest.n && list->levels.n == n_levels && list->parts.n == n_parts;
}

static bool
is_used(const struct index_list *list, uint64_t id)
{
	for (size_t i = 0; i < list->parts.n; i++)
		if (list->parts.v[i].id == id)
			return true;
	return false;
}

int64_t
index_list_unused(const struct index_list *list)
{
	uint64_t id = 1;

	while (is_used(list, id))
		id++;
	return (int64_t)id;
}

void
index_list_add(struct index_list *list, int64_t id, int64_t pages)
{
	size_t at;

	if (!list->levels.n)
		*vec_add(&list->levels) = (struct index_list_level){ 0 };
	at = list->levels.v[0].n++;
	(void)vec_add(&list->parts);
	memmove(list->parts.v + at + 1, list->parts.v + at, (list->parts.n - 1 - at) * sizeof *list->parts.v);
	list->parts.v[at] = (struct index_list_part){ (uint64_t)id, 1, (uint64_t)pages };
}

void
index_list_join(struct index_list *list, size_t n, int64_t id, int64_t pages)
{
	size_t first, second;

	while (list->levels.n < 2)
		*vec_add(&list->levels) = (struct index_list_level){ 0 };
	first = list->levels.v[0].n -= n;
	second = list->levels.v[1].n++;
	memmove(list->parts.v, list->parts.v + n, (first + second) * sizeof *list->parts.v);
	list->parts.v[first + second] = (struct index_list_part){ (uint64_t)id, 1, (uint64_t)pages };
	memmove(list->parts.v + first + second + 1, list->parts.v + first + second + n, (list->parts.n - n - first - second) * sizeof *list->parts.v);
	list->parts.n -= n - 1;
}

bool
index_list_has_many(const struct index_list *list, uint64_t parts)
{
	for (size_t i = 0; i < list->levels.n; i++)
		if (list->levels.v[i].merging || list->levels.v[i].n >= parts)
			return true;
	return false;
}

void
index_list_write(const struct index_list *list, struct buf *out)
{
	const struct index_list_part *part = list->parts.v;

	(void)buf_add_bytes(out, list->settings, sizeof list->settings);
	index_number_add(out, list->levels.n);
	index_number_add(out, list->parts.n);
	index_number_add(out, list->counter);
	for (size_t level = 0; level < list->levels.n; level++) {
		index_number_add(out, list->levels.v[level].merging);
		index_number_add(out, list->levels.v[level].n);
		for (uint64_t i = 0; i < list->levels.v[level].n; i++, part++) {
			index_number_add(out, part->id);
			index_number_add(out, part->first);
			index_number_add(out, part->last);
		}
	}
}

void
index_list_free(struct index_list *list)
{
	vec_free(&list->levels);
	vec_free(&list->parts);
}
