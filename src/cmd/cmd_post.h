/*
 * A post named on the command line, with its article.
 */
#ifndef CMD_CMD_POST_H
#define CMD_CMD_POST_H

#include "html/doc.h"
#include "store/posts.h"

struct cmd_post {
	struct posts_row row, *others; /* others: the same story in other feeds */
	size_t n_others;
	struct doc doc;
};

/* Finds the post (a number, id:N or a link) and reads its article. Everything is in a. Says on standard error when only a part of it is there. */
int cmd_post_read(struct arena *a, const char *what, struct cmd_post *ret, struct err *err);

#endif
