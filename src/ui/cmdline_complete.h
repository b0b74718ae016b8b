/*
 * What may stand where the cursor is in a line of commands, or of a query.
 */
#ifndef UI_CMDLINE_COMPLETE_H
#define UI_CMDLINE_COMPLETE_H

struct app;

/* Tab (1) and S-Tab (-1) in a line of commands. */
void cmdline_complete(struct app *app, int step);

/* The same in a query. */
void cmdline_complete_query(struct app *app, int step);

/* Says, after a key, what the command takes that is being typed. */
void cmdline_complete_hint(struct app *app);

#endif
