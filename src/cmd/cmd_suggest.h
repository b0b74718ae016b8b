/*
 * "Did you mean …?" for a mistyped word.
 */
#ifndef CMD_CMD_SUGGEST_H
#define CMD_CMD_SUGGEST_H

#include "base/str.h"

/* Letters to change, put in, take out or swap with the next to make b of a; by bytes, words up to 31. Larger words count as far apart. */
int cmd_suggest_distance(struct str a, struct str b);

/* The name of a visible command near enough to word, or NULL. */
const char *cmd_suggest_name(struct str word);

#endif
