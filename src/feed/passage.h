/*
 * The texts in an XML document: where one may begin, and what in it is plain
 * enough to be read without a parser, which looks at each of its letters. Only
 * the parser can say that a text is one there.
 */
#ifndef FEED_PASSAGE_H
#define FEED_PASSAGE_H

#include "base/str.h"

enum passage {
	PASSAGE_TEXT,    /* of an element, up to the next "<" */
	PASSAGE_SECTION, /* of "<![CDATA[", up to "]]>" */
};

/* Bytes at the start of s up to what may be a text: a tag of an element or the start of a section is the last of them. All of s when none comes. */
size_t passage_find(struct str s);

/* The text that s begins with, without what ends it; empty when it does not end. */
struct str passage_text(struct str s, enum passage kind);

/* Bytes at the start of a text that XML allows as they are: well-formed letters, neither controls nor "\r" nor "]]>". */
size_t passage_fine(struct str text);

enum { PASSAGE_PIECE = 4 << 10 };

/*
 * Takes some of a text that is fine off *text, up to PASSAGE_PIECE bytes: it is in piece, its references replaced.
 * 0 at its end, or where a reference stands that only the parser knows.
 */
size_t passage_take(char piece[PASSAGE_PIECE], struct str *text);

#endif
