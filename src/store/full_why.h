/*
 * Why the last try to fetch a full text brought none, or not all of it. The
 * cache has a code, so that whoever looks is told in their own language:
 *
 *	CODE [what it is about]     "unreached blog.example", "login"
 *	part PAGES CODE …           so many pages came before that
 */
#ifndef STORE_FULL_WHY_H
#define STORE_FULL_WHY_H

#include <stdint.h>

#include "base/buf.h"
#include "page/page_kind.h"

/* The code of a page that holds no article. */
const char *full_why_page(enum page_kind kind);

/* Appends what a code says; until: of "left-alone". Particles are not settled. What is no code is a sentence of an older sosik. */
void full_why_text(struct buf *out, struct str why, int64_t until);

#endif
