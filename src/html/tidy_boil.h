/*
 * Lines that a blog's skin adds to every post: 반응형, 공유하기, …
 */
#ifndef HTML_TIDY_BOIL_H
#define HTML_TIDY_BOIL_H

#include "base/str.h"

enum tidy_boil {
	TIDY_BOIL_NO,
	TIDY_BOIL_EDGE,    /* only near the start and end of the text */
	TIDY_BOIL_ALWAYS,
	TIDY_BOIL_RELATED, /* links to other posts follow */
};

/* What a whole line, trimmed, is. */
enum tidy_boil tidy_boil_find(struct str line);

#endif
