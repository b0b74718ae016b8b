#include "store/query_sql.h"

#include "catalog/catalog_term.h"
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
	[QUERY_FULL] = "$.id IN (SELECT post_id FROM full WHERE is_shown = 1)",
	[QUERY_FAILED] = "$.id IN (SELECT post_id FROM full WHERE fails > 0)",
	[QUERY_TAGGED] = "$.id IN (SELECT post_id FROM post_tag)",
};

static const char *const haves[] = {
	[QUERY_CODE] = "%<pre%", [QUERY_TABLE] = "%<table%", [QUERY_IMAGE] = "%<img%", [QUERY_VIDEO] = "%video%",
	[QUERY_AUDIO] = "%audio%", [QUERY_FORMULA] = "%math%", [QUERY_FOOTNOTE] = "%footnote%", [QUERY_LIST] = "%<li%",
	[QUERY_OUTLINE] = "%<h_%",
};

static const char *const langs[] = {
	[QUERY_KO] = "($.title || $.summary) GLOB '*[가-힣]*'",
	[QUERY_EN] = "($.title || $.summary) NOT GLOB '*[가-힣ぁ-ヿ一-鿿]*'",
	[QUERY_JA] = "($.title || $.summary) GLOB '*[ぁ-ヿ]*'",
	[QUERY_ZH] = "($.title || $.summary) GLOB '*[一-鿿]*' AND ($.title || $.summary) NOT GLOB '*[가-힣ぁ-ヿ]*'",
};

/* A pattern for LIKE … ESCAPE '\' that finds the text anywhere. */
static struct str
pattern(struct compose *c, struct str text)
{
	struct buf out = { 0 };
	struct str made;

	(void)buf_putc(&out, '%');
	for (size_t i = 0; i < text.n; i++) {
		if (strchr("%_\\", text.p[i]))
			(void)buf_putc(&out, '\\');
		(void)buf_putc(&out, text.p[i]);
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
add_text(struct compose *c, const struct query *leaf)
{
	static const struct {
		unsigned in;
		const char *column;
	} columns[] = {
		{ QUERY_IN_TITLE, "$.title" }, { QUERY_IN_AUTHOR, "$.author" }, { QUERY_IN_BODY | QUERY_IN_SECTION, "$.summary" },
	};
	const char *before = "(";

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		if (leaf->columns && !(leaf->columns & columns[i].in))
			continue;
		compose_add(c, before);
		add_like(c, columns[i].column, leaf->text);
		before = " OR ";
	}
	compose_add(c, ")");
}

static void
add_feed(struct compose *c, const struct query *leaf)
{
	if (!leaf->text.n) {
		compose_int(c, "$.feed_id = ", leaf->from);
		return;
	}
	compose_add(c, "$.feed_id IN (SELECT id FROM feed WHERE ");
	add_like(c, "name", leaf->text);
	add_like(c, " OR title", leaf->text);
	add_like(c, " OR url", leaf->text);
	compose_add(c, ")");
}

/* The host of a post's address; links are kept in one form for both schemes. */
#define HOST "substr($.link_key, 9, instr(substr($.link_key, 9) || '/', '/') - 1)"

static void
add_host(struct compose *c, struct str host)
{
	if (!str_has(host, ".")) {
		add_like(c, HOST, host);
		return;
	}
	compose_text(c, "('.' || " HOST " LIKE ", arena_printf(&c->a, "%%.%.*s", STR(host)));
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

static void
add_has(struct compose *c, const struct query *leaf)
{
	compose_text(c, "EXISTS (SELECT 1 FROM body WHERE post_id = $.id AND xhtml LIKE ", str_of(haves[leaf->code]));
	compose_add(c, ")");
}

static void
add_parts(struct compose *c, const struct query *node, const char *between)
{
	compose_add(c, "(");
	for (size_t i = 0; i < node->n; i++) {
		if (i)
			compose_add(c, between);
		add(c, node->parts[i]);
	}
	compose_add(c, ")");
}

/* The condition alone, whatever the scope. */
static void
add(struct compose *c, const struct query *query)
{
	switch (query->kind) {
	case QUERY_ANY:
		compose_add(c, "1");
		break;
	case QUERY_AND:
		add_parts(c, query, " AND ");
		break;
	case QUERY_OR:
		add_parts(c, query, " OR ");
		break;
	case QUERY_NOT:
		compose_add(c, "NOT ");
		add_parts(c, query, "");
		break;
	case QUERY_TEXT:
		add_text(c, query);
		break;
	case QUERY_FEED:
		add_feed(c, query);
		break;
	case QUERY_SITE:
		add_site(c, query);
		break;
	case QUERY_TAG:
		tag_sql(c, &c->a, query->text, TAG_SQL_PROBE);
		break;
	case QUERY_IS:
		compose_add(c, states[query->code]);
		break;
	case QUERY_HAS:
		add_has(c, query);
		break;
	case QUERY_LANG:
		compose_add(c, langs[query->code]);
		break;
	case QUERY_DATE:
		add_range(c, "$.sort", query);
		break;
	case QUERY_SECONDS:
		add_range(c, "($.letters * 60 / 500)", query);
		break;
	case QUERY_LETTERS:
		add_range(c, "$.letters", query);
		break;
	case QUERY_ID:
		add_range(c, "$.id", query);
		break;
	}
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
		compose_add(c, before);
		if (query->kind == QUERY_OR || is_wide(query->parts[i]))
			add_scoped(c, query->parts[i]);
		else
			add(c, query->parts[i]);
		before = query->kind == QUERY_OR ? " OR " : " AND ";
	}
	compose_add(c, ")");
}

void
query_sql_add(struct compose *c, const struct query *query)
{
	if (!is_wide(query)) {
		compose_add(c, SHOWN " AND ");
		add(c, query);
		return;
	}
	compose_add(c, KNOWN " AND ");
	add_scoped(c, query);
}
