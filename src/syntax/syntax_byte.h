/*
 * Looking at the bytes of code in front of the scan.
 */
#ifndef SYNTAX_SYNTAX_BYTE_H
#define SYNTAX_SYNTAX_BYTE_H

#include "syntax/syntax.h"

/* Bits of s->kinds. */
enum { SYNTAX_BYTE_WORD = 1, SYNTAX_BYTE_DIGIT = 2, SYNTAX_BYTE_BLANK = 4, SYNTAX_BYTE_MARK = 8 /* may begin more than itself */ };

/* The byte that many behind s->at, NUL behind the end. */
static inline char
syntax_byte_peek(const struct syntax_scan *s, size_t ahead)
{
	return s->at + ahead < s->end ? s->text.p[s->at + ahead] : '\0';
}

static inline bool
syntax_byte_is(const struct syntax_scan *s, size_t at, int kind)
{
	return at < s->end && s->kinds[(unsigned char)s->text.p[at]] & kind;
}

/* Whether the bytes at s->at begin with text. */
bool syntax_byte_starts(const struct syntax_scan *s, const char *text);

/* The end of the line that at is in. */
size_t syntax_byte_line_end(struct syntax_scan *s, size_t at);

/* The first byte behind s->at and blanks, NUL for none. */
char syntax_byte_behind_blanks(const struct syntax_scan *s);

/* Moves s->at over the rest of a word. */
void syntax_byte_skip_word(struct syntax_scan *s);

#endif
