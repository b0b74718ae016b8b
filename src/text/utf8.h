/*
 * UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, up to U+10FFFF.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdint.h>

#include "base/buf.h"

enum { UTF8_REPLACEMENT = 0xfffd };

/* utf8_next() of what does not begin with ASCII. */
int32_t utf8_next_wide(struct str *s);

/*
 * Takes the first code point off *s; U+FFFD for each maximal ill-formed part (Unicode 3.9, U+FFFD
 * substitution); -1 when *s is empty.
 */
static inline int32_t
utf8_next(struct str *s)
{
	if (!s->n || (unsigned char)*s->p >= 0x80)
		return utf8_next_wide(s);
	s->n--;
	return *s->p++;
}

/* Takes the last code point off *s; -1 when it is empty. */
int32_t utf8_last(struct str *s);

/* Writes cp into out and returns how many bytes, 1-4; U+FFFD for what is no scalar value. */
size_t utf8_put(char out[4], int32_t cp);
void utf8_add(struct buf *b, int32_t cp);

bool utf8_is_valid(struct str s);

/* Appends s with ill-formed parts replaced by U+FFFD; returns whether there were any. */
bool utf8_repair(struct buf *out, struct str s);

/* Code points in s. */
size_t utf8_count(struct str s);

/* The longest prefix of s of at most max bytes that cuts no code point. */
struct str utf8_prefix(struct str s, size_t max);

#endif
