/*
 * A query that stands on the command line as several words.
 */
#ifndef CMD_CMD_WORDS_H
#define CMD_CMD_WORDS_H

#include "base/arena.h"

/* The words with a blank between; in the arena. */
struct str cmd_words_join(struct arena *a, int argc, char **argv);

#endif
