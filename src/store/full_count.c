#include "store/full_count.h"

#include "base/vec.h"
#include "store/store_impl.h"

int
full_count_list(struct store *s, struct arena *a, struct full_count **ret, size_t *n, struct err *err)
{
	vec(struct full_count) list = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_FULL_COUNTS, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&list) = (struct full_count){ stmt_num(st, 0), stmt_num(st, 1), stmt_num(st, 2), stmt_num(st, 3) };
	if (!got) {
		*ret = arena_new(a, struct full_count, list.n);
		for (size_t i = 0; i < list.n; i++)
			(*ret)[i] = list.v[i];
		*n = list.n;
	}
	vec_free(&list);
	return got;
}
