/*
 * What actions are called in Korean, on the command line, in bindings and
 * macros: one word each, without blanks.
 */
#ifndef UI_ACTION_NAMES_H
#define UI_ACTION_NAMES_H

#include "ui/action.h"

/* Of one that is not ACTION_NONE. */
const char *action_names_korean(enum action action);

/* Its name in the user's language. */
const char *action_names_shown(enum action action);

#endif
