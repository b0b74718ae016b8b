/*
 * Raw HTML in Markdown: a tag in running text, lines that are a block of it.
 */
#ifndef HTML_MARKDOWN_TAG_H
#define HTML_MARKDOWN_TAG_H

#include "base/str.h"

/* The bytes of the tag, comment, declaration or instruction that s, which starts with "<", begins with; 0 for none. */
size_t markdown_tag_length(struct str s);

/* The kind of the block of HTML that a line begins, 1 to 7 as CommonMark 4.6 numbers them; 0 for none. */
int markdown_tag_block(struct str line);

/* Whether the line ends a block of that kind. The kinds 6 and 7 end before a blank line. */
bool markdown_tag_ends_block(int kind, struct str line);

enum { MARKDOWN_TAG_LAST_WITH_END = 5, MARKDOWN_TAG_ANY = 7 };

#endif
