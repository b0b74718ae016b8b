/*
 * Markdown (CommonMark 0.31 with the tables, struck text, task lists, bare
 * addresses and footnotes of GitHub, and TeX between dollars) to HTML, for
 * tidy_html() to clean: raw HTML in it goes through as it is. Front matter is
 * left out.
 */
#ifndef HTML_MARKDOWN_H
#define HTML_MARKDOWN_H

#include "base/arena.h"
#include "base/buf.h"

/* What the end of a line inside a paragraph is. */
enum markdown_lines {
	MARKDOWN_LINES_FOLD,  /* a blank, as CommonMark has it */
	MARKDOWN_LINES_BREAK, /* a br, as velog and GitHub's comments have it */
};

/*
 * Appends the HTML of markdown (valid UTF-8). The time and the length of what is made grow with the
 * length of the text, whatever is in it. Emphasis begins and ends beside Korean letters where
 * CommonMark does not see it: **‘소식’**은.
 */
void markdown_html(struct arena *a, struct str markdown, enum markdown_lines lines, struct buf *html);

#endif
