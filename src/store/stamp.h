/*
 * The stamp beside the cache: who has it open, and how it looked when it was
 * last closed. A cache that looks different now, or has a WAL that nobody
 * uses, was not closed cleanly or was touched by others: it is checked.
 */
#ifndef STORE_STAMP_H
#define STORE_STAMP_H

#include "base/err.h"

struct store;

/* Before the cache is opened for writing. Sets s->is_suspect when nobody else has it open and it differs from its stamp. */
int stamp_enter(struct store *s, struct err *err);

/* After the cache was closed: notes how it looks, unless others have it open. */
void stamp_leave(struct store *s);

/* Damage was met: the next one who comes in checks it. */
void stamp_doubt(struct store *s);

/* It was checked, or made anew. */
void stamp_clear(struct store *s);

#endif
