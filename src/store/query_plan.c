#include "store/query_plan.h"

#include "query/query.h"
#include "store/index.h"
#include "store/index_prepare.h"
#include "store/query_list.h"
#include "store/query_sql.h"
#include "store/query_words.h"
#include "store/snapshot.h"
#include "store/store_impl.h"
#include "store/tag_sql.h"

/*
 * A post that is read from a list of words and sorted costs as much as a hundred that a walk of the cache
 * passes by; but a walk for a page of what is found by words alone ends with the page.
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

/* Whether the list is so short that it drives. */
static bool
drives(int64_t n, int64_t all, bool is_words)
{
	return is_words ? n * n < all : n * PASSED_BY < all;
}

/* *driver: the list that has all which is found, from 1, where it drives; 0 for none. */
static int
find_driver(struct store *s, const struct query *query, int64_t all, int *driver, struct err *err)
{
	struct compose trial = { .lists = s };
	int rc = 0;

	*driver = 0;
	query_sql_add(&trial, query);
	if (trial.failed.code) {
		*err = trial.failed;
		rc = -1;
	} else if (trial.driver && drives((int64_t)s->lists[trial.driver - 1].ids.list.n, all, query_words_are(query))) {
		*driver = trial.driver;
		rc = query_list_spread(s, trial.driver - 1, err);
	}
	compose_free(&trial);
	return rc;
}

/* How many posts it is true for, at most. */
static int
count(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	*ret = INT64_MAX;
	if (part->kind == QUERY_TAG)
		return tag_sql_count(s, part->text, ret, err);
	if (part->kind == QUERY_LINK)
		*ret = 0; /* those of some feeds, at most */
	if (part->kind == QUERY_ID && part->from > 0 && part->to < INT64_MAX)
		*ret = part->to - part->from + 1;
	return 0;
}

/* The rarest of the tags, numbers and links that all which is found has, where it is so rare that it drives. */
static int
find_few(struct store *s, const struct query *query, int64_t all, const struct query **ret, struct err *err)
{
	const struct query *const *parts = query->kind == QUERY_AND ? (const struct query *const *)query->parts : &query;
	size_t n_parts = query->kind == QUERY_AND ? query->n : 1;
	int64_t least = all / PASSED_BY, n;

	for (size_t i = 0; i < n_parts; i++) {
		if (count(s, parts[i], &n, err) < 0)
			return -1;
		if (n >= least)
			continue;
		least = n;
		*ret = parts[i];
	}
	return 0;
}

static int
plan(struct compose *c, struct store *s, const struct posts_view *view, struct err *err)
{
	const struct query *query = view->query;
	int64_t left = 0, all;
	sqlite3_stmt *st = index_behind(s, &left, err) < 0 ? NULL : stmt_get(s, STMT_COUNT_ALL, err);

	c->is_behind = left > 0;
	if (!st || stmt_int(s, st, 0, &all, err) < 0)
		return -1;
	if (has_words(query)) {
		if (index_prepare(s, &left, err) < 0)
			return -1;
		c->lists = s;
		if (find_driver(s, query, all, &c->driver, err) < 0)
			return -1;
	}
	return c->driver || view->tag.n ? 0 : find_few(s, query, all, &c->few, err);
}

int
query_plan(struct compose *c, struct store *s, const struct posts_view *view, struct err *err)
{
	c->is_arrived = view->is_arrived; /* none of them waits */
	if (!view->query || view->is_arrived)
		return 0;
	if (snapshot_begin(s, err) < 0)
		return -1;
	if (plan(c, s, view, err) < 0) {
		snapshot_end(s);
		return -1;
	}
	c->snapshot = s;
	return 0;
}
