/*
 * The posts named on the command line, or on standard input for "-", one
 * after the other.
 */
#ifndef CMD_CMD_POSTS_H
#define CMD_CMD_POSTS_H

#include "cmd/cmd_post.h"

struct cmd_posts {
	struct arena a; /* the names */
	struct arena one; /* the post that is given out */
	struct store *store;
	struct str *names;
	size_t n, at;
	int status;     /* 1 when there was one that could not be given out, which has been told */
};

/* words as in text/operand.h. Ends with cmd_posts_close() also when it fails. */
int cmd_posts_open(struct cmd_posts *posts, char *const *words, int n, struct err *err);

/* The next post that there is: 1; 0 at the end. Valid until the next call. */
int cmd_posts_next(struct cmd_posts *posts, enum cmd_post_text which, struct cmd_post *ret, struct err *err);

/* What is wrong with the post given out is told, and the others count; -1 where it is not about this post alone. */
int cmd_posts_miss(struct cmd_posts *posts, const struct err *err);

void cmd_posts_close(struct cmd_posts *posts);

#endif
