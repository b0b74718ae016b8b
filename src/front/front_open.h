/*
 * The cache for what sosik-sync does.
 */
#ifndef FRONT_FRONT_OPEN_H
#define FRONT_FRONT_OPEN_H

#include "store/store.h"

/* As store_open(). That a cache of an older version is brought up to this one is told (text/upgrade.h), but where it is quiet; a signal stops it. */
int front_open_store(struct store **ret, enum store_mode mode, bool is_quiet, char notice[256], struct err *err);

#endif
