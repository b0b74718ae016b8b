/*
 * The journal kept short: when it is four times as long as the state it stands
 * for, a snapshot of that state takes its place. That is the business of a sync,
 * as it takes a second for some hundred thousand tags; whoever has somebody
 * waiting does it only when none has come for long. Behind it stand the last
 * actions that can be undone or done again; what was undone and cannot be done
 * again any more goes, and what is left is limited: some thousand actions.
 */
#ifndef STORE_COMPACT_H
#define STORE_COMPACT_H

#include "store/journal.h"
#include "store/store.h"

/* Under the journal's lock, with all lines applied and no transaction open. Where it fails the journal is as it was. */
int compact_if_long(struct store *s, struct journal *j, struct err *err);

/* The same for a store of STORE_CHECK, outside of an action. */
int compact_run(struct store *s, struct err *err);

#endif
