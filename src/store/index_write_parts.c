#include "store/index_write_parts.h"

#include "store/index_join.h"
#include "store/index_read.h"
#include "store/index_write_impl.h"
#include "store/store_impl.h"

/* *is_list: what the record has is one. The list is freed in any case. */
static int
read_list(struct store *s, struct index_list *ret, bool *is_list, struct err *err)
{
	struct buf bytes = { 0 };
	int rc = index_write_read(s, RECORD_PARTS, &bytes, err);

	*ret = (struct index_list){ 0 };
	*is_list = !rc && index_list_read(ret, buf_str(&bytes));
	buf_free(&bytes);
	return rc;
}

int
index_write_parts_get(struct store *s, struct index_list *ret, struct err *err)
{
	bool is_list;

	if (read_list(s, ret, &is_list, err) < 0)
		return -1;
	s->index_write->is_damaged |= !is_list;
	return is_list ? 0 : index_read_damaged(err);
}

/*
 * FTS5 goes by what it remembers of it, even where this connection has written another, and would lose the parts that it does not
 * know; a merge of no pages makes it forget.
 */
int
index_write_parts_put(struct store *s, const struct index_list *list, struct err *err)
{
	struct buf parts = { 0 };
	int rc;

	index_list_write(list, &parts);
	rc = index_write_put(s, WRITE_RECORD, RECORD_PARTS, &parts, err);
	buf_free(&parts);
	return rc < 0 ? -1 : index_write_run(s, WRITE_MERGE, 0, err);
}

int
index_write_parts_count(struct store *s, int64_t *parts, int64_t *pages, struct err *err)
{
	struct index_list list;
	bool is_list;
	int rc = read_list(s, &list, &is_list, err);

	*parts = is_list ? (int64_t)list.parts.n : 0;
	*pages = 0;
	for (size_t i = 0; i < (size_t)*parts; i++)
		*pages += (int64_t)(list.parts.v[i].last - list.parts.v[i].first + 1);
	index_list_free(&list);
	return rc;
}

static int
join(struct store *s, struct index_list *list, size_t n, struct err *err)
{
	struct index_join_with with = {
		{ s->index_write->db, index_write_get(s, WRITE_DATA, err), index_write_get(s, WRITE_IDX, err) },
		index_write_get(s, WRITE_READ, err), index_write_get(s, WRITE_UNDATA, err), index_write_get(s, WRITE_UNIDX, err)
	};
	int64_t id = index_list_unused(list), pages;

	if (!with.into.data || !with.into.idx || !with.get || !with.remove || !with.remove_words)
		return -1;
	if (index_join(&with, list->parts.v, n, id, &pages, err) < 0)
		return -1;
	index_list_join(list, n, id, pages);
	return index_write_parts_put(s, list, err);
}

int
index_write_parts_join(struct store *s, bool *is_joined, struct err *err)
{
	struct index_list list;
	uint64_t n = 0;
	int rc = index_write_parts_get(s, &list, err);

	if (!rc && list.levels.n && !list.levels.v[0].merging)
		n = list.levels.v[0].n < INDEX_JOIN_PARTS ? list.levels.v[0].n : INDEX_JOIN_PARTS;
	*is_joined = n > 1;
	if (*is_joined)
		rc = join(s, &list, n, err);
	index_list_free(&list);
	return rc;
}
