/*
 * Articles as an EPUB 3 book: a chapter each, with the sections of all of them
 * as the table of contents, for old readers too (toc.ncx). One chapter is in
 * memory at a time. The same posts give the same bytes.
 */
#ifndef EPUB_EPUB_H
#define EPUB_EPUB_H

#include <stdint.h>

#include "base/err.h"
#include "html/doc.h"

struct epub;

/* Plain text; each but the title may be empty. */
struct epub_post {
	struct str title, byline, link, language;
	const struct doc *doc;
};

struct epub_book {
	struct str title;
	struct str language;        /* empty when it is not known */
	struct str creator;         /* empty when it is by many */
	uint64_t id[2];             /* what it is known by: the same for the same book */
	int64_t modified;
};

/* Starts a book that goes to fd, a file or a pipe, which path names in messages. Free with epub_free(). */
int epub_new(struct epub **ret, int fd, const char *path, struct err *err);

/* Adds a chapter. */
int epub_add(struct epub *e, const struct epub_post *post, struct err *err);

/* Ends the book, which has at least one chapter. */
int epub_finish(struct epub *e, const struct epub_book *book, struct err *err);

void epub_free(struct epub *e);

#endif
