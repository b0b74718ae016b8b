#include "store/query_sql.h"

#include "catalog/catalog_term.h"
#include "store/has.h"
#include "store/query_words.h"
#include "store/stmt_list.h"
#include "store/tag_sql.h"

static void add(struct compose *c, const struct query *query);

#define SHOWN "$.shown = 1"
#define KNOWN "$.stub < 2" /* more than its identity is */

/* The conditions that have no value. */
static const char *const states[] = {
	[QUERY_UNREAD] = "$.is_read = 0",
	[QUERY_READ] = "$.is_read = 1",
	[QUERY_STARRED] = "$.is_starred = 1",
	[QUERY_HIDDEN] = "$.is_hidden = 1",
	[QUERY_CHANGED] = "$.is_changed = 1",
	[QUERY_ALL] = KNOWN,
	[QUERY_FULL] = "EXISTS (SELECT 1 FROM full u WHERE u.post_id = $.id AND u.is_shown = 1)",
	[QUERY_FAILED] = "EXISTS (SELECT 1 FROM full u WHERE u.post_id = $.id AND u.fails > 0)",
};

static const unsigned haves[] = {
	[QUERY_CODE] = HAS_CODE, [QUERY_TABLE] = HAS_TABLE, [QUERY_IMAGE] = HAS_IMAGE, [QUERY_VIDEO] = HAS_VIDEO,
	[QUERY_AUDIO] = HAS_AUDIO, [QUERY_FORMULA] = HAS_FORMULA, [QUERY_FOOTNOTE] = HAS_FOOTNOTE, [QUERY_LIST] = HAS_LIST,
	[QUERY_OUTLINE] = HAS_OUTLINE,
};

static const unsigned langs[] = {
	[QUERY_KO] = HAS_KOREAN, [QUERY_EN] = HAS_ENGLISH, [QUERY_JA] = HAS_JAPANESE, [QUERY_ZH] = HAS_CHINESE,
};

/* A pattern for LIKE … ESCAPE '\' that finds the text anywhere; a star in it stands for any letters. */
static struct str
pattern(struct compose *c, struct str text)
{
	struct buf out = { 0 };
	struct str made;

	(void)buf_putc(&out, '%');
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("%_\\", text.p[i]))
			(void)buf_putc(&out, '\\');
		(void)buf_putc(&out, text.p[i] == '*' ? '%' : text.p[i]);
	}
	(void)buf_putc(&out, '%');
	made = arena_dup(&c->a, buf_str(&out));
	buf_free(&out);
	return made;
}

static void
add_like(struct compose *c, const char *column, struct str text)
{
	compose_add(c, column);
	compose_text(c, " LIKE ", pattern(c, text));
	compose_add(c, " ESCAPE '\\'");
}

static void
add_feed(struct compose *c, const struct query *leaf)
{
	compose_add(c, "$.feed_id IN (SELECT id FROM feed WHERE ");
	add_like(c, "name", leaf->text);
	add_like(c, " OR title", leaf->text);
	add_like(c, " OR url", leaf->text);
	compose_add(c, ")");
}

static void
add_host(struct compose *c, struct str host)
{
	if (!str_has(host, ".")) {
		add_like(c, "$.host", host);
		return;
	}
	compose_text(c, "('.' || $.host LIKE ", arena_printf(&c->a, "%%.%.*s", STR(host)));
	compose_add(c, ")");
}

/* The hosts of a platform stand among its names. */
static bool
add_platform(struct compose *c, const struct catalog_term *platform, const char *before)
{
	for (size_t i = 0; i < sizeof platform->words / sizeof *platform->words && platform->words[i]; i++) {
		if (!strchr(platform->words[i], '.'))
			continue;
		compose_add(c, before);
		add_host(c, str_of(platform->words[i]));
		return true;
	}
	return false;
}

static void
add_site(struct compose *c, const struct query *leaf)
{
	const struct catalog_term *all = catalog_term_platforms(), *platform = catalog_term_find(all, leaf->text);
	const char *before = "NOT (";

	if (!platform) {
		add_host(c, leaf->text);
		return;
	}
	if (add_platform(c, platform, ""))
		return;
	/* A site of its own is one of no platform. */
	for (platform = all; platform->code; platform++)
		if (add_platform(c, platform, before))
			before = " OR ";
	compose_add(c, ")");
}

/* A range of which at least one end is closed; an open one is not asked for. */
static void
add_range(struct compose *c, const char *column, const struct query *leaf)
{
	const char *before = "(";

	if (leaf->from != INT64_MIN) {
		compose_add(c, before);
		compose_add(c, column);
		compose_int(c, " >= ", leaf->from);
		before = " AND ";
	}
	if (leaf->to != INT64_MAX) {
		compose_add(c, before);
		compose_add(c, column);
		compose_int(c, " <= ", leaf->to);
	}
	compose_add(c, ")");
}

/* Of a post that waits for the search index nobody knows it: neither this nor its contrary is true. */
static void
add_fact(struct compose *c, const struct query *leaf)
{
	compose_add(c, c->is_behind ? "CASE WHEN " STMT_WAITS_NOT("$.id") " THEN " : "");
	if (leaf->kind == QUERY_SECONDS) {
		add_range(c, "$.seconds", leaf);
	} else {
		compose_int(c, "($.has & ", leaf->kind == QUERY_HAS ? haves[leaf->code] : langs[leaf->code]);
		compose_add(c, ") != 0");
	}
	compose_add(c, c->is_behind ? " END" : "");
}

