#include "store/hits_narrow.h"

#include "store/query_sql.h"
#include "store/stmt.h"

static const char pointer_name[] = "sosik_narrow";

enum {
	ROWS = 32, /* of a list that cost as much as a post that is read */
	TRIED = 4, /* times fewer at once where only trying tells how many there are */
	FIRST_LOOK = 64, /* posts after which there is a first guess how many are read for nothing */
};

/* ---- a list */

/* A condition with its values, to tell it from others. */
static void
describe(struct buf *out, const struct compose *c)
{
	(void)buf_add(out, buf_str(&c->sql));
	for (size_t i = 0; i < c->values.n; i++) {
		const struct compose_value *value = &c->values.v[i];

		if (value->is_text)
			(void)buf_printf(out, "\n%zu %.*s", value->text.n, STR(value->text));
		else
			(void)buf_printf(out, "\n%lld", (long long)value->number);
	}
}

static bool
is_used(const struct hits_narrow *n, const struct store_list *list)
{
	bool is = false;

	for (size_t i = 0; i < n->n; i++)
		is |= n->parts[i].list == list;
	return is;
}

/* The list of what is described, which may have been made for an earlier query; else one that is free: there are as many as parts. */
static struct store_list *
find_list(struct hits_narrow *n, struct str what)
{
	struct store_list *empty = NULL;

	for (size_t i = 0; i < STORE_LISTS_OF_FEW; i++) {
		struct store_list *list = &n->s->few[i];

		if (list->is_filled && list->version == store_version(n->s) && str_eq(buf_str(&list->expr), what))
			return list;
		if (!is_used(n, list))
			empty = list;
	}
	empty->is_filled = false;
	empty->version = store_version(n->s);
	buf_clear(&empty->expr);
	(void)buf_add(&empty->expr, what);
	return empty;
}

/* Reads what c selects; false where there is more than limit. */
static int
read_ids(struct hits_narrow *n, struct compose *c, struct ids *ids, int64_t limit, bool *is_all, struct err *err)
{
	sqlite3_stmt *st;
	int got = -1, into;

	ids_clear(ids);
	compose_int(c, " SELECT ids_gather(", 0);
	into = (int)c->values.n;
	compose_int(c, ", id) FROM (SELECT id FROM few LIMIT ", limit + 1);
	compose_add(c, ")");
	st = compose_prepare(c, n->s, err);
	if (st) {
		(void)sqlite3_bind_pointer(st, into, ids, pointer_name, NULL);
		got = stmt_step(n->s, st, err);
	}
	(void)sqlite3_finalize(st);
	*is_all = got >= 0 && (int64_t)ids->list.n <= limit;
	ids_settle(ids);
	return got < 0 ? -1 : 0;
}

/* Puts the posts of a part into a list; where only trying tells how many there are, not more than so many. */
static int
make(struct hits_narrow *n, struct hits_narrow_part *part, int64_t at_most, struct err *err)
{
	struct compose c = { .is_behind = n->s->has_waiting };
	struct buf what = { 0 };
	struct store_list *list;
	int rc = 0;

	compose_add(&c, "WITH few(id) AS ");
	hits_way_add(&c, part->what, n->span);
	describe(&what, &c);
	list = find_list(n, buf_str(&what));
	if (!list->is_filled)
		rc = read_ids(n, &c, &list->ids, part->rows == HITS_WAY_UNKNOWN ? at_most : INT64_MAX - 1, &list->is_filled, err);
	part->list = list->is_filled ? list : NULL;
	buf_free(&what);
	compose_free(&c);
	return rc;
}

/* Of the posts that are asked for it now, those that meet the part, as far as the length of its list is known; else 1. */
static double
known_share(const struct hits_narrow *n, const struct hits_narrow_part *part)
{
	double listed = n->all && part->rows < n->all ? (double)part->rows / (double)n->all : 1;

	if (part->list || part->rows == HITS_WAY_UNKNOWN)
		return 1;
	return part->is_not ? 1 - listed : listed;
}

/* The same, where it is not known by what is left of the posts that have been read. */
static double
share_of(const struct hits_narrow *n, const struct hits_narrow_part *part)
{
	double share = (double)(n->found - n->found_before + 1) / (double)part->asked;

	if (part->rows != HITS_WAY_UNKNOWN)
		return known_share(n, part);
	for (size_t i = 0; i < n->n; i++)
		share /= known_share(n, &n->parts[i]) + 1e-9;
	return share < 1 ? share : 1;
}

/* Whether a list pays: by what has been read for it, and by what would be read for nothing until the search ends. */
static bool
is_worth(const struct hits_narrow *n, const struct hits_narrow_part *part)
{
	double left = (double)(n->wanted - n->found), share = share_of(n, part);
	double reads = left * (double)part->asked / (double)(n->found - n->found_before + 1);
	double rows = part->rows == HITS_WAY_UNKNOWN ? share * (double)n->all : (double)part->rows;

	return rows <= (double)part->asked * ROWS && rows < reads * (1 - share) * ROWS;
}

/* With a list more fitting a guess about the others begins anew. After a while a part is looked at again. */
static int
make_late(struct hits_narrow *n, struct hits_narrow_part *part)
{
	part->next = 2 * part->asked;
	if (!is_worth(n, part))
		return 0;
	if (make(n, part, part->next * ROWS, &n->failed) < 0)
		return -1;
	for (size_t i = 0; i < n->n && part->list; i++)
		n->parts[i].asked = 0;
	n->found_before = n->found;
	return 0;
}

/* ---- the functions */

