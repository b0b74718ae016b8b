#include "store/tag_sql.h"

#include "store/store_impl.h"
#include "text/tag.h"

/*
 * What an alias in front of the text k, or all of it, stands for: the longest counts. k comes between the two; key and tag are how
 * the columns of temp.alias are compared.
 */
#define MEANT(key, tag) "SELECT " tag " || substr(k, length(" key ") + 1) FROM (SELECT "
#define MEANT_END(key) " AS k) CROSS JOIN temp.alias WHERE k = " key " OR substr(k, 1, length(" key ") + 1) = " key " || '/'" \
	" ORDER BY length(" key ") DESC LIMIT 1"
#define ESCAPED(name) "replace(replace(" name ", '[', '[[]'), '?', '[?]')"

/* The key without "#"; a pattern has what GLOB would take otherwise in brackets. */
static struct str
key_of(struct arena *a, struct str value, bool is_pattern)
{
	struct buf key = { 0 }, pattern = { 0 };
	struct str ret;

	if (value.n && *value.p == '#')
		value = str_sub(value, 1, value.n);
	tag_key(&key, value);
	for (size_t i = 0; i < key.n; i++)
		(void)buf_printf(&pattern, is_pattern && strchr("?[", key.p[i]) ? "[%c]" : "%c", key.p[i]);
	ret = arena_dup(a, buf_str(&pattern));
	buf_free(&key);
	buf_free(&pattern);
	return ret;
}

/* The key itself, and what it is an alias of. */
static void
add_one(struct compose *c, const char *column, struct str key)
{
	compose_add(c, column);
	compose_text(c, " IN (SELECT ", key);
	compose_text(c, " UNION ALL SELECT * FROM (" MEANT("key", "tag"), key);
	compose_add(c, MEANT_END("key") "))");
}

/* What the pattern fits, and what it fits with an alias in front. */
static void
add_fitting(struct compose *c, const char *column, struct str pattern)
{
	compose_add(c, column);
	compose_text(c, " GLOB ", pattern);
	if (str_find_char(pattern, '/') > str_find_char(pattern, '*'))
		return;
	compose_add(c, " OR ");
	compose_add(c, column);
	compose_text(c, " GLOB (" MEANT(ESCAPED("key"), ESCAPED("tag")), pattern);
	compose_add(c, MEANT_END(ESCAPED("key")) ")");
}

static void
add_names(struct compose *c, const char *column, struct str key)
{
	(str_find_char(key, '*') < key.n ? add_fitting : add_one)(c, column, key);
}

/* What is asked of each kind of tag, before the column of its keys and behind it. */
struct shape {
	const char *begin, *column, *end;
};

#define TAGGED "SELECT y.post_id FROM tag t CROSS JOIN post_tag y ON y.tag_id = t.id WHERE "
#define IN_CATEGORY "SELECT y.post_id FROM category t CROSS JOIN post_category y ON y.category_id = t.id WHERE "
#define OF_FEED " UNION ALL SELECT q.id FROM feed_tag u CROSS JOIN post q ON q.feed_id = u.feed_id WHERE "

static const struct shape tagged[] = {
	[TAG_SQL_PROBE] = { "EXISTS (SELECT 1 FROM post_tag y WHERE y.post_id = $.id AND y.tag_id IN (SELECT id FROM tag WHERE ",
	    "key", "))" },
	[TAG_SQL_LIST] = { "$.id IN (" TAGGED, "t.key", "" },
};
static const struct shape of_feed[] = {
	[TAG_SQL_PROBE] = { " OR $.feed_id IN (SELECT feed_id FROM feed_tag WHERE ", "key", ")" },
	[TAG_SQL_LIST] = { OF_FEED, "u.key", ")" },
};
static const struct shape category[] = {
	[TAG_SQL_PROBE] = { "EXISTS (SELECT 1 FROM post_category y WHERE y.post_id = $.id AND y.category_id IN"
	    " (SELECT id FROM category WHERE ", "key", "))" },
	[TAG_SQL_LIST] = { "$.id IN (" IN_CATEGORY, "t.key", ")" },
};

static void
add_shape(struct compose *c, const struct shape *shape, struct str key)
{
	compose_add(c, shape->begin);
	add_names(c, shape->column, key);
	compose_add(c, shape->end);
}

void
tag_sql(struct compose *c, struct arena *a, struct str value, enum tag_sql_way way)
{
	bool is_pattern = str_find_char(value, '*') < value.n;
	struct str key = key_of(a, value, is_pattern);

	compose_add(c, "(");
	if (tag_is_category(key)) {
		add_shape(c, &category[way], key);
	} else {
		add_shape(c, &tagged[way], key);
		add_shape(c, &of_feed[way], key);
	}
	compose_add(c, ")");
}

/* The index on the posts of a tag has their times, too. */
static void
add_tagged_within(struct compose *c, struct str key, int64_t from, int64_t to)
{
	static const struct shape of_tag = { "(", "t.key", ")" };

	compose_add(c, TAGGED);
	if (from != INT64_MIN)
		compose_int(c, "y.sort >= ", from);
	compose_add(c, from != INT64_MIN ? " AND " : "");
	if (to != INT64_MAX)
		compose_int(c, "y.sort <= ", to);
	compose_add(c, to != INT64_MAX ? " AND " : "");
	add_shape(c, &of_tag, key);
}

void
tag_sql_ids(struct compose *c, struct arena *a, struct str value, int64_t from, int64_t to)
{
	static const struct shape of_category = { IN_CATEGORY, "t.key", "" }, with_feed = { OF_FEED, "u.key", "" };
	struct str key = key_of(a, value, str_find_char(value, '*') < value.n);

	compose_add(c, "(");
	if (tag_is_category(key)) {
		add_shape(c, &of_category, key);
	} else {
		add_tagged_within(c, key, from, to);
		add_shape(c, &with_feed, key);
	}
	compose_add(c, ")");
}

bool
tag_sql_is_counted(struct str value)
{
	return !tag_is_category(value.n && *value.p == '#' ? str_sub(value, 1, value.n) : value);
}

int
tag_sql_count(struct store *s, struct str value, int64_t *ret, struct err *err)
{
	static const struct shape counts[] = {
		{ "SELECT coalesce(sum(total), 0) + (SELECT coalesce(sum(total), 0) FROM feed WHERE id IN"
		    " (SELECT feed_id FROM feed_tag WHERE ", "key", ")) FROM tag WHERE " },
		{ "SELECT count(*) FROM (SELECT 1 FROM category t CROSS JOIN post_category y ON y.category_id = t.id"
		    " WHERE ", "t.key", " LIMIT 10000)" },
	};
	bool is_pattern = str_find_char(value, '*') < value.n;
	struct arena a = { 0 };
	struct compose c = { 0 };
	struct str key = key_of(&a, value, is_pattern);
	bool is_category = tag_is_category(key);
	sqlite3_stmt *st;
	int rc = -1;

	add_shape(&c, &counts[is_category], key);
	if (!is_category)
		add_names(&c, "key", key);
	st = compose_prepare(&c, s, err);
	if (st)
		rc = stmt_int(s, st, 0, ret, err);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	return rc;
}
