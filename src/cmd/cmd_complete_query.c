#include "cmd/cmd_complete_query.h"

#include "cmd/cmd_complete_store.h"
#include "conf/conf.h"
#include "query/query_complete.h"

/* Values as they are typed: what stands before them, up to the colon or a comma, stays. */
static void
tell(void *user, struct str front, struct str name)
{
	struct cmd_complete *c = user;

	cmd_complete_words_tell(c, arena_printf(&c->a, "%.*s%.*s", STR(front), STR(name)), STR_NONE);
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
			tell(c, front, conf.names.views[i].name);
}

static void
names(void *user, enum query_field field, struct str front)
{
	struct cmd_complete *c = user;

	if (field == QUERY_FIELD_FEED)
		cmd_complete_store_feed_values(c, front);
	else if (field == QUERY_FIELD_VIEW)
		views(c, front);
	else
		cmd_complete_store_tags(c, front);
	if (field == QUERY_FIELD_TAG && !str_starts(front, "#") && c->word.n > front.n)
		cmd_complete_store_categories(c, front);
}

void
cmd_complete_query(struct cmd_complete *c)
{
	const struct query_completer with = { c, tell, names };
	const struct str typed = c->word;
	const size_t before = c->front.n, n = query_complete_front(typed);
	struct buf plain = { 0 };

	if (str_starts(typed, "--"))
		return;
	(void)buf_add(&c->front, str_sub(typed, 0, n));
	for (size_t i = n; i < typed.n; i++)
		if (typed.p[i] != '"')
			(void)buf_putc(&plain, typed.p[i]);
	c->word = arena_dup(&c->a, buf_str(&plain));
	buf_free(&plain);
	query_complete(c->word, &with);
	c->word = typed;
	c->front.n = before;
}
