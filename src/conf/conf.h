/*
 * The config file, $XDG_CONFIG_HOME/sosik/config: commands, one a line.
 *
 *	# a comment
 *	set text-width 72
 *	site blog.example.com content="div.post" drop=".share, .related"
 *	view 주말 is:unread len:>5m
 *	rule title:"[광고]" -> hide
 *	color link #3b8ee0
 *	tag 쿠버네티스 alias=k8s color=cyan
 *	bind list 1 tag +ai
 *	source keys
 */
#ifndef CONF_CONF_H
#define CONF_CONF_H

#include "base/arena.h"
#include "base/err.h"
#include "conf/conf_paint.h"
#include "conf/conf_rule.h"
#include "conf/conf_set.h"
#include "conf/conf_tag.h"
#include "page/rule.h"
#include "query/query.h"

/* A line of `bind`, `unbind` or `macro`: what it says is the reader's to know. */
struct conf_bind {
	const char *command;
	const char *file;
	struct str line; /* the whole of it */
	size_t at;       /* where in it the words behind the command stand */
	size_t number, order;
};

struct conf {
	struct conf_options options;
	struct page_rule *rules; /* of `site` lines, as they stand in the file */
	size_t n_rules;
	struct query_names names; /* the views, in their order; no two of one name */
	struct conf_rule *post_rules; /* of `rule` lines, in their order */
	size_t n_post_rules;
	struct conf_tag *tags; /* of `tag` lines; no word of them means two tags */
	size_t n_tags;
	struct color_paint *paints; /* of `color` lines, in their order */
	size_t n_paints;
	struct conf_bind *binds; /* in their order */
	size_t n_binds;
	const char *file; /* its name */
	size_t n_lines;
	struct str *problems;    /* one line each: file, line, column, what; the other lines count all the same */
	size_t *orders;          /* of their lines, as they are read: problems stand in that order */
	size_t n_problems;
	struct conf_problem last; /* the one of the last line, in parts; text empty for none */
};

/* Reads the file; a missing one is empty. Where others can write it, what starts programs is left out, and told as a problem. All of *ret is in a. */
int conf_read(struct arena *a, struct conf *ret, struct err *err);

/* The same with lines behind those of the file that were typed: a view or tag of the same name is no problem there, but takes its place. */
int conf_read_with(struct arena *a, struct str typed, struct conf *ret, struct err *err);

/* Adds a problem of a line in its place. */
void conf_add_problem(struct arena *a, struct conf *conf, struct str text, size_t order);

/* Adds behind them that there are so many more. */
void conf_add_more(struct arena *a, struct conf *conf, size_t n);

/* Reads a text, and what was typed; file is its name in problems. */
void conf_parse(struct arena *a, struct str text, struct str typed, const char *file, struct conf *ret);

#endif
