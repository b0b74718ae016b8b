/*
 * Commands that change posts: "tag below +later", "read query before:7d".
 */
#ifndef UI_CMDLINE_VERB_H
#define UI_CMDLINE_VERB_H

#include "ui/cmdline_call.h"

/* With posts alone the tags are asked for. */
int cmdline_verb_tag(struct cmdline_call *call, struct err *err);

int cmdline_verb_read(struct cmdline_call *call, struct err *err);
int cmdline_verb_unread(struct cmdline_call *call, struct err *err);
int cmdline_verb_star(struct cmdline_call *call, struct err *err);
int cmdline_verb_unstar(struct cmdline_call *call, struct err *err);
int cmdline_verb_hide(struct cmdline_call *call, struct err *err);
int cmdline_verb_unhide(struct cmdline_call *call, struct err *err);

#endif
