/*
 * What the outline knows of words and signs: headings that need no style,
 * endings of sentences, lines that are never headings.
 */
#ifndef HTML_OUTLINE_WORDS_H
#define HTML_OUTLINE_WORDS_H

#include <stdint.h>

#include "base/buf.h"

bool outline_words_is_emoji(int32_t cp);

/* Hangul, Han, Kana, Latin, Greek or Cyrillic. */
bool outline_words_is_letter(int32_t cp);

/* Half-widths of text: 2 for Hangul and the like, else 1. Unlike text/width.h it does not depend on the terminal. */
int outline_words_cells(struct str text);

/* The letters and digits of text in lower case, for comparing titles. */
void outline_words_key(struct buf *out, struct str text);

/* A line that is a heading by its words alone ("들어가며", "Reference"); one that closes or opens an article; a table of contents. */
bool outline_words_is_fixed(struct str text);
bool outline_words_is_closing(struct str text);
bool outline_words_is_contents(struct str text);

/* Ends as a sentence does. */
bool outline_words_is_sentence(struct str text);

/* Ends as a phrase that goes on does: a comma, a particle, a verb. */
bool outline_words_is_unfinished(struct str text);
bool outline_words_has_particle(struct str text);

/* Where a generator would have put a table of contents: "[TOC]". */
bool outline_words_is_placeholder(struct str text);

/* What not even an h1 makes a heading: signs only, an address, a caption. */
bool outline_words_is_untitled(struct str text);

/* Captions, hash tags, addresses, greetings and the like. */
bool outline_words_is_never(struct str text);

/* Led by a bullet; the sign (■, ▶ …) that leads it, 0 for none. */
bool outline_words_is_bullet(struct str text);
int32_t outline_words_symbol(struct str text);

/* The bracket ([, 【, < …) that stands around the whole line, 0 for none. */
int32_t outline_words_bracket(struct str text);

/* A quotation, or an example ("ex) …"). */
bool outline_words_is_quotation(struct str text);

/* Program text, by its signs. */
bool outline_words_is_code(struct str text);

/* The name of a file: "main.c". */
bool outline_words_is_file(struct str text);

/* "name: value" or "name = value". */
bool outline_words_is_pair(struct str text);

#endif
