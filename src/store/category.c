#include "store/category.h"

#include <stdlib.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/mem.h"
#include "store/identity.h"
#include "store/store_impl.h"
#include "text/tag.h"

enum {
	TOGETHER = 16, /* rows of STMT_CATEGORY_GIVE_MANY: to run a statement takes as long as to add a row */
	KNOWN = 4096,  /* names whose rows are kept */
};

/* Of names as feeds give them: the numbers of their rows. */
struct categories {
	struct map ids;
};

/* The name as it is shown: blogs that write hashtags mean the word behind the mark. */
static struct str
bare(struct str name)
{
	while (name.n && (*name.p == '#' || str_is_space(*name.p)))
		name = str_sub(name, 1, name.n);
	return str_trim(tag_fit(name));
}

static size_t
count_of(const struct post *post)
{
	return post->n_categories < LIMIT_CATEGORIES_KEPT ? post->n_categories : LIMIT_CATEGORIES_KEPT;
}

int64_t
category_hash(const struct post *post)
{
	uint64_t h = 0;

	for (size_t i = 0; i < count_of(post); i++)
		h = identity_hash(h, post->categories[i]);
	return (int64_t)h;
}

void
category_names_free(struct category_names *names)
{
	vec_free(&names->given);
}

void
category_forget(struct store *s)
{
	if (s->categories)
		map_free(&s->categories->ids);
	free(s->categories);
	s->categories = NULL;
}

/* Where the number of the row of a name stands, 0: it is not known. None is ever deleted. */
static void **
known_of(struct store *s, struct str name)
{
	if (s->categories && s->categories->ids.n >= KNOWN)
		category_forget(s);
	if (!s->categories)
		s->categories = mem_zalloc(1, sizeof *s->categories);
	return map_at(&s->categories->ids, name);
}

/* The row of the name, made when there is none. */
static int
find_or_add(struct store *s, struct str name, struct str key, int64_t *id, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_CATEGORY_FIND, err);

	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	if (stmt_int(s, st, 0, id, err) < 0)
		return -1;
	if (*id)
		return 0;
	st = stmt_get(s, STMT_CATEGORY_ADD, err);
	if (!st)
		return -1;
	stmt_bind_str(st, 1, key);
	stmt_bind_str(st, 2, name);
	if (stmt_run(s, st, err) < 0)
		return -1;
	*id = sqlite3_last_insert_rowid(s->db);
	return 0;
}

static int
look_up(struct store *s, struct str name, int64_t *id, struct err *err)
{
	struct buf called = { 0 }, key = { 0 };
	int rc;

	(void)buf_printf(&called, "c:%.*s", STR(name));
	tag_key(&key, buf_str(&called));
	rc = find_or_add(s, buf_str(&called), buf_str(&key), id, err);
	buf_free(&called);
	buf_free(&key);
	return rc;
}

static int
write_some(struct store *s, enum stmt which, const struct category_given *given, int n, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	for (int i = 0; i < n; i++) {
		stmt_bind_int(st, 3 * i + 1, given[i].post);
		stmt_bind_int(st, 3 * i + 2, given[i].category);
		stmt_bind_int(st, 3 * i + 3, given[i].place);
	}
	return stmt_run(s, st, err);
}

static int
add(struct store *s, struct category_names *names, int64_t post_id, struct str name, size_t place, struct err *err)
{
	void **known = known_of(s, name);
	int64_t id = (int64_t)(intptr_t)*known;

	if (!id && look_up(s, name, &id, err) < 0)
		return -1;
	*known = (void *)(intptr_t)id;
	*vec_add(&names->given) = (struct category_given){ post_id, id, (int64_t)place };
	return 0;
}

int
category_settle(struct store *s, struct category_names *names, struct err *err)
{
	size_t i = 0, n = names->given.n;
	int rc = 0;

	for (; i + TOGETHER <= n && !rc; i += TOGETHER)
		rc = write_some(s, STMT_CATEGORY_GIVE_MANY, names->given.v + i, TOGETHER, err);
	for (; i < n && !rc; i++)
		rc = write_some(s, STMT_CATEGORY_GIVE, names->given.v + i, 1, err);
	names->given.n = 0;
	return rc;
}

static int
run(struct store *s, enum stmt which, int64_t post_id, int64_t hash, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, which, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post_id);
	if (which == STMT_CATEGORY_HASH)
		stmt_bind_int(st, 2, hash);
	return stmt_run(s, st, err);
}

int
category_add(struct store *s, struct category_names *names, int64_t post_id, const struct post *post, struct err *err)
{
	for (size_t i = 0; i < count_of(post); i++) {
		struct str name = bare(post->categories[i]);

		if (name.n && add(s, names, post_id, name, i, err) < 0)
			return -1;
	}
	return 0;
}

int
category_set(struct store *s, struct category_names *names, int64_t post_id, const struct post *post, struct err *err)
{
	if (category_settle(s, names, err) < 0 || run(s, STMT_CATEGORY_TAKE, post_id, 0, err) < 0 || category_add(s, names, post_id, post, err) < 0)
		return -1;
	return run(s, STMT_CATEGORY_HASH, post_id, category_hash(post), err);
}

int
category_list(struct store *s, struct arena *a, int64_t post_id, struct str **ret, size_t *n, struct err *err)
{
	vec(struct str) names = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_CATEGORY_LIST, err);
	int got = -1;

	if (!st)
		return -1;
	stmt_bind_int(st, 1, post_id);
	while ((got = stmt_step(s, st, err)) > 0)
		*vec_add(&names) = stmt_str(st, 0, a);
	*ret = arena_new(a, struct str, names.n);
	for (size_t i = 0; i < names.n; i++)
		(*ret)[i] = names.v[i];
	*n = names.n;
	vec_free(&names);
	return got;
}

int
category_rows(struct store *s, struct arena *a, struct category_row **ret, size_t *n, struct err *err)
{
	vec(struct category_row) rows = { 0 };
	sqlite3_stmt *st = stmt_get(s, STMT_CATEGORY_ROWS, err);
	int got = -1;

	while (st && (got = stmt_step(s, st, err)) > 0)
		*vec_add(&rows) = (struct category_row){ stmt_str(st, 0, a), stmt_num(st, 1), stmt_num(st, 2) };
	*ret = arena_new(a, struct category_row, rows.n);
	for (size_t i = 0; i < rows.n; i++)
		(*ret)[i] = rows.v[i];
	*n = rows.n;
	vec_free(&rows);
	return got;
}
