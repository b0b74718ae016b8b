/*
 * UTF-8 as RFC 3629 has it: no surrogates, no overlong forms, up to U+10FFFF.
 */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdint.h>

#include "base/buf.h"

enum { UTF8_REPLACEMENT = 0xfffd };

/* utf8_next() of what is neither ASCII nor a well-formed sequence of three bytes. */
int32_t utf8_next_other(struct str *s);

/* The code point of the three bytes at text, -1 where they are no sequence: nearly all Korean is. */
static inline int32_t
utf8_three(const char *text)
{
	const unsigned char *p = (const unsigned char *)text;
	int32_t cp = (p[0] & 0xf) << 12 | (p[1] & 0x3f) << 6 | (p[2] & 0x3f);
	bool is_sequence = (p[0] & 0xf0) == 0xe0 && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;

	return is_sequence && cp >= 0x800 && (cp & 0xf800) != 0xd800 ? cp : -1;
}

/*
 * Takes the first code point off *s; U+FFFD for each maximal ill-formed part (Unicode 3.9, U+FFFD
 * substitution); -1 when *s is empty.
 */
static inline int32_t
utf8_next(struct str *s)
{
	int32_t cp;

	if (s->n && (unsigned char)*s->p < 0x80) {
		s->n--;
		return *s->p++;
	}
	if (s->n < 3 || (cp = utf8_three(s->p)) < 0)
		return utf8_next_other(s);
	s->n -= 3;
	s->p += 3;
	return cp;
}

/* Takes the last code point off *s; -1 when it is empty. */
int32_t utf8_last(struct str *s);

/* Writes cp into out and returns how many bytes, 1-4; U+FFFD for what is no scalar value. */
size_t utf8_put(char out[4], int32_t cp);
void utf8_add(struct buf *b, int32_t cp);

bool utf8_is_valid(struct str s);

/* Appends s with ill-formed parts replaced by U+FFFD; returns whether there were any. */
bool utf8_repair(struct buf *out, struct str s);

/* Code points in s; those of them that are no ASCII white space, in valid UTF-8. */
size_t utf8_count(struct str s);
size_t utf8_letters(struct str s);

/* Bytes at the start of s that are ASCII. */
size_t utf8_ascii(struct str s);

/* The longest prefix of s of at most max bytes that cuts no code point. */
struct str utf8_prefix(struct str s, size_t max);

#endif
