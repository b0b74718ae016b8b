/*
 * Titles compared by their words and letters: pages write the same title with
 * other quotation marks, dashes and ends.
 */
#ifndef PAGE_META_WORDS_H
#define PAGE_META_WORDS_H

#include "base/str.h"

/* How much of the words of title stands in text, from 0 to 1; 0 where one of them is empty. */
double meta_words_likeness(struct str text, struct str title);

/* Whether the two have the same letters and digits; not for empty ones. */
bool meta_words_same(struct str a, struct str b);

/* How many words, with blanks between, s has. */
size_t meta_words_count(struct str s);

#endif
