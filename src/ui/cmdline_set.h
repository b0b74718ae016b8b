/*
 * Lines of the config file on the command line: they count until the reader
 * ends. It hands them to the owner of the config (struct ui_config), for it
 * knows no config file itself, and takes what comes back.
 */
#ifndef UI_CMDLINE_SET_H
#define UI_CMDLINE_SET_H

#include "ui/action.h"
#include "ui/cmdline_call.h"

/* "set": sets an option, tells one ("set wrap?") or all of them. */
int cmdline_set_run(struct cmdline_call *call, struct err *err);

/* Does what "set" does with the option of that name, the call holding what stands behind it. */
int cmdline_set_named(struct cmdline_call *call, const char *name, struct err *err);

int cmdline_set_color(struct cmdline_call *call, struct err *err);

/* Whether there is an option with the name of the action. */
bool cmdline_set_has_name(enum action action);

/* The rest of the line as a config line that begins with this word, and what it changes at once. */
int cmdline_set_config(struct cmdline_call *call, const char *word, struct err *err);

#endif
