/*
 * "+ai -later [--] QUERY": what to change, and in which posts.
 */
#ifndef CMD_CMD_CHANGE_H
#define CMD_CMD_CHANGE_H

#include "store/state.h"

struct cmd_change {
	struct state_change state;
	struct str words; /* "+ai -later" */
	struct str query;
};

/* Everything in *ret is in a or in line. ERR_USAGE when there is nothing to change or no query: all posts are never meant by leaving it out. */
int cmd_change_parse(struct arena *a, struct str line, struct cmd_change *ret, struct err *err);

#endif
