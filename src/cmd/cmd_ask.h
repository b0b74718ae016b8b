/*
 * A question to the person at the terminal.
 */
#ifndef CMD_CMD_ASK_H
#define CMD_CMD_ASK_H

#include <stdbool.h>

/* True where there is somebody to ask: standard input and error are a terminal. */
bool cmd_ask_can(void);

/* Puts the question, already in the user's language, and reads a line; text/consent.h says which are true. */
bool cmd_ask_yes(const char *question);

#endif
