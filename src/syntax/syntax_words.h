/*
 * The words of a language that are coloured, as a table to look them up in.
 */
#ifndef SYNTAX_SYNTAX_WORDS_H
#define SYNTAX_SYNTAX_WORDS_H

#include <stdint.h>

#include "base/str.h"

enum { SYNTAX_WORDS_SLOTS = 1024, SYNTAX_WORDS_LISTS = 2 };

/* Zero-initialise. Slots hold where a word stands in its list. */
struct syntax_words {
	const char *lists[SYNTAX_WORDS_LISTS];
	bool is_any_case;
	struct {
		uint16_t at;
		uint8_t n, list; /* n 0: free; list from 1 */
	} slots[SYNTAX_WORDS_SLOTS];
};

/*
 * Fills the table with lists of words, blanks between, NULL for none; they must stay, and hold no
 * more than half as many words as there are slots. is_any_case: the lists are in lower case and a
 * word is found in any.
 */
void syntax_words_set(struct syntax_words *w, const char *first, const char *second, bool is_any_case);

/* In which list the word is: 1 or 2; 0 for none. */
int syntax_words_find(const struct syntax_words *w, struct str word);

#endif
