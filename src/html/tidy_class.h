/*
 * What the classes of blog editors, skins and highlighters mean to a reader.
 */
#ifndef HTML_TIDY_CLASS_H
#define HTML_TIDY_CLASS_H

#include "html/dom.h"

enum tidy_class {
	TIDY_CLASS_NONE,
	TIDY_CLASS_DROP,    /* buttons, line numbers, advertisements, what the skin adds */
	TIDY_CLASS_HEADING, /* a heading that is no h element */
	TIDY_CLASS_QUOTE,
	TIDY_CLASS_CODE,
	TIDY_CLASS_CODE_TABLE, /* a table of line numbers and lines */
	TIDY_CLASS_FIGURE,
	TIDY_CLASS_CAPTION,
	TIDY_CLASS_CARD,    /* a link shown as a box with title, text and picture */
	TIDY_CLASS_MODULE,  /* a script that holds what the text does not */
	TIDY_CLASS_ANCHOR,  /* the "#" beside a heading */
	TIDY_CLASS_LATE,    /* a script puts a picture into it */
	TIDY_CLASS_SHOWN,   /* hidden until it is asked for */
	TIDY_CLASS_TOC,     /* a table of contents that a plugin made, if all of it leads into the page */
	TIDY_CLASS_KATEX,   /* a formula as it is drawn */
	TIDY_CLASS_MATHJAX, /* the same; its source stands beside or inside */
};

enum tidy_class tidy_class_find(const struct dom_node *node);

#endif
