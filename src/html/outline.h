/*
 * The sections of an article, found from real headings or, where the author
 * used none, from numbers, bold and larger lines, symbols and set words, as
 * Korean blogs have them. A pure function of the blocks.
 */
#ifndef HTML_OUTLINE_H
#define HTML_OUTLINE_H

#include "html/outline_line.h"

/* Fills doc->sections and the section fields of its blocks. title is the post's own title (a first heading equal to it is left out), may be empty. */
void outline_find(struct arena *a, struct doc *doc, struct str title);

/*
 * The same of an article that is never there as a whole (doc_read_on()): the blocks of each part are added, their texts stay; in
 * the end the sections are found, in the arena, without what is below them. The lines are empty then.
 */
void outline_add(struct arena *a, struct outline_lines *lines, const struct doc *some);
struct doc_section *outline_sections(struct arena *a, struct outline_lines *lines, struct str title, size_t *n);

#endif
