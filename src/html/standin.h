/*
 * Marks that stand in for what the parser of HTML would copy letter by letter without looking at
 * it: long texts and values of attributes, and the blanks before tags. A mark is
 * one letter of the last plane of Unicode, of private use, and for blanks a
 * form feed and three other blanks; the tree that is made with marks is the one
 * without, once they are put back. A document that has such letters of
 * its own is parsed without marks.
 */
#ifndef HTML_STANDIN_H
#define HTML_STANDIN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum { STANDIN_BLANKS = 27 };

struct standin {
	bool is_off;
	vec(struct str) parts; /* what the marks stand for: slices of the document */
	struct str blanks[STANDIN_BLANKS];
	size_t n_blanks;
};

/* For one document, which stays as it is until all has been put back. Free with standin_free(). */
void standin_init(struct standin *s, struct str html);
void standin_free(struct standin *s);

/* Appends a part that the parser takes as it is: a mark, or the part itself where it is short or has controls. */
void standin_add(struct standin *s, struct buf *out, struct str part);

/* The same for text with references, which stay; blanks at its beginning stay blanks. */
void standin_add_text(struct standin *s, struct buf *out, struct str text);

/* A copy of the text with what its marks stand for, in a. */
struct str standin_put_back(const struct standin *s, struct arena *a, struct str text);

#endif
