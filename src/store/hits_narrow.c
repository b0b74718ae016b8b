#include "store/hits_narrow.h"

#include "store/query_sql.h"
#include "store/stmt.h"
#include "store/tag_sql.h"

static int
count_days(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = stmt_get(s, STMT_COUNT_DAYS, err);

	if (!st)
		return -1;
	stmt_bind_int(st, 1, part->from);
	stmt_bind_int(st, 2, part->to);
	stmt_bind_int(st, 3, HITS_NARROW_MAX + 1);
	return stmt_int(s, st, 0, ret, err);
}

static int
count(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	*ret = INT64_MAX;
	if (part->kind == QUERY_TAG)
		return tag_sql_count(s, part->text, ret, err);
	return part->kind == QUERY_DATE ? count_days(s, part, ret, err) : 0;
}

int
hits_narrow_find(struct store *s, const struct query *rest, const struct query **ret, struct err *err)
{
	struct query *const one = NULL, *const *parts = &one;
	int64_t least = HITS_NARROW_MAX + 1, n;
	size_t n_parts = rest ? 1 : 0;

	*ret = NULL;
	if (query_sql_scope(rest) != QUERY_SQL_SHOWN)
		return 0;
	if (rest && rest->kind == QUERY_AND) {
		parts = rest->parts;
		n_parts = rest->n;
	}
	for (size_t i = 0; i < n_parts; i++) {
		const struct query *part = parts == &one ? rest : parts[i];

		if (count(s, part, &n, err) < 0)
			return -1;
		if (n >= least)
			continue;
		least = n;
		*ret = part;
	}
	return 0;
}

void
hits_narrow_add(struct compose *c, struct arena *a, const char *column, const struct query *part)
{
	const char *post = c->post;

	compose_add(c, column);
	c->post = "q";
	if (part->kind == QUERY_TAG) {
		compose_add(c, " IN (SELECT q.id FROM post q WHERE ");
		tag_sql(c, a, part->text, TAG_SQL_LIST);
	} else {
		compose_add(c, " IN (SELECT q.id FROM post q INDEXED BY post_all WHERE q.shown = 1");
		compose_int(c, " AND q.sort >= ", part->from);
		compose_int(c, " AND q.sort <= ", part->to);
	}
	c->post = post;
	compose_add(c, ")");
}
