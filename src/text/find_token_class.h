/*
 * What a code point is for the search index.
 */
#ifndef TEXT_FIND_TOKEN_CLASS_H
#define TEXT_FIND_TOKEN_CLASS_H

#include <stdint.h>

enum find_token_class {
	FIND_TOKEN_BREAK, /* marks, signs and line ends: no run goes beyond */
	FIND_TOKEN_BLANK, /* ends a word, but no run */
	FIND_TOKEN_NONE,  /* not even that: soft hyphens, joiners, accents by themselves */
	FIND_TOKEN_RUN,   /* Hangul, Han, Kana */
	FIND_TOKEN_WORD,
};

/* Of ASCII. */
extern const unsigned char find_token_class_ascii[0x80];

/* By itself, whatever stands around it. */
enum find_token_class find_token_class(int32_t cp);

#endif
