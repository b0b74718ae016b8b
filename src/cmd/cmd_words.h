/*
 * What stands on the command line behind a command: its operand, or a query
 * of several words.
 */
#ifndef CMD_CMD_WORDS_H
#define CMD_CMD_WORDS_H

#include "base/arena.h"
#include "text/opts.h"

/* The words with a blank between; in the arena. */
struct str cmd_words_join(struct arena *a, int argc, char **argv);

/* The one operand of a command that takes a file or post; options may stand before it and behind it. -1 with ERR_USAGE where there is none or more than one. */
int cmd_words_operand(int argc, char **argv, const struct opts *table, const char **operand, struct err *err);

#endif
