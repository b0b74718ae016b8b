/*
 * What the usage line of a command says for who completes it: its operands,
 * the capital words in it, and the words that an option takes.
 *
 *	sosik show [-f text|markdown] [-w COLS] POST…|-
 */
#ifndef CMD_CMD_COMPLETE_USAGE_H
#define CMD_CMD_COMPLETE_USAGE_H

#include "base/str.h"

struct cmd_complete_usage {
	struct str rest, word; /* of the usage; of the alternatives in a word of it */
};

struct cmd_complete_usage cmd_complete_usage_of(const char *usage);

/* The next operand: "POST", "#TAG", or a word to be typed as it is ("test"); false at the end. */
bool cmd_complete_usage_next(struct cmd_complete_usage *u, struct str *operand);

/* What stands behind an option, "text|markdown"; empty where nothing does. */
struct str cmd_complete_usage_value(const char *usage, struct str name, struct str letter);

#endif
