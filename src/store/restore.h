/*
 * A dump, or another machine's journal, into this one's journal and cache.
 */
#ifndef STORE_RESTORE_H
#define STORE_RESTORE_H

#include "store/store.h"

int restore_run(struct store *s, struct str lines, int64_t *applied, struct err *err);

#endif