/* ids_gather(list, id): an aggregate, which takes less time than as many rows. */
static void
gather(sqlite3_context *context, int n_values, sqlite3_value **values)
{
	struct ids *ids = sqlite3_value_pointer(values[0], pointer_name);

	(void)context;
	(void)n_values;
	if (ids)
		ids_add(ids, sqlite3_value_int64(values[1]));
}

static void
gather_end(sqlite3_context *context)
{
	sqlite3_result_null(context);
}

/* may_meet(narrow, id): false for a post that does not meet all conditions, as far as there are lists. */
static void
run(sqlite3_context *context, int n_values, sqlite3_value **values)
{
	struct hits_narrow *n = sqlite3_value_pointer(values[0], pointer_name);
	int64_t id = sqlite3_value_int64(values[1]);
	bool may = true;

	(void)n_values;
	for (size_t i = 0; n && i < n->n && may; i++) {
		struct hits_narrow_part *part = &n->parts[i];

		if (!part->list && ++part->asked >= part->next && make_late(n, part) < 0) {
			sqlite3_result_error(context, "list", -1);
			return;
		}
		may = !part->list || ids_has(&part->list->ids, id) != part->is_not;
	}
	sqlite3_result_int(context, may);
}

int
hits_narrow_register(sqlite3 *db)
{
	const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;
	int code = sqlite3_create_function_v2(db, "may_meet", 2, flags, NULL, run, NULL, NULL, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_create_function_v2(db, "ids_gather", 2, flags, NULL, NULL, gather, gather_end, NULL);
	return code;
}

void
hits_narrow_bind(sqlite3_stmt *st, int at, struct hits_narrow *n)
{
	(void)sqlite3_bind_pointer(st, at, n, pointer_name, NULL);
}

/* ---- which */

/* The times that all posts have to be of. */
static void
take_span(struct hits_way_span *span, const struct query *part)
{
	if (part->kind != QUERY_DATE)
		return;
	if (part->from > span->from)
		span->from = part->from;
	if (part->to < span->to)
		span->to = part->to;
}

/* Puts it among the others; the longest list falls out where there is no room. */
static void
put(struct hits_narrow *n, const struct hits_narrow_part *part)
{
	size_t at = n->n;

	while (at && n->parts[at - 1].rows > part->rows)
		at--;
	if (at == STORE_LISTS_OF_FEW)
		return;
	if (n->n < STORE_LISTS_OF_FEW)
		n->n++;
	for (size_t i = n->n - 1; i > at; i--)
		n->parts[i] = n->parts[i - 1];
	n->parts[at] = *part;
}

static int
take(struct hits_narrow *n, const struct query *part, struct err *err)
{
	bool is_not = part->kind == QUERY_NOT;
	struct hits_narrow_part taken = { .what = is_not ? part->parts[0] : part, .is_not = is_not };

	take_span(&n->span, part);
	if (!hits_way_is(taken.what))
		return 0;
	if (hits_way_rows(n->s, taken.what, &taken.rows, err) < 0)
		return -1;
	taken.next = taken.rows == HITS_WAY_UNKNOWN || taken.rows < FIRST_LOOK * ROWS ? FIRST_LOOK : taken.rows / ROWS;
	if (taken.rows != HITS_WAY_NONE)
		put(n, &taken);
	return 0;
}

/* The numbers that all lists have in common. */
static void
bound(struct hits_narrow *n, const struct ids *ids)
{
	if (ids->least > n->least)
		n->least = ids->least;
	if (!n->most || ids->most < n->most)
		n->most = ids->most;
	n->is_none |= !ids->list.n || n->least > n->most;
}

/* Short lists; one whose length only trying tells where there is no other. */
static int
make_short(struct hits_narrow *n, int64_t at_once, struct err *err)
{
	bool has_list = false;

	for (size_t i = 0; i < n->n && !n->is_none; i++) {
		struct hits_narrow_part *part = &n->parts[i];

		if (part->is_not || (part->rows == HITS_WAY_UNKNOWN ? has_list : part->rows > at_once))
			continue;
		if (make(n, part, at_once / TRIED, err) < 0)
			return -1;
		has_list |= part->list != NULL;
		if (part->list)
			bound(n, &part->list->ids);
	}
	return 0;
}

int
hits_narrow_begin(struct hits_narrow *n, struct store *s, const struct query *rest, int64_t at_once, struct err *err)
{
	bool is_and = rest && rest->kind == QUERY_AND;
	const struct query *const *parts = is_and ? (const struct query *const *)rest->parts : &rest;
	size_t n_parts = is_and ? rest->n : 1;
	sqlite3_stmt *st;

	*n = (struct hits_narrow){ .s = s, .span = { INT64_MIN, INT64_MAX } };
	if (!rest || query_sql_scope(rest) != QUERY_SQL_SHOWN)
		return 0;
	st = stmt_get(s, STMT_COUNT_ALL, err);
	if (!st || stmt_int(s, st, 0, &n->all, err) < 0)
		return -1;
	for (size_t i = 0; i < n_parts; i++)
		if (take(n, parts[i], err) < 0)
			return -1;
	return make_short(n, at_once, err);
}

bool
hits_narrow_is(const struct hits_narrow *n)
{
	return n->n > 0;
}

int
hits_narrow_add(struct compose *c, const struct hits_narrow *n, const char *id)
{
	int at;

	compose_int(c, "may_meet(", 0);
	at = (int)c->values.n;
	compose_add(c, ", ");
	compose_add(c, id);
	compose_add(c, ")");
	if (n->most) {
		compose_add(c, " AND ");
		compose_add(c, id);
		compose_int(c, " BETWEEN ", n->least);
		compose_int(c, " AND ", n->most);
	}
	return at;
}
