#include "store/hits_narrow.h"

#include "store/query_list.h"
#include "store/query_sql.h"
#include "store/stmt.h"
#include "store/store_impl.h"
#include "store/tag_sql.h"

/* The hosts of posts, by a step in the index on them each; where there are too many the posts are read sooner. */
#define HOSTS_MAX "5000"
#define HOSTS "WITH RECURSIVE h(host) AS (SELECT min(host) FROM post WHERE shown = 1 UNION ALL SELECT (SELECT min(q.host)" \
	" FROM post q WHERE q.shown = 1 AND q.host > h.host) FROM h WHERE h.host IS NOT NULL LIMIT " HOSTS_MAX ")"
#define POSTS_OF_HOSTS " FROM h CROSS JOIN post q INDEXED BY post_host ON q.shown = 1 AND q.host = h.host WHERE "

/*
 * Of what stands in the index of looks the newest posts are asked. Looking at all of them there costs as much
 * as reading so many posts that frequent words find; fewer are read where more than these of all meet the condition.
 */
#define SAMPLE "2000"
enum { SAMPLED = 2000, READ = 4000 };

/* How posts are found that a leaf is true for. */
enum way {
	WAY_NONE,
	WAY_TAG,   /* counts are kept */
	WAY_FEED,
	WAY_RANGE, /* of numbers */
	WAY_WALK,  /* they stand together in an index */
	WAY_SITE,
	WAY_LOOKS, /* what is asked stands in an index, and they anywhere in it */
};

static const struct {
	enum way way;
	const char *index;
} ways[] = {
	[QUERY_TAG] = { WAY_TAG, NULL },
	[QUERY_FEED] = { WAY_FEED, "INDEXED BY post_feed" },
	[QUERY_LINK] = { WAY_WALK, "INDEXED BY post_by_link" },
	[QUERY_ID] = { WAY_RANGE, "NOT INDEXED" },
	[QUERY_DATE] = { WAY_WALK, "INDEXED BY post_every" },
	[QUERY_SITE] = { WAY_SITE, NULL },
	[QUERY_HAS] = { WAY_LOOKS, "INDEXED BY post_looks" },
	[QUERY_LANG] = { WAY_LOOKS, "INDEXED BY post_looks" },
	[QUERY_SECONDS] = { WAY_LOOKS, "INDEXED BY post_looks" },
	[QUERY_LETTERS] = { WAY_LOOKS, "INDEXED BY post_looks" },
}, ways_of_states[] = {
	[QUERY_TAGGED] = { WAY_TAG, NULL },
	[QUERY_STARRED] = { WAY_WALK, "INDEXED BY post_starred" },
	[QUERY_UNREAD] = { WAY_WALK, "INDEXED BY post_unread" },
};

static enum way
way_of(const struct query *part, const char **index)
{
	size_t at = (size_t)(part->kind == QUERY_IS ? part->code : (int)part->kind);

	*index = NULL;
	if (part->kind == QUERY_IS && at < sizeof ways_of_states / sizeof *ways_of_states) {
		*index = ways_of_states[at].index;
		return ways_of_states[at].way;
	}
	if (part->kind == QUERY_IS || at >= sizeof ways / sizeof *ways)
		return WAY_NONE;
	*index = ways[at].index;
	return ways[at].way;
}

static struct str
tag_of(const struct query *part)
{
	return part->kind == QUERY_TAG ? part->text : str_lit("*");
}

/* ---- how many */

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
	query_sql_leaf(&c, part);
	return count_composed(&c, s, ret, err);
}

static int
count_sites(struct store *s, const struct query *part, int64_t limit, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "h" };

	compose_add(&c, HOSTS " SELECT CASE WHEN (SELECT count(*) FROM h) < " HOSTS_MAX " THEN (SELECT count(*) FROM (SELECT 1" POSTS_OF_HOSTS);
	query_sql_leaf(&c, part);
	compose_int(&c, " LIMIT ", limit);
	compose_int(&c, ")) ELSE ", INT64_MAX);
	compose_add(&c, " END");
	return count_composed(&c, s, ret, err);
}

static int
count_walked(struct store *s, const struct query *part, const char *index, int64_t limit, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "q" };

	compose_add(&c, "SELECT count(*) FROM (SELECT 1 FROM post q ");
	compose_add(&c, index);
	compose_add(&c, " WHERE q.shown = 1 AND ");
	query_sql_leaf(&c, part);
	compose_int(&c, " LIMIT ", limit);
	compose_add(&c, ")");
	return count_composed(&c, s, ret, err);
}

