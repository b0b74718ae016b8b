/*
 * One word or phrase of a query as an expression of the search index
 * (SQLite's FTS5): what a Korean reader means by it. Everything that is made
 * is in the arena.
 *
 *   - Hangul finds any part of what is written together or apart: 지능 finds
 *     인공지능과 and 인공 지능.
 *   - A Latin word or a number finds words that begin with it, a quoted one
 *     only the word itself; C++ and C# are not C.
 *   - Han characters find how they are read, too: 韓 finds 한국.
 *   - Consonants alone (ㅋㅂㄴㅌㅅ, SKㅌㄹㅋ) are the initials of a title, and
 *     themselves where they stand in a text (ㅋㅋㅋ).
 *   - Consonants among syllables (인ㄱ지ㄴ) are a title that is being typed;
 *     quoted they are themselves.
 */
#ifndef TEXT_FIND_TERM_H
#define TEXT_FIND_TERM_H

#include "base/arena.h"

enum find_term_kind {
	FIND_TERM_WORD,
	FIND_TERM_PHRASE, /* it stood in quotes */
	FIND_TERM_TYPED,  /* a title that is being typed, whose last syllable may still get a final: 오프 for 오픈 */
};

struct find_term {
	struct str text;   /* what is looked for, in one form */
	struct str other;  /* has_initials: text with its syllables as initials; else how its Han characters are read, mostly empty */
	struct str expr;   /* stands by itself between AND, OR and NOT, or behind a column filter */
	struct str title;  /* the same of titles alone: no column filter in front of it */
	struct str check;  /* not empty: of what expr finds only posts count whose title has it by hangul_matches() */
	struct str signs;  /* not empty: it stood in quotes and has signs, which the index does not know; a title that is to have it has all of this */
	bool is_begun;     /* what begins with its last word is found too */
	bool has_initials; /* its consonants are initials of titles */
};

/* False when text (valid UTF-8) holds nothing that the index knows: no letter and no digit. */
bool find_term_make(struct arena *a, struct str text, enum find_term_kind kind, struct find_term *ret);

#endif
