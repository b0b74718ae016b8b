/*
 * What is to be said but once, and not at every start.
 */
#ifndef STORE_NEWS_H
#define STORE_NEWS_H

#include <stdbool.h>

#include "store/store.h"

/* Whether it has not been said yet; by that it has. key: its name in the cache. */
bool news_take(struct store *s, const char *key);

#endif
