/*
 * What stands on the command line behind a command: its operands, or a query
 * of several words.
 */
#ifndef CMD_CMD_WORDS_H
#define CMD_CMD_WORDS_H

#include "base/arena.h"
#include "text/opts.h"

/* The words with a blank between; in the arena. */
struct str cmd_words_join(struct arena *a, int argc, char **argv);

/* The operands of a command that takes several, put at argv[1..n]; options may stand before, between and behind them, up to a "--". Returns n, or -1. */
int cmd_words_operands(int argc, char **argv, const struct opts *table, struct err *err);

/*
 * The words of a query, put at argv[1..n]. Behind the first of them, up to a "--", what begins with two dashes is an option, and so is
 * the letter of one alone ("-n"); "-word" is a word to be left out. Returns n, or -1.
 */
int cmd_words_query(int argc, char **argv, const struct opts *table, struct err *err);

/* The one operand of a command that takes one file; options as above. -1 with ERR_USAGE where there is none or more than one. */
int cmd_words_operand(int argc, char **argv, const struct opts *table, const char **operand, struct err *err);

#endif