/* Not how many, but whether few: as many as may be listed, or no end of them. */
static int
count_looks(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "q", .is_behind = s->has_waiting };
	sqlite3_stmt *st = stmt_get(s, STMT_COUNT_ALL, err);
	int64_t all = 0, n = 0;

	if (!st || stmt_int(s, st, 0, &all, err) < 0)
		return -1;
	compose_add(&c, "SELECT count(*) FROM (SELECT id, has, seconds, letters FROM post INDEXED BY post_looks"
	    " WHERE shown = 1 ORDER BY sort DESC, id DESC LIMIT " SAMPLE ") q WHERE ");
	query_sql_leaf(&c, part);
	if (count_composed(&c, s, &n, err) < 0)
		return -1;
	*ret = n * all < (int64_t)SAMPLED * READ ? HITS_NARROW_MAX : INT64_MAX;
	return 0;
}

/* Up to limit where it takes time. */
static int
count(struct store *s, const struct query *part, int64_t limit, int64_t *ret, struct err *err)
{
	const char *index;

	*ret = INT64_MAX;
	switch (way_of(part, &index)) {
	case WAY_TAG:
		return tag_sql_count(s, tag_of(part), ret, err);
	case WAY_FEED:
		return count_feeds(s, part, ret, err);
	case WAY_RANGE:
		if (part->from > 0 && part->to < INT64_MAX)
			*ret = part->to - part->from + 1;
		return 0;
	case WAY_WALK:
		return count_walked(s, part, index, limit, ret, err);
	case WAY_SITE:
		return count_sites(s, part, limit, ret, err);
	case WAY_LOOKS:
		return count_looks(s, part, ret, err);
	default:
		return 0;
	}
}

/* First those whose counts are kept; of the others only one counts that is met by half as many. */
static int
find(struct store *s, const struct query *const *parts, size_t n_parts, bool is_kept, const struct query **ret, int64_t *least,
    struct err *err)
{
	const char *index;
	int64_t n;

	for (size_t i = 0; i < n_parts && *least; i++) {
		int64_t limit = is_kept || !*ret ? *least : *least / 2;

		if ((way_of(parts[i], &index) < WAY_WALK) != is_kept)
			continue;
		if (count(s, parts[i], limit, &n, err) < 0)
			return -1;
		if (n >= limit)
			continue;
		*least = n;
		*ret = parts[i];
	}
	return 0;
}

int
hits_narrow_find(struct store *s, const struct query *rest, const struct query **ret, struct err *err)
{
	bool is_and = rest && rest->kind == QUERY_AND;
	const struct query *const *parts = is_and ? (const struct query *const *)rest->parts : &rest;
	size_t n_parts = is_and ? rest->n : rest ? 1 : 0;
	int64_t least = HITS_NARROW_MAX + 1;

	*ret = NULL;
	if (query_sql_scope(rest) != QUERY_SQL_SHOWN)
		return 0;
	return find(s, parts, n_parts, true, ret, &least, err) < 0 ? -1 : find(s, parts, n_parts, false, ret, &least, err);
}

/* ---- which */

/* The SELECT of the posts that the part may be true for, in brackets. */
static void
add_posts(struct compose *c, const struct query *part)
{
	const char *index;
	enum way way = way_of(part, &index);

	if (way == WAY_TAG) {
		tag_sql(c, &c->a, tag_of(part), TAG_SQL_IDS);
		return;
	}
	if (way == WAY_SITE) {
		c->post = "h";
		compose_add(c, "(" HOSTS " SELECT q.id" POSTS_OF_HOSTS);
	} else {
		c->post = "q";
		compose_add(c, "(SELECT q.id FROM post q ");
		compose_add(c, index);
		compose_add(c, " WHERE q.shown = 1 AND ");
	}
	query_sql_leaf(c, part);
	compose_add(c, ")");
}

int
hits_narrow_list(struct store *s, const struct query *part, bool *is_none, struct err *err)
{
	struct compose c = { .is_behind = s->has_waiting };
	int rc;

	compose_add(&c, "WITH few(id) AS ");
	add_posts(&c, part);
	compose_add(&c, " SELECT id FROM few");
	rc = query_list_take(s, STORE_LIST_OF_FEW, &c, err);
	*is_none = !s->lists[STORE_LIST_OF_FEW].ids.list.n;
	compose_free(&c);
	return rc;
}

void
hits_narrow_add(struct compose *c, const struct store *s, const char *id)
{
	const struct ids *ids = &s->lists[STORE_LIST_OF_FEW].ids;

	compose_int(c, "words_have(", STORE_LIST_OF_FEW);
	compose_add(c, ", ");
	compose_add(c, id);
	compose_add(c, ") AND ");
	compose_add(c, id);
	compose_int(c, " BETWEEN ", ids->least);
	compose_int(c, " AND ", ids->most);
}
