/*
 * Undo and redo, by the lines of the journal.
 */
#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "store/state.h"

enum undo_way { UNDO_BACK, UNDO_AGAIN };

int undo_run(struct store *s, enum undo_way way, struct state_undone *ret, struct err *err);

#endif
