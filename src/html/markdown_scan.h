/*
 * What a line of Markdown begins with. A line has no line end; its indent, at
 * most 3 blanks, has been taken off.
 */
#ifndef HTML_MARKDOWN_SCAN_H
#define HTML_MARKDOWN_SCAN_H

#include <stdint.h>

#include "base/str.h"

struct markdown_fence {
	char mark;
	size_t n;
	struct str info; /* behind it */
};

struct markdown_marker {
	char mark;   /* - + * or what stands behind the number: . ) */
	int number;  /* -1 without one */
	size_t n;    /* bytes */
};

/* The blanks it begins with. */
size_t markdown_scan_indent(struct str line);

bool markdown_scan_is_blank(struct str line);

/* "## title ##": the level and the title; 0 when it is none. */
int markdown_scan_heading(struct str line, struct str *title);

/* "===" or "---" under a title: its level, or 0. */
int markdown_scan_underline(struct str line);

bool markdown_scan_is_rule(struct str line);

/* Begins a block of code. */
bool markdown_scan_fence(struct str line, struct markdown_fence *ret);

/* Ends the block that open began. */
bool markdown_scan_is_fence_end(struct str line, const struct markdown_fence *open);

/* Begins an item of a list. */
bool markdown_scan_marker(struct str line, struct markdown_marker *ret);

/* The name of the footnote that a line begins, "[^name]:"; empty where it begins none. */
struct str markdown_scan_footnote(struct str line);

#endif
