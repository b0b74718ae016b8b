#include "store/hits_narrow.h"

#include "store/query_list.h"
#include "store/query_sql.h"
#include "store/stmt.h"
#include "store/store_impl.h"
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

/* The hosts of posts, by a step in the index on them each; where there are too many the posts are read sooner. */
#define HOSTS_MAX "5000"
#define HOSTS "WITH RECURSIVE h(host) AS (SELECT min(host) FROM post WHERE shown = 1 UNION ALL SELECT (SELECT min(q.host)" \
	" FROM post q WHERE q.shown = 1 AND q.host > h.host) FROM h WHERE h.host IS NOT NULL LIMIT " HOSTS_MAX ")"
#define POSTS_OF_HOSTS " FROM h CROSS JOIN post q INDEXED BY post_host ON q.shown = 1 AND q.host = h.host WHERE "

/* What a composed statement counts; frees c. */
static int
count_composed(struct compose *c, struct store *s, int64_t *ret, struct err *err)
{
	sqlite3_stmt *st = compose_prepare(c, s, err);
	int rc = st ? stmt_int(s, st, 0, ret, err) : -1;

	(void)sqlite3_finalize(st);
	compose_free(c);
	return rc;
}

static int
count_feeds(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "f" };

	compose_add(&c, "SELECT coalesce(sum(f.total), 0) FROM (SELECT id AS feed_id, total FROM feed) f WHERE ");
	query_sql_feed(&c, part);
	return count_composed(&c, s, ret, err);
}

static int
count_sites(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "h" };

	compose_add(&c, HOSTS " SELECT CASE WHEN (SELECT count(*) FROM h) < " HOSTS_MAX " THEN (SELECT count(*) FROM (SELECT 1" POSTS_OF_HOSTS);
	query_sql_site(&c, part);
	compose_int(&c, " LIMIT ", HITS_NARROW_MAX + 1);
	compose_int(&c, ")) ELSE ", INT64_MAX);
	compose_add(&c, " END");
	return count_composed(&c, s, ret, err);
}

static int
count(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	switch (part->kind) {
	case QUERY_TAG:
		return tag_sql_count(s, part->text, ret, err);
	case QUERY_DATE:
		return count_days(s, part, ret, err);
	case QUERY_FEED:
		return count_feeds(s, part, ret, err);
	case QUERY_SITE:
		return count_sites(s, part, ret, err);
	default:
		*ret = INT64_MAX;
		return 0;
	}
}

int
hits_narrow_find(struct store *s, const struct query *rest, const struct query **ret, int64_t *least, struct err *err)
{
	struct query *const one = NULL, *const *parts = &one;
	size_t n_parts = rest ? 1 : 0;
	int64_t n;

	*ret = NULL;
	*least = HITS_NARROW_MAX + 1;
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
		if (n >= *least)
			continue;
		*least = n;
		*ret = part;
	}
	return 0;
}

/* The SELECT of the posts that the part may be true for, in brackets. */
static void
add_posts(struct compose *c, struct arena *a, const struct query *part)
{
	switch (part->kind) {
	case QUERY_TAG:
		tag_sql(c, a, part->text, TAG_SQL_IDS);
		return;
	case QUERY_FEED:
		c->post = "q";
		compose_add(c, "(SELECT q.id FROM post q INDEXED BY post_feed WHERE q.shown = 1 AND ");
		query_sql_feed(c, part);
		break;
	case QUERY_SITE:
		c->post = "h";
		compose_add(c, "(" HOSTS " SELECT q.id" POSTS_OF_HOSTS);
		query_sql_site(c, part);
		break;
	default:
		compose_int(c, "(SELECT q.id FROM post q INDEXED BY post_all WHERE q.shown = 1 AND q.sort >= ", part->from);
		compose_int(c, " AND q.sort <= ", part->to);
	}
	compose_add(c, ")");
}

int
hits_narrow_list(struct store *s, const struct query *part, struct err *err)
{
	struct compose c = { 0 };
	int rc;

	compose_add(&c, "WITH few(id) AS ");
	add_posts(&c, &c.a, part);
	compose_add(&c, " SELECT id FROM few");
	rc = query_list_take(s, STORE_LIST_OF_FEW, &c, err);
	compose_free(&c);
	return rc;
}

void
hits_narrow_add(struct compose *c, const char *id)
{
	compose_int(c, "words_have(", STORE_LIST_OF_FEW);
	compose_add(c, ", ");
	compose_add(c, id);
	compose_add(c, ")");
}
