/*
 * Commands that go somewhere: filters, searches, views, links, undo.
 */
#ifndef UI_CMDLINE_GO_H
#define UI_CMDLINE_GO_H

#include "ui/action.h"
#include "ui/cmdline_call.h"

/* Does an action of what is shown; -1 with *err where it is not for that. */
int cmdline_go_act(struct cmdline_call *call, enum action action, int count, struct err *err);

int cmdline_go_filter(struct cmdline_call *call, struct err *err);
int cmdline_go_search(struct cmdline_call *call, struct err *err);
int cmdline_go_view(struct cmdline_call *call, struct err *err);
int cmdline_go_sort(struct cmdline_call *call, struct err *err);

int cmdline_go_open(struct cmdline_call *call, struct err *err);
int cmdline_go_help(struct cmdline_call *call, struct err *err);
int cmdline_go_undo(struct cmdline_call *call, struct err *err);
int cmdline_go_redo(struct cmdline_call *call, struct err *err);

#endif
