/*
 * What lines at the edges of an article say, in the usual languages.
 */
#ifndef PAGE_EDGE_WORDS_H
#define PAGE_EDGE_WORDS_H

#include "base/str.h"

/* All of the line is the label of a button, an advertisement, a counter. */
bool edge_words_are_noise(struct str line);

/* It begins as those that name another article: "Read more: …". */
bool edge_words_are_pointer(struct str line);

/* Who wrote it, or when. */
bool edge_words_are_byline(struct str line);

/* Whose a picture is. */
bool edge_words_are_credit(struct str line);

/* What stands below an article: about the author, where to follow, rights. */
bool edge_words_are_closing(struct str line);

#endif
