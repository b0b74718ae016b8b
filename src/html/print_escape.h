/*
 * Text and addresses in what is printed as Markdown and HTML, so that nothing
 * in them is read as a mark.
 */
#ifndef HTML_PRINT_ESCAPE_H
#define HTML_PRINT_ESCAPE_H

#include "base/buf.h"

/* What else is a mark in a text. */
enum {
	PRINT_ESCAPE_BARS = 1 << 0,   /* it is a cell of a table */
	PRINT_ESCAPE_TILDES = 1 << 1, /* some of it is struck, or two of them stand in it */
	PRINT_ESCAPE_DOLLARS = 1 << 2,
};

/* The bits that a whole text asks for by the marks in it. */
unsigned print_escape_find(struct str text);

/*
 * Appends the bytes [from, to) of a text with all that Markdown would read as a mark escaped, but
 * for what only counts at the start of a line. What stands before and behind them is no plain text.
 */
void print_escape_text(struct buf *out, struct str text, size_t from, size_t to, unsigned also);

/* Appends the whole of a text as one line. */
void print_escape_line(struct buf *out, struct str text);

/* Appends an address as the destination of a link in Markdown, as one between < and > alone, as the value of an attribute. */
void print_escape_url(struct buf *out, struct str url, unsigned also);
void print_escape_auto(struct buf *out, struct str url);
void print_escape_href(struct buf *out, struct str url);

#endif
