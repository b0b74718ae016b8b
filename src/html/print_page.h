/*
 * An article as a whole page of HTML, which needs nothing but itself to be read.
 */
#ifndef HTML_PRINT_PAGE_H
#define HTML_PRINT_PAGE_H

#include "base/buf.h"
#include "html/doc.h"

/* Plain text; each may be empty. */
struct print_page {
	struct str title, byline, link;
	struct str language; /* "ko", "en-US"; empty: found out from the letters */
};

/* The page of the blocks [from, to). */
void print_page(struct buf *out, const struct print_page *head, const struct doc *doc, size_t from, size_t to);

/* A page of more than one article: its beginning, for which title, link and language count, and its end. */
void print_page_begin(struct buf *out, const struct print_page *head);
void print_page_end(struct buf *out);

/* One of its articles; ids as in print_html(). */
void print_page_article(struct buf *out, const struct print_page *head, const struct doc *doc, size_t from, size_t to, const char *ids);

/* The language that the letters of a text speak for: "ko", "ja" or "zh"; empty for others. */
struct str print_page_language(struct str text);

/* Appends <name>text</name> and "\n"; nothing for an empty text. */
void print_page_element(struct buf *out, const char *name, struct str text);

#endif
