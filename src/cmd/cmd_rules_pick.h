/*
 * The rules that a command is about: those of the config file, some of them by
 * number, or one from the command line.
 */
#ifndef CMD_CMD_RULES_PICK_H
#define CMD_CMD_RULES_PICK_H

#include "store/rules.h"

struct cmd_rules_one {
	size_t number; /* among those of the config file, from 1; 0: of the command line */
	struct query_rule text;
	struct rules_rule rule;
};

struct cmd_rules {
	struct cmd_rules_one *v;
	size_t n;
};

/*
 * Reads the config file, telling what is wrong in it, and picks what words say: none: all rules; numbers; else "QUERY -> ACTION…".
 * All in a. ERR_NOT_FOUND for a number that no rule has.
 */
int cmd_rules_pick(struct arena *a, int argc, char **argv, struct cmd_rules *ret, struct err *err);

#endif