/* The parts that are (or are not) nothing but words; in the arena. */
static struct query
pick(struct compose *c, const struct query *node, bool of_words)
{
	struct query some = { .kind = node->kind, .parts = arena_new(&c->a, struct query *, node->n) };

	for (size_t i = 0; i < node->n; i++)
		if (query_words_are(node->parts[i]) == of_words)
			some.parts[some.n++] = node->parts[i];
	return some;
}

/* What stands between a condition and the next. */
static const char *
between(const struct query *node)
{
	return node->kind == QUERY_OR ? " OR " : " AND ";
}

/* Each part as a condition of its own; the first has before in front. */
static const char *
add_each(struct compose *c, const struct query *node, const char *before)
{
	for (size_t i = 0; i < node->n; i++) {
		if (query_words_are_void(c, node->parts[i]))
			continue;
		compose_add(c, before);
		add(c, node->parts[i]);
		before = between(node);
	}
	return before;
}

/* Words side by side are one condition. */
static void
add_parts(struct compose *c, const struct query *node)
{
	const struct query words = pick(c, node, true), others = pick(c, node, false);
	const char *before = "(";
	size_t start = c->sql.n;

	compose_add(c, before);
	c->is_needed &= node->kind == QUERY_AND || !others.n;
	if (words.n > 1 && query_words_add(c, &words)) {
		before = between(node);
	} else {
		buf_truncate(&c->sql, start);
		c->is_needed &= node->kind == QUERY_AND;
		before = add_each(c, &words, before);
	}
	before = add_each(c, &others, before);
	compose_add(c, *before == '(' ? "($.id < 0)" : ")");
}

/* The condition alone, whatever the scope. */
static void
add(struct compose *c, const struct query *query)
{
	bool is_needed = c->is_needed;

	switch (query->kind) {
	case QUERY_ANY:
		compose_add(c, "1");
		break;
	case QUERY_AND:
	case QUERY_OR:
		add_parts(c, query);
		break;
	case QUERY_NOT:
		c->is_needed = false;
		compose_add(c, "NOT (");
		add(c, query->parts[0]);
		compose_add(c, ")");
		break;
	case QUERY_TEXT:
		query_words_add_leaf(c, query);
		break;
	case QUERY_FEED:
		add_feed(c, query);
		break;
	case QUERY_SITE:
		add_site(c, query);
		break;
	case QUERY_LINK:
		compose_text(c, "$.link_key = ", query->text);
		break;
	case QUERY_TAG:
		tag_sql(c, &c->a, query->text, query == c->few && !c->post ? TAG_SQL_LIST : TAG_SQL_PROBE);
		break;
	case QUERY_IS:
		if (query->code == QUERY_TAGGED)
			tag_sql(c, &c->a, str_lit("*"), TAG_SQL_PROBE);
		else
			compose_add(c, states[query->code]);
		break;
	case QUERY_HAS:
	case QUERY_LANG:
	case QUERY_SECONDS:
		add_fact(c, query);
		break;
	case QUERY_DATE:
		add_range(c, "$.sort", query);
		break;
	case QUERY_LETTERS:
		add_range(c, "$.letters", query);
		break;
	case QUERY_ID:
		add_range(c, "$.id", query);
		break;
	}
	c->is_needed = is_needed;
}

void
query_sql_leaf(struct compose *c, const struct query *leaf)
{
	add(c, leaf);
}

static bool
is_state(const struct query *query, enum query_state state)
{
	return query->kind == QUERY_IS && query->code == (int)state;
}

/* Whether hidden posts are spoken of, so that shown ones are not all that is meant. */
static bool
is_wide(const struct query *query)
{
	bool is_any = false;

	if (query->kind != QUERY_AND && query->kind != QUERY_OR)
		return is_state(query, QUERY_ALL) || is_state(query, QUERY_HIDDEN);
	for (size_t i = 0; i < query->n && !is_any; i++)
		is_any = is_wide(query->parts[i]);
	return is_any;
}

enum query_sql_scope
query_sql_scope(const struct query *query)
{
	if (!query || !is_wide(query))
		return QUERY_SQL_SHOWN;
	return query_asks(query, QUERY_HIDDEN) ? QUERY_SQL_HIDDEN : QUERY_SQL_WIDE;
}

/* Of what is joined by OR each part has a scope of its own; of an AND those parts that speak of hidden posts have it for all. */
static void
add_scoped(struct compose *c, const struct query *query)
{
	const char *before = "(";

	if (!is_wide(query)) {
		compose_add(c, "(" SHOWN " AND ");
		add(c, query);
		compose_add(c, ")");
		return;
	}
	if (query->kind != QUERY_AND && query->kind != QUERY_OR) {
		add(c, query);
		return;
	}
	for (size_t i = 0; i < query->n; i++) {
		if (query_words_are_void(c, query->parts[i]))
			continue;
		compose_add(c, before);
		if (query->kind == QUERY_OR || is_wide(query->parts[i]))
			add_scoped(c, query->parts[i]);
		else
			add(c, query->parts[i]);
		before = between(query);
	}
	compose_add(c, ")");
}

void
query_sql_add(struct compose *c, const struct query *query)
{
	c->is_needed = !is_wide(query);
	if (c->is_needed) {
		compose_add(c, SHOWN " AND ");
		add(c, query);
		return;
	}
	compose_add(c, KNOWN " AND ");
	add_scoped(c, query);
}
