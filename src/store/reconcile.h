/*
 * The cache's feeds after the feeds file.
 */
#ifndef STORE_RECONCILE_H
#define STORE_RECONCILE_H

#include "store/store.h"
#include "store/subs.h"

int reconcile_run(struct store *s, const struct subs *subs, struct err *err);

#endif
