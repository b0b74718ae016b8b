/*
 * Commands that ask, by the name of their action, where nothing stands behind
 * them. With words these are the answer: "pipe wc -l", "save ~/x.md".
 */
#ifndef UI_CMDLINE_ANSWER_H
#define UI_CMDLINE_ANSWER_H

#include "ui/cmdline_call.h"

/* An answer that is refused stays in the prompt of the action, to be mended there: that has been told, and is 0. */
int cmdline_answer_pipe(struct cmdline_call *call, struct err *err);
int cmdline_answer_save(struct cmdline_call *call, struct err *err);
int cmdline_answer_find(struct cmdline_call *call, struct err *err);
int cmdline_answer_narrow(struct cmdline_call *call, struct err *err);
int cmdline_answer_mark(struct cmdline_call *call, struct err *err);
int cmdline_answer_import(struct cmdline_call *call, struct err *err);

/* Opens the catalogue with the words as its filter. */
int cmdline_answer_catalog(struct cmdline_call *call, struct err *err);

#endif
