/*
 * Changes of many posts from the command line, with a status line on a
 * terminal; SIGINT stops them behind the slice at hand.
 */
#ifndef CMD_CMD_BULK_H
#define CMD_CMD_BULK_H

#include "store/retag.h"
#include "store/rules.h"
#include "store/state.h"

/* As state_apply(), state_undo() and state_redo(); until as in undo_init(). */
int cmd_bulk_apply(struct store *s, const int64_t *ids, size_t n, const struct state_change *change, int64_t *changed,
    struct err *err);
int cmd_bulk_undo(struct store *s, int64_t *until, struct state_undone *ret, struct err *err);
int cmd_bulk_redo(struct store *s, int64_t *until, struct state_undone *ret, struct err *err);

/* Gives a tag and all under it another name, or none where to is empty. */
int cmd_bulk_retag(struct store *s, struct str from, struct str to, struct retag_done *done, struct err *err);

/* As rules_apply(). */
int cmd_bulk_rules(struct store *s, const struct rules_rule *rules, size_t n, int64_t *found, int64_t *changed, struct err *err);

#endif
