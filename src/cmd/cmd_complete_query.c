#include "cmd/cmd_complete_query.h"

#include "catalog/catalog_term.h"
#include "cmd/cmd_complete_store.h"
#include "conf/conf.h"
#include "query/query_name.h"

/* A field's values as they are typed: what stands before them, up to the colon or a comma, stays. */
static void
value(struct cmd_complete *c, struct str front, const char *name)
{
	cmd_complete_words_tell(c, arena_printf(&c->a, "%.*s%s", STR(front), name), STR_NONE);
}

static void
names(struct cmd_complete *c, struct str front, enum query_table table)
{
	for (const struct query_name *n = query_name_table(table); n->name; n++)
		value(c, front, n->name);
}

static void
platforms(struct cmd_complete *c, struct str front)
{
	for (const struct catalog_term *term = catalog_term_platforms(); term->code; term++) {
		value(c, front, term->code);
		if (term->words[0])
			value(c, front, term->words[0]);
	}
}

static void
views(struct cmd_complete *c, struct str front)
{
	struct conf conf;
	struct err err = { 0 };

	if (conf_read(&c->a, &conf, &err) < 0)
		return;
	for (size_t i = 0; i < conf.names.n_views; i++)
		if (!str_has(conf.names.views[i].name, " "))
			value(c, front, arena_cstr(&c->a, conf.names.views[i].name));
}

static void
examples(struct cmd_complete *c, struct str front, const char *const *list)
{
	for (; *list; list++)
		value(c, front, *list);
}

static void
values(struct cmd_complete *c, enum query_field field, struct str front)
{
	static const char *const times[] = { "1d", "7d", "30d", "오늘", "어제", NULL };
	static const char *const lengths[] = { ">5m", "<3m", "3m..10m", NULL };

	switch (field) {
	case QUERY_FIELD_TAG:
		cmd_complete_store_tags(c, front);
		if (c->word.n > front.n)
			cmd_complete_store_categories(c, front);
		break;
	case QUERY_FIELD_FEED: cmd_complete_store_feed_values(c, front); break;
	case QUERY_FIELD_SITE: platforms(c, front); break;
	case QUERY_FIELD_IS: names(c, front, QUERY_STATES); break;
	case QUERY_FIELD_HAS: names(c, front, QUERY_HAVES); break;
	case QUERY_FIELD_LANG: names(c, front, QUERY_LANGS); break;
	case QUERY_FIELD_AFTER:
	case QUERY_FIELD_BEFORE:
	case QUERY_FIELD_DATE: examples(c, front, times); break;
	case QUERY_FIELD_LEN: examples(c, front, lengths); break;
	case QUERY_FIELD_VIEW: views(c, front); break;
	default: break;
	}
}

/* Of each field one name as long as nothing is typed; the states that are words of their own. */
static void
fields(struct cmd_complete *c)
{
	int last = QUERY_FIELD_NONE;

	for (const struct query_name *n = query_name_table(QUERY_FIELDS); n->name; n++) {
		if (c->word.n || n->code != last)
			value(c, STR_NONE, arena_cstr(&c->a, arena_printf(&c->a, "%s:", n->name)));
		last = n->code;
	}
	for (const struct query_name *n = query_name_table(QUERY_STATES); n->name; n++)
		if (n->is_word)
			value(c, STR_NONE, n->name);
}

/* Where the value begins: behind the field's colon, or the last comma. */
static size_t
value_at(struct str word)
{
	size_t at = word.n, field = str_find_char(word, ':') + 1;

	while (at > field && word.p[at - 1] != ',')
		at--;
	return at;
}

void
cmd_complete_query(struct cmd_complete *c)
{
	const struct query_name *field;
	const struct str typed = c->word;
	const size_t before = c->front.n;
	struct str name;
	struct buf plain = { 0 };

	if (str_starts(c->word, "--"))
		return;
	while (c->word.n && strchr("-(", c->word.p[0])) {
		buf_putc(&c->front, c->word.p[0]);
		c->word = str_sub(c->word, 1, c->word.n);
	}
	for (size_t i = 0; i < c->word.n; i++)
		if (c->word.p[i] != '"')
			buf_putc(&plain, c->word.p[i]);
	c->word = arena_dup(&c->a, buf_str(&plain));
	buf_free(&plain);
	if (str_starts(c->word, "#"))
		cmd_complete_store_tags(c, str_lit("#"));
	else if (!str_cut(c->word, ':', &name, NULL))
		fields(c);
	else if ((field = query_name_find(QUERY_FIELDS, name)))
		values(c, (enum query_field)field->code, str_sub(c->word, 0, value_at(c->word)));
	c->word = typed;
	c->front.n = before;
}
