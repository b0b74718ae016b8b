/*
 * The stamp beside the cache: who has it open, and how it looked when it was
 * last closed. A cache that looks different now, or has a WAL that nobody
 * uses, was not closed cleanly or was touched by others: it is checked.
 */
#ifndef STORE_STAMP_H
#define STORE_STAMP_H

#include "base/path.h"

struct store;

/*
 * Before the cache is opened for writing. Sets s->is_suspect when nobody else has it open and it differs from its stamp. *bad: where
 * one stands now that could not be relied on (store/young.h), which was set aside; empty for none.
 */
int stamp_enter(struct store *s, struct path *bad, struct err *err);

/* After the cache was closed: notes how it looks, unless others have it open. */
void stamp_leave(struct store *s);

/* Damage was met: the next one who comes in checks it. */
void stamp_doubt(struct store *s);

/* It was checked, or made anew. */
void stamp_clear(struct store *s);

#endif
