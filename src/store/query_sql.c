#include "store/query_impl.h"

#include "store/tag_sql.h"

/* A term's SQL: before the value, between (where the value stands twice or more), and behind the last. */
struct shape {
	const char *parts[4]; /* a value behind each */
	const char *end;
	bool is_number;
};

static const struct shape shapes[] = {
	[QUERY_WORD] = { { "($.title LIKE ", " ESCAPE '\\' OR $.author LIKE ", " ESCAPE '\\' OR $.summary LIKE " },
	    " ESCAPE '\\')", false },
	[QUERY_ID] = { { "$.id = " }, "", true },
	[QUERY_TITLE] = { { "$.title LIKE " }, " ESCAPE '\\'", false },
	[QUERY_FEED] = { { "$.feed_id IN (SELECT id FROM feed WHERE name LIKE ", " ESCAPE '\\' OR title LIKE ",
	    " ESCAPE '\\' OR url LIKE " }, " ESCAPE '\\')", false },
	[QUERY_FEED_ID] = { { "$.feed_id = " }, "", true },
	[QUERY_UNREAD] = { { NULL }, "$.is_read = 0", false },
	[QUERY_READ] = { { NULL }, "$.is_read = 1", false },
	[QUERY_STARRED] = { { NULL }, "$.is_starred = 1", false },
	[QUERY_CHANGED] = { { NULL }, "$.is_changed = 1", false },
	[QUERY_HIDDEN] = { { NULL }, "$.is_hidden = 1", false },
	[QUERY_ALL] = { { NULL }, "$.stub < 2", false },
};

void
query_sql_compile(struct compose *c, const struct query *query)
{
	for (size_t i = 0; i < query->n; i++) {
		const struct query_term *term = &query->terms[i];
		const struct shape *shape = &shapes[term->kind];

		compose_add(c, term->is_negated ? " AND NOT (" : " AND (");
		for (size_t part = 0; shape->parts[part]; part++)
			if (shape->is_number)
				compose_int(c, shape->parts[part], term->number);
			else
				compose_text(c, shape->parts[part], term->text);
		if (term->kind == QUERY_TAG)
			tag_sql(c, query->a, term->text, TAG_SQL_PROBE);
		else
			compose_add(c, shape->end);
		compose_add(c, ")");
	}
}
