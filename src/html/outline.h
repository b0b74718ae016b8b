/*
 * The sections of an article, found from real headings or, where the author
 * used none, from numbers, bold and larger lines, symbols and set words, as
 * Korean blogs have them. A pure function of the blocks.
 */
#ifndef HTML_OUTLINE_H
#define HTML_OUTLINE_H

#include "html/doc.h"

/* Fills doc->sections and the section fields of its blocks. title is the post's own title (a first heading equal to it is left out), may be empty. */
void outline_find(struct arena *a, struct doc *doc, struct str title);

#endif
