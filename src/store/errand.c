#include "store/errand.h"

#include "base/vec.h"
#include "store/apply.h"
#include "store/identity.h"
#include "store/store_impl.h"

static int
run(struct store *s, enum stmt which, enum errand_kind kind, const struct errand *errand, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, kind);
	stmt_bind_int(st, 2, errand->post);
	stmt_bind_int(st, 3, errand->key);
	return stmt_run(s, st, err);
}

int
errand_add(struct store *s, enum errand_kind kind, int64_t key, const int64_t *posts, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (run(s, STMT_ERRAND_ADD, kind, &(struct errand){ posts[i], key }, err) < 0)
			return -1;
	return 0;
}

int
errand_list(struct store *s, struct arena *a, enum errand_kind kind, size_t max, struct errand **ret, size_t *n, struct err *err)
{
	vec(struct errand) list = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_ERRAND_LIST, err);
	int got = -1;

	if (st) {
		stmt_bind_int(st, 1, kind);
		stmt_bind_int(st, 2, kind == ERRAND_EXEC);
		stmt_bind_int(st, 3, (int64_t)max);
	}
	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&list) = (struct errand){ stmt_num(st, 0), stmt_num(st, 1) };
	if (!got) {
		*ret = arena_new(a, struct errand, list.n);
		for (size_t i = 0; i < list.n; i++)
			(*ret)[i] = list.v[i];
		*n = list.n;
	}
	vec_free(&list);
	return got;
}

static int
take_all(struct store *s, enum errand_kind kind, const struct errand *errands, size_t n, struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (run(s, STMT_ERRAND_TAKE, kind, &errands[i], err) < 0)
			return -1;
	return 0;
}

int
errand_take(struct store *s, enum errand_kind kind, const struct errand *errands, size_t n, struct err *err)
{
	if (!n)
		return 0;
	if (store_begin(s, err) < 0)
		return -1;
	if (take_all(s, kind, errands, n, err) < 0) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, err);
}

int
errand_clear(struct store *s, enum errand_kind kind, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_ERRAND_CLEAR, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, kind);
	return stmt_run(s, st, err);
}

int
errand_note_trouble(struct store *s, struct str text, bool *is_known, struct err *err)
{
	static const char key[] = "notify-trouble";
	int64_t hash = text.n ? (int64_t)identity_hash(0, text) : 0, noted;

	if (apply_get(s, key, &noted, err) < 0)
		return -1;
	*is_known = noted == hash;
	return *is_known ? 0 : apply_set(s, key, hash, err);
}
