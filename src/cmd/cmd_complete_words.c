#include "cmd/cmd_complete_words.h"

#include "base/tr.h"
#include "catalog/catalog.h"
#include "cmd/cmd.h"
#include "cmd/cmd_complete_query.h"
#include "cmd/cmd_complete_store.h"
#include "conf/conf.h"
#include "text/hangul.h"
#include "text/say.h"
#include "text/tag_state.h"

void
cmd_complete_words_tell_as(struct cmd_complete *c, struct str read, struct str candidate, struct str about)
{
	struct buf line = { 0 };
	void **told;

	if (!hangul_begins(read, c->word))
		return;
	told = map_at(&c->told, arena_printf(&c->a, "%.*s%.*s", STR(buf_str(&c->front)), STR(candidate)));
	if (*told)
		return;
	*told = c;
	buf_add(&line, buf_str(&c->front));
	buf_add(&line, candidate);
	if (about.n) {
		buf_putc(&line, '\t');
		buf_add(&line, about);
	}
	buf_putc(&line, '\n');
	say_raw(buf_str(&line));
	buf_free(&line);
}

void
cmd_complete_words_tell(struct cmd_complete *c, struct str candidate, struct str about)
{
	cmd_complete_words_tell_as(c, candidate, candidate, about);
}

static void
commands(struct cmd_complete *c)
{
	for (const struct cmd *command = cmd_table(); command->name; command++)
		if (!(command->flags & CMD_HIDDEN))
			cmd_complete_words_tell(c, str_of(command->name), str_of(tr(command->summary)));
}

/* Tags, and what a post is besides; of that the words of the other language once something is typed. */
static void
changes(struct cmd_complete *c, const char *sign)
{
	const char *name;

	cmd_complete_store_tags(c, str_of(sign));
	for (size_t i = 0; (name = tag_state_word(i)); i++)
		if (c->word.n > 1 || str_is_ascii(str_of(name)) != tr_is_korean())
			cmd_complete_words_tell(c, arena_printf(&c->a, "%s%s", sign, name), STR_NONE);
}

static void
add_tags(struct cmd_complete *c)
{
	changes(c, "+");
}

static void
remove_tags(struct cmd_complete *c)
{
	changes(c, "-");
}

static void
tags(struct cmd_complete *c)
{
	cmd_complete_store_tags(c, STR_NONE);
}

/* The code, and the Korean name where that was begun. */
static void
terms(struct cmd_complete *c, const struct catalog_term *term)
{
	for (; term->code; term++) {
		cmd_complete_words_tell(c, str_of(term->code), str_of(tr(term->label)));
		if (c->word.n && term->words[0])
			cmd_complete_words_tell(c, str_of(term->words[0]), STR_NONE);
	}
}

static void
kinds(struct cmd_complete *c)
{
	terms(c, catalog_term_kinds());
}

static void
platforms(struct cmd_complete *c)
{
	terms(c, catalog_term_platforms());
}

/* Names of blogs once a letter of one is typed: there are thousands. */
static void
blogs(struct cmd_complete *c)
{
	struct catalog catalog;
	struct err err = { 0 };

	for (const struct catalog_term *term = catalog_term_kinds(); term->code; term++)
		if (term->words[0])
			cmd_complete_words_tell(c, arena_printf(&c->a, "#%s", term->words[0]), str_of(tr(term->label)));
	if (!c->word.n || catalog_read(&c->a, &catalog, &err) < 0)
		return;
	for (size_t i = 0; i < catalog.n; i++)
		cmd_complete_words_tell(c, catalog.rows[i].name, catalog.rows[i].feed);
}

/* Rules by their numbers. */
static void
rules(struct cmd_complete *c)
{
	struct conf conf;
	struct err err = { 0 };

	if (conf_read(&c->a, &conf, &err) < 0)
		return;
	for (size_t i = 0; i < conf.n_post_rules; i++)
		cmd_complete_words_tell(c, arena_printf(&c->a, "%zu", i + 1), conf.post_rules[i].rule.query);
}

static void
files(struct cmd_complete *c)
{
	(void)c;
	say_raw(str_lit(":files\n"));
}

static void
wraps(struct cmd_complete *c)
{
	cmd_complete_words_tell(c, str_lit("word"), STR_NONE);
	cmd_complete_words_tell(c, str_lit("syllable"), STR_NONE);
}

static const struct {
	const char *name;
	void (*tell)(struct cmd_complete *c);
} names[] = {
	{ "COMMAND", commands },
	{ "FEED", cmd_complete_store_feeds },
	{ "#TAG", cmd_complete_store_feed_tags },
	{ "+TAG", add_tags },
	{ "-TAG", remove_tags },
	{ "TAG", tags },
	{ "POST", cmd_complete_store_posts },
	{ "QUERY", cmd_complete_query },
	{ "KIND", kinds },
	{ "PLATFORM", platforms },
	{ "WORD", blogs },
	{ "RULE", rules },
	{ "WRAP", wraps },
	{ "FILE", files },
	{ "DIR", files },
};

void
cmd_complete_words_of(struct cmd_complete *c, struct str name)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_is(name, names[i].name)) {
			names[i].tell(c);
			return;
		}
	if (name.n && name.p[0] >= 'a' && name.p[0] <= 'z')
		cmd_complete_words_tell(c, name, STR_NONE);
}
