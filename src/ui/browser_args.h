/*
 * The command line of the user's browser, or of what opens a file.
 */
#ifndef UI_BROWSER_ARGS_H
#define UI_BROWSER_ARGS_H

#include <stdbool.h>

#include "base/arena.h"

/* The words, ended by NULL, with `what` in the place of each "%s", else behind them. In the arena, but for words and what. */
const char *const *browser_args(struct arena *a, const char *const *words, const char *what);

/* The words of the program for an address: those of the config, else of $BROWSER, else xdg-open, which gets all mailto addresses. */
const char *const *browser_args_words(struct arena *a, const char *const *configured, struct str url);

/* Whether it is known to show pages in the terminal, which it then needs. */
bool browser_args_is_textual(const char *program);

#endif
