/*
 * What the config says becomes what the reader does: at the start, and again
 * when an option is set while it runs.
 */
#ifndef UI_OPTIONS_H
#define UI_OPTIONS_H

#include "ui/app.h"

/* Takes all of them, the usual ones where nothing is said. What they point to stays the owner's. Draws nothing. */
void options_take(struct app *app, const struct ui_opts *opts);

/* Asks the terminal for its ground, where the theme goes by that; and takes what it says, at last or anew. */
void options_ask_ground(struct app *app);
void options_take_ground(struct app *app, enum probe_ground ground);

/* Other names of tags, for the store. */
int options_add_aliases(struct store *s, const struct ui_opts *opts, struct err *err);

#endif
