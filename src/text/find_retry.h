/*
 * Other ways to write a word of a query that found nothing.
 */
#ifndef TEXT_FIND_RETRY_H
#define TEXT_FIND_RETRY_H

#include "base/buf.h"

/* Each appends the other way to out and returns true, or appends nothing. word is valid UTF-8. */

/* Without the particle (조사) at its end, the longest there is: 쿠버네티스에서는 -> 쿠버네티스. Two letters stay at least. */
bool find_retry_particle(struct buf *out, struct str word);

/* As typed with the other layout of the keyboard: dhvms -> 오픈, ㅔㅛ쇄ㅜ -> python. Only what can be a word comes out. */
bool find_retry_layout(struct buf *out, struct str word);

/* As it is, when its last syllable may still get a final: 오프, and then 오픈. */
bool find_retry_typed(struct buf *out, struct str word);

/* In parts, where the script of programmers joins words: GPT4 -> GPT 4, OpenSource -> Open Source. */
bool find_retry_apart(struct buf *out, struct str word);

#endif
