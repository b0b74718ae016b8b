/*
 * The posts of an undo that are still there: those that were purged since
 * nothing brings back.
 */
#ifndef STORE_UNDO_LEFT_H
#define STORE_UNDO_LEFT_H

#include <jansson.h>

#include "store/store.h"

/* Takes the purged ones out of the parts of a line, after it was applied, for the message. */
int undo_left(struct store *s, json_t *line, struct err *err);

#endif
