/*
 * What the words in classes and ids say of an element, as the authors of skins
 * use them. One pass over each name finds all words at once.
 */
#ifndef PAGE_HINT_H
#define PAGE_HINT_H

#include <stdint.h>

#include "base/arena.h"
#include "html/dom.h"

enum {
	HINT_UNLIKELY = 1 << 0, /* seldom part of an article … */
	HINT_MAYBE = 1 << 1,    /* … but for these */
	HINT_POSITIVE = 1 << 2, /* raises a score */
	HINT_NEGATIVE = 1 << 3, /* lowers it */
	HINT_BYLINE = 1 << 4,   /* who wrote it, and when */
	HINT_SHARE = 1 << 5,    /* buttons of networks */
	HINT_EXTRA = 1 << 6,    /* beside the article: related posts, newsletters, tags, advertisements */
	HINT_BIO = 1 << 7,      /* about the author */
	HINT_CAPTION = 1 << 8,
	HINT_COMMENTS = 1 << 9, /* what readers wrote … */
	HINT_POST = 1 << 10,    /* … but for these, which say of a post whether it may have some */
	HINT_UNSEEN = 1 << 11, /* for those who hear the page only */
};

struct hint;

/* The table of words, made ready in a. */
struct hint *hint_new(struct arena *a);

/* The HINT_ bits of a class or id. */
unsigned hint_find(const struct hint *hint, struct str name);

#endif
