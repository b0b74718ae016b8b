/*
 * What a post has beside running text, and its language, as bits of post.has. The numbers are
 * stored.
 */
#ifndef STORE_HAS_H
#define STORE_HAS_H

#include "html/doc.h"

enum has {
	HAS_CODE = 1 << 0,     /* a block of it */
	HAS_TABLE = 1 << 1,
	HAS_IMAGE = 1 << 2,
	HAS_VIDEO = 1 << 3,    /* a player, which clean articles have as a paragraph that is a link */
	HAS_AUDIO = 1 << 4,
	HAS_FORMULA = 1 << 5,
	HAS_FOOTNOTE = 1 << 6,
	HAS_LIST = 1 << 7,
	HAS_OUTLINE = 1 << 8,  /* sections */
	HAS_FULL = 1 << 9,     /* the text of its page is shown: from the cache, not from the article */
	/* The language that it is written in: one of these, or none. */
	HAS_KOREAN = 1 << 10,
	HAS_ENGLISH = 1 << 11, /* any of Latin letters */
	HAS_JAPANESE = 1 << 12,
	HAS_CHINESE = 1 << 13,
};

/* The bits that an article shows, without its language. */
unsigned has_of(const struct doc *doc);

/* The bit of the language of a text, by the letters that it measures; 0 where it has none of ours. */
unsigned has_language(const struct measure *m);

#endif
