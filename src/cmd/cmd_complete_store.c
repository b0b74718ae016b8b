#include "cmd/cmd_complete_store.h"

#include <inttypes.h>

#include "base/tr.h"
#include "conf/conf.h"
#include "store/category.h"
#include "store/feeds.h"
#include "store/posts.h"
#include "store/tag_tree.h"
#include "text/tag.h"

enum { POSTS = 30 };

/* What cannot be read completes nothing; the command itself will say why. */
static struct store *
open_store(void)
{
	struct store *s = NULL;
	struct err err = { 0 };

	return store_open(&s, STORE_READ, NULL, &err) < 0 ? NULL : s;
}

static struct str
posts_of(struct cmd_complete *c, int64_t n)
{
	return arena_printf(&c->a, tr_n("%lld post", "%lld posts", (unsigned long)n), (long long)n);
}

/* Aliases, with the tags that they mean. */
static void
aliases(struct cmd_complete *c, struct str front)
{
	struct conf conf;
	struct err err = { 0 };

	if (conf_read(&c->a, &conf, &err) < 0)
		return;
	for (size_t i = 0; i < conf.n_tags; i++)
		for (size_t k = 0; k < conf.tags[i].n_aliases; k++)
			cmd_complete_words_tell(c, arena_printf(&c->a, "%.*s%.*s", STR(front), STR(conf.tags[i].aliases[k])),
				arena_printf(&c->a, "#%.*s", STR(conf.tags[i].name)));
}

/* A value of a query, in quotes where it would be more than one. */
static void
tell_value(struct cmd_complete *c, struct str front, struct str value, struct str about)
{
	const char *quote = str_has(value, " ") || str_has(value, ",") ? "\"" : "";

	if (!str_has(value, "\""))
		cmd_complete_words_tell_as(c, arena_printf(&c->a, "%.*s%.*s", STR(front), STR(value)),
			arena_printf(&c->a, "%.*s%s%.*s%s", STR(front), quote, STR(value), quote), about);
}

void
cmd_complete_store_tags(struct cmd_complete *c, struct str front)
{
	struct store *s = open_store();
	struct tag_tree_row *tags;
	struct err err = { 0 };
	size_t n;

	if (s && !tag_tree_read(s, &c->a, &tags, &n, &err))
		for (size_t i = 0; i < n; i++)
			cmd_complete_words_tell(c, arena_printf(&c->a, "%.*s%.*s", STR(front), STR(tags[i].name)), posts_of(c, tags[i].all));
	store_close(s);
	aliases(c, front);
}

void
cmd_complete_store_categories(struct cmd_complete *c, struct str front)
{
	struct store *s = open_store();
	struct category_row *rows;
	struct err err = { 0 };
	size_t n;

	if (s && !category_rows(s, &c->a, &rows, &n, &err))
		for (size_t i = 0; i < n; i++)
			tell_value(c, front, rows[i].name, posts_of(c, rows[i].total));
	store_close(s);
}

void
cmd_complete_store_feed_tags(struct cmd_complete *c)
{
	struct subs subs;
	struct err err = { 0 };

	if (subs_read(&c->a, &subs, &err) < 0)
		return;
	for (size_t i = 0; i < subs.n; i++)
		for (size_t k = 0; k < subs.feeds[i].n_tags; k++)
			for (struct str tag = subs.feeds[i].tags[k]; tag.n; tag = tag_parent(tag))
				cmd_complete_words_tell(c, arena_printf(&c->a, "#%.*s", STR(tag)), STR_NONE);
}

void
cmd_complete_store_feeds(struct cmd_complete *c)
{
	struct store *s = open_store();
	struct feeds_row *rows;
	struct err err = { 0 };
	size_t n;

	if (s && !feeds_list(s, &c->a, &rows, &n, &err))
		for (size_t i = 0; i < n; i++) {
			cmd_complete_words_tell(c, rows[i].name, rows[i].url);
			if (c->word.n)
				cmd_complete_words_tell(c, rows[i].url, rows[i].name);
		}
	store_close(s);
}

void
cmd_complete_store_feed_values(struct cmd_complete *c, struct str front)
{
	struct store *s = open_store();
	struct feeds_row *rows;
	struct err err = { 0 };
	size_t n;

	if (s && !feeds_list(s, &c->a, &rows, &n, &err))
		for (size_t i = 0; i < n; i++)
			tell_value(c, front, rows[i].name, rows[i].url);
	store_close(s);
}

void
cmd_complete_store_posts(struct cmd_complete *c)
{
	struct store *s = open_store();
	struct posts_row *rows;
	struct err err = { 0 };
	size_t n;

	if (s && !posts_page(s, &c->a, &(struct posts_view){ 0 }, NULL, POSTS_OLDER, POSTS, &rows, &n, &err))
		for (size_t i = 0; i < n; i++)
			cmd_complete_words_tell(c, arena_printf(&c->a, "%" PRId64, rows[i].id), rows[i].title);
	store_close(s);
}
