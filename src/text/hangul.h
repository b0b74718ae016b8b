/*
 * Hangul: the keys of the 두벌식 keyboard behind what an input method sent,
 * the other way round, and matching by initial consonants (초성).
 */
#ifndef TEXT_HANGUL_H
#define TEXT_HANGUL_H

#include <stdint.h>

#include "base/buf.h"

/*
 * The Latin keys (at most 5) that were pressed for cp: compatibility, conjoining and halfwidth jamo
 * and syllables. Returns how many; 0 when cp is no Hangul.
 */
size_t hangul_keys(int32_t cp, char keys[8]);

/* Appends s with every Hangul code point replaced by its keys. */
void hangul_decode(struct buf *out, struct str s);

/* Appends what the input method composes from Latin keys: dhvms -> 오픈. */
void hangul_encode(struct buf *out, struct str keys);

/* The initial consonant of a syllable as a compatibility jamo (ㄱ..ㅎ); cp itself when it is one; 0 else. */
int32_t hangul_initial(int32_t cp);

/* Appends s with every syllable replaced by its initial, and ㄳ and its like by the two it is made of. */
void hangul_initials(struct buf *out, struct str s);

/*
 * True when query stands somewhere in text: a jamo consonant matches any syllable that begins with
 * it, an open last syllable any final, Latin in any case, signs in any width; spaces are ignored on both sides.
 */
bool hangul_matches(struct str text, struct str query);

/* The same, and which bytes [*from, *to) of text it is first; blanks may stand before it. */
bool hangul_find(struct str text, struct str query, size_t *from, size_t *to);

/* The same at the start of text only. */
bool hangul_begins(struct str text, struct str query);

#endif
