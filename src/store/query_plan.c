#include "store/query_plan.h"

#include "query/query.h"
#include "store/index_prepare.h"
#include "store/query_list.h"
#include "store/query_sql.h"
#include "store/store_impl.h"

/*
 * A post that is read from a list of words and sorted costs as much as thirty that a walk of the whole cache
 * passes by; and a walk for one page of what is found often is short.
 */
enum { PASSED_BY = 100 };

static bool
has_words(const struct query *query)
{
	bool has = query->kind == QUERY_TEXT;

	for (size_t i = 0; i < query->n && !has; i++)
		has = has_words(query->parts[i]);
	return has;
}

/* The list that has all which is found, where it is a short one. */
static int
short_list(struct store *s, const struct query *query, int64_t all, struct err *err)
{
	struct compose trial = { .lists = s };
	int driver = 0;

	query_sql_add(&trial, query);
	if (trial.failed.code)
		*err = trial.failed;
	else if (trial.driver && s->lists[trial.driver - 1].n < all / PASSED_BY)
		driver = trial.driver;
	driver = trial.failed.code ? -1 : driver;
	compose_free(&trial);
	return driver;
}

int
query_plan(struct compose *c, struct store *s, const struct posts_view *view, struct err *err)
{
	int64_t left, all;
	sqlite3_stmt *st;

	c->is_arrived = view->is_arrived; /* none of them waits */
	if (!view->query || !has_words(view->query) || view->is_arrived)
		return 0;
	if (index_prepare(s, &left, err) < 0)
		return -1;
	st = stmt_get(s, STMT_COUNT_ALL, err);
	if (!st || stmt_int(s, st, 0, &all, err) < 0)
		return -1;
	c->lists = s;
	c->driver = short_list(s, view->query, all, err);
	return c->driver < 0 ? -1 : 0;
}
