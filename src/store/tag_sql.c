#include "store/tag_sql.h"

#include "store/store_impl.h"
#include "text/tag.h"

/* What a table of names is asked for: one, with what it is an alias of, or all that a pattern fits. The key stands behind each part. */
struct names {
	const char *parts[2], *end;
};

static const struct names one = { { " IN (SELECT ", " UNION ALL SELECT tag FROM temp.alias WHERE key = " }, ")" };
static const struct names fitting = { { " GLOB ", NULL }, "" };

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

static void
add_names(struct compose *c, const struct names *names, struct str key)
{
	for (size_t i = 0; i < 2 && names->parts[i]; i++)
		compose_text(c, names->parts[i], key);
	compose_add(c, names->end);
}

/* What is asked of each kind of tag, before the names and behind them. */
struct shape {
	const char *begin, *end;
};

static const struct shape tagged[] = {
	[TAG_SQL_PROBE] = { "EXISTS (SELECT 1 FROM post_tag y WHERE y.post_id = $.id AND y.tag_id IN (SELECT id FROM tag WHERE key", "))" },
	[TAG_SQL_LIST] = { "$.id IN (SELECT y.post_id FROM tag t CROSS JOIN post_tag y ON y.tag_id = t.id WHERE t.key", "" },
};
static const struct shape of_feed[] = {
	[TAG_SQL_PROBE] = { " OR $.feed_id IN (SELECT feed_id FROM feed_tag WHERE key", ")" },
	[TAG_SQL_LIST] = { " UNION ALL SELECT q.id FROM feed_tag u CROSS JOIN post q ON q.feed_id = u.feed_id WHERE u.key", ")" },
};
static const struct shape category[] = {
	[TAG_SQL_PROBE] = { "EXISTS (SELECT 1 FROM post_category y WHERE y.post_id = $.id AND y.category_id IN"
	    " (SELECT id FROM category WHERE key", "))" },
	[TAG_SQL_LIST] = { "$.id IN (SELECT y.post_id FROM category t CROSS JOIN post_category y ON y.category_id = t.id"
	    " WHERE t.key", ")" },
};

static void
add_shape(struct compose *c, const struct shape *shape, const struct names *names, struct str key)
{
	compose_add(c, shape->begin);
	add_names(c, names, key);
	compose_add(c, shape->end);
}

void
tag_sql(struct compose *c, struct arena *a, struct str value, enum tag_sql_way way)
{
	bool is_pattern = str_find_char(value, '*') < value.n;
	const struct names *names = is_pattern ? &fitting : &one;
	struct str key = key_of(a, value, is_pattern);

	compose_add(c, "(");
	if (tag_is_category(key)) {
		add_shape(c, &category[way], names, key);
	} else {
		add_shape(c, &tagged[way], names, key);
		add_shape(c, &of_feed[way], names, key);
	}
	compose_add(c, ")");
}

int
tag_sql_count(struct store *s, struct str value, int64_t *ret, struct err *err)
{
	static const struct shape counts[] = {
		{ "SELECT coalesce(sum(total), 0) + (SELECT coalesce(sum(total), 0) FROM feed WHERE id IN"
		    " (SELECT feed_id FROM feed_tag WHERE key", ")) FROM tag WHERE key" },
		{ "SELECT count(*) FROM (SELECT 1 FROM category t CROSS JOIN post_category y ON y.category_id = t.id"
		    " WHERE t.key", " LIMIT 10000)" },
	};
	bool is_pattern = str_find_char(value, '*') < value.n;
	const struct names *names = is_pattern ? &fitting : &one;
	struct arena a = { 0 };
	struct compose c = { 0 };
	struct str key = key_of(&a, value, is_pattern);
	bool is_category = tag_is_category(key);
	sqlite3_stmt *st;
	int rc = -1;

	add_shape(&c, &counts[is_category], names, key);
	if (!is_category)
		add_names(&c, names, key);
	st = compose_prepare(&c, s, err);
	if (st)
		rc = stmt_int(s, st, 0, ret, err);
	(void)sqlite3_finalize(st);
	compose_free(&c);
	arena_free(&a);
	return rc;
}
