#include "store/hits_way.h"

#include "store/query_sql.h"
#include "store/stmt.h"
#include "store/store_impl.h"
#include "store/tag_sql.h"

/* The hosts of posts, by a step in the index on them each; where there are too many nothing is listed by them. */
#define HOSTS_MAX 5000
#define HOSTS "WITH RECURSIVE h(host) AS (SELECT min(host) FROM post WHERE shown = 1 UNION ALL SELECT (SELECT min(q.host)" \
	" FROM post q WHERE q.shown = 1 AND q.host > h.host) FROM h WHERE h.host IS NOT NULL LIMIT 5000)"
#define POSTS_OF_HOSTS " FROM h CROSS JOIN post q INDEXED BY post_host ON q.shown = 1 AND q.host = h.host WHERE "

/* Of what stands in the index of looks the newest posts are asked: where less than one in so many has it, looking at all of them is cheap beside reading. */
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
	[QUERY_DATE] = { WAY_WALK, "INDEXED BY post_looks" },
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
way_of(const struct query *leaf, const char **index)
{
	size_t at = (size_t)(leaf->kind == QUERY_IS ? leaf->code : (int)leaf->kind);

	*index = NULL;
	if (leaf->kind == QUERY_IS && at < sizeof ways_of_states / sizeof *ways_of_states) {
		*index = ways_of_states[at].index;
		return ways_of_states[at].way;
	}
	if (leaf->kind == QUERY_IS || at >= sizeof ways / sizeof *ways)
		return WAY_NONE;
	*index = ways[at].index;
	return ways[at].way;
}

bool
hits_way_is(const struct query *part)
{
	const char *index;
	bool is = part->kind == QUERY_OR;

	if (!is)
		return way_of(part, &index) != WAY_NONE;
	for (size_t i = 0; i < part->n && is; i++)
		is = part->parts[i]->kind != QUERY_OR && hits_way_is(part->parts[i]);
	return is;
}

static struct str
tag_of(const struct query *leaf)
{
	return leaf->kind == QUERY_TAG ? leaf->text : str_lit("*");
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
count_feeds(struct store *s, const struct query *leaf, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "f" };

	compose_add(&c, "SELECT coalesce(sum(f.total), 0) FROM (SELECT id AS feed_id, total FROM feed) f WHERE ");
	query_sql_leaf(&c, leaf);
	return count_composed(&c, s, ret, err);
}

/* So many that there is no list, or nobody knows. */
static int
count_hosts(struct store *s, bool *is_listed, struct err *err)
{
	struct compose c = { 0 };
	int64_t n = 0;

	compose_add(&c, HOSTS " SELECT count(*) FROM h");
	if (count_composed(&c, s, &n, err) < 0)
		return -1;
	*is_listed = n < HOSTS_MAX;
	return 0;
}

/* All posts, or a few where a sample has nearly none. */
static int
count_looks(struct store *s, const struct query *leaf, int64_t *ret, struct err *err)
{
	struct compose c = { .post = "q", .is_behind = s->has_waiting };
	sqlite3_stmt *st = stmt_get(s, STMT_COUNT_ALL, err);
	int64_t n = 0;

	if (!st || stmt_int(s, st, 0, ret, err) < 0)
		return -1;
	compose_add(&c, "SELECT count(*) FROM (SELECT id, has, seconds, letters FROM post INDEXED BY post_looks"
	    " WHERE shown = 1 ORDER BY sort DESC, id DESC LIMIT " SAMPLE ") q WHERE ");
	query_sql_leaf(&c, leaf);
	if (count_composed(&c, s, &n, err) < 0)
		return -1;
	if (n * *ret < (int64_t)SAMPLED * READ)
		*ret = HITS_WAY_FEW;
	return 0;
}

/* Of tags as the user's posts and feeds have them the counts are kept; those of others only trying tells. */
static int
count_tag(struct store *s, const struct query *leaf, int64_t *ret, struct err *err)
{
	if (tag_sql_is_counted(tag_of(leaf)))
		return tag_sql_count(s, tag_of(leaf), ret, err);
	*ret = HITS_WAY_UNKNOWN;
	return 0;
}

static int
count_leaf(struct store *s, const struct query *leaf, int64_t *ret, struct err *err)
{
	const char *index;
	bool is_listed;

	*ret = HITS_WAY_UNKNOWN;
	switch (way_of(leaf, &index)) {
	case WAY_TAG:
		return count_tag(s, leaf, ret, err);
	case WAY_FEED:
		return count_feeds(s, leaf, ret, err);
	case WAY_RANGE:
		*ret = leaf->from > 0 && leaf->to < INT64_MAX ? leaf->to - leaf->from + 1 : HITS_WAY_NONE;
		return 0;
	case WAY_SITE:
		if (count_hosts(s, &is_listed, err) < 0)
			return -1;
		*ret = is_listed ? HITS_WAY_UNKNOWN : HITS_WAY_NONE;
		return 0;
	case WAY_LOOKS:
		return count_looks(s, leaf, ret, err);
	default:
		return 0;
	}
}

int
hits_way_rows(struct store *s, const struct query *part, int64_t *ret, struct err *err)
{
	int64_t sum = 0, n;

	if (part->kind != QUERY_OR)
		return count_leaf(s, part, ret, err);
	for (size_t i = 0; i < part->n && sum >= 0; i++) {
		if (count_leaf(s, part->parts[i], &n, err) < 0)
			return -1;
		if (n == HITS_WAY_NONE)
			sum = n;
		else
			sum = n > HITS_WAY_UNKNOWN - sum ? HITS_WAY_UNKNOWN : sum + n;
	}
	*ret = sum;
	return 0;
}

/* ---- which */

static void
add_leaf(struct compose *c, const struct query *leaf, struct hits_way_span span)
{
	const struct query dated = { .kind = QUERY_DATE, .from = span.from, .to = span.to };
	const char *index;
	enum way way = way_of(leaf, &index);

	if (way == WAY_TAG) {
		tag_sql_ids(c, &c->a, tag_of(leaf), span.from, span.to);
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
	query_sql_leaf(c, leaf);
	if (way == WAY_FEED && (span.from != INT64_MIN || span.to != INT64_MAX)) {
		compose_add(c, " AND ");
		query_sql_leaf(c, &dated);
	}
	compose_add(c, ")");
}

void
hits_way_add(struct compose *c, const struct query *part, struct hits_way_span span)
{
	if (part->kind != QUERY_OR) {
		add_leaf(c, part, span);
		return;
	}
	for (size_t i = 0; i < part->n; i++) {
		compose_add(c, i ? " UNION ALL SELECT * FROM " : "(SELECT * FROM ");
		add_leaf(c, part->parts[i], span);
	}
	compose_add(c, ")");
}
