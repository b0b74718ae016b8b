/*
 * How long an article takes to read.
 */
#ifndef HTML_READING_H
#define HTML_READING_H

#include "html/doc.h"

/* Milliseconds for a block, as the minutes below count. */
int64_t reading_ms(const struct doc_block *block);

/*
 * Whole minutes, at least 1; 0 for an article without blocks. A minute is 500 syllables of Korean
 * (and of other scripts without alphabet), 230 words of others, 30 lines of code that are not
 * blank or 12 pictures. A cell of a table takes half a second beside its text.
 */
int reading_minutes(const struct doc *doc);

/* The same for what is left behind block after: 0 where nothing is. SIZE_MAX: for all. */
int reading_minutes_behind(const struct doc *doc, size_t after);

/* The same for a section, to the nearest minute: 0 for less than half of one. */
int reading_section_minutes(const struct doc_section *section);

#endif
