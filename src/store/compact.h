/*
 * The journal kept short: when it is four times as long as the state it stands
 * for, a snapshot of that state takes the place of all but the last actions.
 */
#ifndef STORE_COMPACT_H
#define STORE_COMPACT_H

#include "store/journal.h"
#include "store/store.h"

/* Under the journal's lock, with all lines applied and no transaction open. Where it fails the journal is as it was. */
int compact_if_long(struct store *s, struct journal *j, struct err *err);

#endif
