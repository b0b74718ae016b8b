/*
 * What style and class attributes say about text, as far as a reader minds.
 */
#ifndef HTML_TIDY_STYLE_H
#define HTML_TIDY_STYLE_H

#include "html/dom.h"

enum tidy_say { TIDY_SAYS_NOTHING, TIDY_SAYS_NO, TIDY_SAYS_YES };

struct tidy_style {
	enum tidy_say bold, italic;
	bool is_underlined, is_struck, is_hidden, keeps_lines;
	float size; /* px, 0 when nothing is said */
};

/* Reads node's attributes; em and % are of around, px, where 0 means 16. */
void tidy_style_read(const struct dom_node *node, float around, struct tidy_style *ret);

#endif
