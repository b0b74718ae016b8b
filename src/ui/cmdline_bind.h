/*
 * Binding keys: "bind [VIEW] KEYS COMMAND [; COMMAND]…", "macro", which is the
 * same for keys behind a comma, and "unbind [VIEW] KEYS", on the command line
 * and in the config. KEYS are bound to commands and
 * never to other keys, so that no binding can lead to itself.
 */
#ifndef UI_CMDLINE_BIND_H
#define UI_CMDLINE_BIND_H

#include "ui/cmdline_call.h"
#include "ui/keys.h"
#include "ui/two_names.h"
#include "ui/ui.h"

int cmdline_bind_run(struct cmdline_call *call, struct err *err);
int cmdline_bind_macro(struct cmdline_call *call, struct err *err);
int cmdline_bind_unrun(struct cmdline_call *call, struct err *err);

/* Takes lines of the config into known->keys. Returns how many are wrong, and *ret, in the arena, says which. */
size_t cmdline_bind_lines(struct arena *a, const struct cmdline_known *known, const struct ui_bind *binds, size_t n, struct ui_bind_fault **ret);

/* Takes those of app->opts, of which the wrong ones have been told. */
void cmdline_bind_all(struct app *app);

/* The names of views; NULL behind the last. */
const struct two_names *cmdline_bind_view(size_t i);

/* The letter, as in ui/action.h, of the view of that name in either language; 0 for none. */
char cmdline_bind_letter(struct str name);

#endif
