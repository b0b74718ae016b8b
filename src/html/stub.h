/*
 * Marks for what the parser of HTML would copy letter by letter without looking at
 * it: long texts and values of attributes, and the blanks before tags. A mark is
 * one letter of the last plane of Unicode, of private use, and for blanks a
 * form feed and three other blanks; the tree that is made with marks is the one
 * without, once they are put back. A document that has such letters of
 * its own is parsed without marks.
 */
#ifndef HTML_STUB_H
#define HTML_STUB_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"

enum { STUB_BLANKS = 27 };

struct stub {
	bool is_off;
	vec(struct str) parts; /* what the marks stand for: slices of the document */
	struct str blanks[STUB_BLANKS];
	size_t n_blanks;
};

/* For one document, which stays as it is until all has been put back. Free with stub_free(). */
void stub_init(struct stub *s, struct str html);
void stub_free(struct stub *s);

/* Appends a part that the parser takes as it is: a mark, or the part itself where it is short or has controls. */
void stub_add(struct stub *s, struct buf *out, struct str part);

/* The same for text with references, which stay; blanks at its beginning stay blanks. */
void stub_add_text(struct stub *s, struct buf *out, struct str text);

/* The text with what its marks stand for, in a where there are any. */
struct str stub_put_back(const struct stub *s, struct arena *a, struct str text);

#endif
