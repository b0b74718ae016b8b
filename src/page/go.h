/*
 * Pages that are only a way to another address: a refresh, a frame that fills
 * the window, a script that goes on at once.
 */
#ifndef PAGE_GO_H
#define PAGE_GO_H

#include "base/arena.h"

/* True when html, a page without an article that was fetched from url, leads elsewhere: *to, an http(s) address in a. */
bool go_find(struct arena *a, struct str html, struct str url, struct str *to);

#endif
