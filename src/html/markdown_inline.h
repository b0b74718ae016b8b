/*
 * Running text in Markdown to HTML.
 */
#ifndef HTML_MARKDOWN_INLINE_H
#define HTML_MARKDOWN_INLINE_H

#include "html/markdown.h"
#include "html/markdown_emph.h"
#include "html/markdown_link.h"

enum { MARKDOWN_INLINE_TICKS = 32 }; /* longer runs of backticks are text */

enum markdown_inline_kind {
	MARKDOWN_INLINE_TEXT,
	MARKDOWN_INLINE_RAW,     /* HTML */
	MARKDOWN_INLINE_CODE,
	MARKDOWN_INLINE_RUN,     /* of emphasis */
	MARKDOWN_INLINE_BRACKET, /* "[" or "![" */
	MARKDOWN_INLINE_LINK,    /* what a bracket became: its url */
	MARKDOWN_INLINE_IMAGE,
	MARKDOWN_INLINE_END,     /* of one of them */
	MARKDOWN_INLINE_NOTE,    /* a mark of a footnote: its name */
};

struct markdown_inline_piece {
	enum markdown_inline_kind kind;
	struct str text, url;
	size_t run;
};

/* A "[" that has not found its "]". */
struct markdown_inline_bracket {
	size_t piece, at; /* at: behind it */
	size_t run;       /* the last run before it */
	bool is_image, is_dead;
};

/* Zero-initialise but for the first three; used for one text after the other. */
struct markdown_inline {
	struct arena *arena;
	struct markdown_link_names *names;
	enum markdown_lines lines;
	struct str text;
	size_t at, from; /* read up to, plain text since */
	size_t last_ticks[MARKDOWN_INLINE_TICKS + 1]; /* where the last run of so many backticks stands */
	struct markdown_emph emph;
	vec(struct markdown_inline_piece) pieces;
	vec(struct markdown_inline_bracket) brackets;
};

/* Appends text (lines without blanks in front) as HTML. */
void markdown_inline_html(struct markdown_inline *m, struct str text, struct buf *html);

void markdown_inline_free(struct markdown_inline *m);

#endif
