/*
 * The feeds file as it read when the cache was last brought in line with it:
 * lines that are taken out by hand, or lost with the file, come back where they
 * stood, with the comments around them.
 */
#ifndef STORE_SUBS_SEEN_H
#define STORE_SUBS_SEEN_H

#include "store/store.h"

/* *text in a; empty where that is not known. */
int subs_seen_get(struct store *s, struct arena *a, struct str *text, struct err *err);

int subs_seen_set(struct store *s, struct str text, struct err *err);

#endif
