#include "store/hold.h"

#include "base/limits.h"
#include "base/vec.h"
#include "store/interval.h"
#include "store/store_impl.h"

static int
drop_old(struct store *s, int64_t now, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_HOLD_DROP, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, now);
	stmt_bind_int(st, 2, now + LIMIT_HELD_S);
	return stmt_run(s, st, err);
}

static int
put(struct store *s, struct str place, int64_t until, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_HOLD_SET, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, place);
	stmt_bind_int(st, 2, until);
	return stmt_run(s, st, err);
}

int
hold_set(struct store *s, struct str place, int64_t until, int64_t now, struct err *err)
{
	if (store_begin(s, err) < 0)
		return -1;
	if (drop_old(s, now, err) == 0 && put(s, place, until, err) == 0)
		return store_commit(s, err);
	store_rollback(s);
	return -1;
}

int
hold_list(struct store *s, struct arena *a, int64_t now, struct hold **ret, size_t *n, struct err *err)
{
	vec(struct hold) list = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_HOLD_LIST, err);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, now);
	while ((got = stmt_step(s, st, err)) > 0)
		if (interval_is_held(stmt_time(st, 1), now))
			*vec_add(&list) = (struct hold){ stmt_str(st, 0, a), stmt_time(st, 1) };
	if (!got) {
		*n = list.n;
		*ret = arena_new(a, struct hold, list.n);
		for (size_t i = 0; i < list.n; i++)
			(*ret)[i] = list.v[i];
	}
	vec_free(&list);
	return got;
}
