/*
 * A rule on posts: a query, and what is done with the new posts that it finds.
 *
 *	feed:우아한 -title:광고 -> +회사 star
 *	title:"[광고]" -> hide
 *	tag:보안 -> fulltext notify exec:~/bin/alert --quiet
 *
 * The arrow stands by itself, outside quotes. What it is made from is text;
 * store/rules.h runs it.
 */
#ifndef QUERY_QUERY_RULE_H
#define QUERY_QUERY_RULE_H

#include "base/arena.h"

enum query_rule_does {
	QUERY_RULE_READ = 1 << 0,
	QUERY_RULE_STAR = 1 << 1,
	QUERY_RULE_HIDE = 1 << 2,
	QUERY_RULE_FULLTEXT = 1 << 3, /* its page is fetched */
	QUERY_RULE_NOTIFY = 1 << 4,
	QUERY_RULE_EXEC = 1 << 5,
	QUERY_RULE_UNREAD = 1 << 6,
	QUERY_RULE_UNSTAR = 1 << 7,
	QUERY_RULE_UNHIDE = 1 << 8,
};

/* Strings are in the arena or in the text it was read from. */
struct query_rule {
	struct str query, actions;   /* as written */
	unsigned does;               /* QUERY_RULE_ bits */
	const struct str *add, *remove; /* tags, without "+" or "-" */
	size_t n_add, n_remove;
	const char *const *exec;     /* the words of the program, ended by NULL; NULL without one */
};

/* What is wrong, in the user's language, and where: bytes from the start of the text. */
struct query_rule_fault {
	size_t at;
	char what[240];
};

/* Reads "QUERY -> ACTION…"; the query itself is not looked into. -1 with *fault. */
int query_rule_parse(struct arena *a, struct str text, struct query_rule *ret, struct query_rule_fault *fault);

/* Where a comment begins in a text with a query in it (a "#" that stands alone, outside quotes); its length when there is none. */
size_t query_rule_comment(struct str text);

#endif
