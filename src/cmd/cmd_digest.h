/*
 * What is new, to be read at a glance or mailed: the posts of a time by feed
 * or tag, and how they are written in each format.
 */
#ifndef CMD_CMD_DIGEST_H
#define CMD_CMD_DIGEST_H

#include "cmd/cmd_article.h"
#include "store/posts.h"

struct cmd_digest_group {
	struct str name;
	size_t *posts, n; /* indexes of rows, newest first */
};

struct cmd_digest {
	int64_t since, now;
	struct posts_row *rows;
	size_t n;
	int64_t left;     /* posts that the limit leaves out */
	int64_t seconds;  /* to read them */
	size_t n_feeds;   /* they are from */
	struct cmd_digest_group *groups; /* in the order of their newest posts */
	size_t n_groups;
	struct cmd_article_look look;
};

/* Writes it to standard output. */
void cmd_digest_text(const struct cmd_digest *d);
void cmd_digest_page_markdown(const struct cmd_digest *d);
void cmd_digest_page_html(const struct cmd_digest *d);
void cmd_digest_json(const struct cmd_digest *d);

#endif
