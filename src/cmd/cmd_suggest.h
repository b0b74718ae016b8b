/*
 * "Did you mean …?" for a mistyped word.
 */
#ifndef CMD_CMD_SUGGEST_H
#define CMD_CMD_SUGGEST_H

#include "base/str.h"

/* The name of a visible command near enough to word, or NULL. */
const char *cmd_suggest_name(struct str word);

#endif
