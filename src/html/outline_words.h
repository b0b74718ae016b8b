/*
 * What the outline knows of words: headings that need no style, endings of
 * sentences.
 */
#ifndef HTML_OUTLINE_WORDS_H
#define HTML_OUTLINE_WORDS_H

#include "base/str.h"

/* A line that is a heading by its words alone ("들어가며", "Reference"); one that closes or opens an article; a table of contents. */
bool outline_words_is_fixed(struct str text);
bool outline_words_is_closing(struct str text);
bool outline_words_is_contents(struct str text);

/* Ends as a sentence does. */
bool outline_words_is_sentence(struct str text);

/* Ends as a phrase that goes on does: a colon, a verb; a particle. */
bool outline_words_is_unfinished(struct str text);
bool outline_words_has_particle(struct str text);

/* Whether text starts (in small or capital Latin letters) or ends with one of the n words; text without those at its end. */
bool outline_words_starts(struct str text, const struct str words[], size_t n);
bool outline_words_ends(struct str text, const struct str words[], size_t n);
struct str outline_words_trim(struct str text, const struct str words[], size_t n);

#endif
