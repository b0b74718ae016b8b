/*
 * A text as the search index takes it apart: words of Latin letters, digits and
 * other alphabets whole and folded; of runs of Hangul, Han and Kana, over the
 * blanks in them, every pair of neighbours and the last character alone, so that
 * 인공지능 is found in "인공 지능의" and an end of a word stands before what follows.
 */
#ifndef TEXT_FIND_TOKEN_H
#define TEXT_FIND_TOKEN_H

#include <stdint.h>

#include "base/str.h"
#include "text/find_token_class.h"

/* Raised when the same text gives other tokens than before: what is stored was made by the old rules. */
enum { FIND_TOKEN_FORM = 3 };

enum {
	FIND_TOKEN_BYTES = 64, /* of a word; the rest of a longer one is left out, in texts and queries alike */
	FIND_TOKEN_ALSO = 8,
	FIND_TOKEN_ALSO_BYTES = 16,
};

/*
 * In front of a character it makes one token of both, which the index has for each character that a
 * token begins with, and in front of a token of a title another one (store/index_tokenizer.h).
 */
#define FIND_TOKEN_FIRST "\1"
#define FIND_TOKEN_IN_TITLE "\2"

enum find_token_kind {
	FIND_TOKEN_WHOLE, /* a word */
	FIND_TOKEN_PAIR,  /* two characters of a run */
	FIND_TOKEN_ONE,   /* a run of one character */
	FIND_TOKEN_LAST,  /* the last character of a run, behind its pairs */
};

/*
 * A text is stored or asked for. Of a query no other readings are given ("C++"
 * is "c++" and no "c"), and not the last character of a run that ends it.
 */
enum find_token_use { FIND_TOKEN_TEXT, FIND_TOKEN_QUERY };

struct find_token {
	enum find_token_kind kind;
	int32_t first;   /* the character of a run that it begins with; 0 for words */
	struct str text; /* folded; valid until the next call */
	size_t from, to; /* the bytes of the source that it stands for */
	bool is_also;    /* another reading at the place of the one before: 한국 for 韓 */
};

/* A code point ahead, folded. */
struct find_token_char {
	enum find_token_class class;
	int32_t cp;
	char bytes[4];
	size_t n, from, to;
	bool is_near; /* no blank before it */
};

/* Another reading, for the token just given or for the one behind it. */
struct find_token_also {
	char bytes[FIND_TOKEN_ALSO_BYTES];
	size_t n;
};

struct find_token_scan {
	const char *start;
	struct str rest;
	enum find_token_use use;
	struct find_token_char ahead;
	bool is_in_run;
	char room[FIND_TOKEN_BYTES + 8];
	struct find_token last; /* whose other readings come next */
	struct find_token_also also[FIND_TOKEN_ALSO], late[FIND_TOKEN_ALSO];
	size_t n_also, n_late, given;
};

/* Begins; the text must stay, and need not be valid UTF-8 or normalised. */
void find_token_start(struct find_token_scan *scan, struct str text, enum find_token_use use);

/*
 * Reads the next character ahead, for who takes tokens himself (text/find_token_pairs.h). Blanks and what is not seen are passed over;
 * the end of the text is a break.
 */
void find_token_ahead(struct find_token_scan *scan);

/*
 * The next token where it is a word of ASCII, as most words of other letters than Hangul are, and no sign behind it may belong to it;
 * its text alone, in room for eight bytes at least, valid until the next call. False where find_token_next() is to take it.
 */
bool find_token_word(struct find_token_scan *scan, struct str *ret);

/* The next token; false at the end. Every token that is not also is a place further. */
bool find_token_next(struct find_token_scan *scan, struct find_token *ret);

#endif
