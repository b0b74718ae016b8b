/*
 * The words of a query: where they end, what quotes and brackets are.
 */
#ifndef QUERY_QUERY_WORD_H
#define QUERY_QUERY_WORD_H

#include "query/query_reader.h"

/* Takes blanks off, those of other scripts too. */
void query_word_skip(struct query_reader *r);

/* Takes a bracket off, ASCII or full-width; ")" only where one is open. */
bool query_word_open(struct query_reader *r);
bool query_word_close(struct query_reader *r);

/* Nothing is left of this bracket, or of the text. */
bool query_word_end(const struct query_reader *r);

/* Takes a "-" off that negates what is right behind it. */
bool query_word_minus(struct query_reader *r);

/* Whether "!" stands before something as other programs have their not. */
bool query_word_bang(const struct query_reader *r);

/* Takes a "#" off that has a tag right behind it. */
bool query_word_hash(struct query_reader *r);

/* Takes one of the words of list off, in any case, that is a whole word or has a bracket behind it. *taken (may be NULL) is how it is written. */
bool query_word_keyword(struct query_reader *r, const char *const *list, struct str *taken);

/* Takes a word, up to a blank or the bracket that closes; brackets of its own, as in main(), are a part of it. */
struct str query_word_take(struct query_reader *r);

/* 1 takes what stands in quotes, 0 there are none, -1 the second is missing (with the fault). */
int query_word_quoted(struct query_reader *r, struct str *inside);

/* The name in front of a colon, without taking it; *after is what stands behind the colon. False when there is none. */
bool query_word_name(const struct query_reader *r, struct str *name, struct str *after);

#endif
