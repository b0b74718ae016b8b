/*
 * Character references of HTML ("&nbsp;", "&#44032;", "&#xac00;").
 */
#ifndef TEXT_ENTITY_H
#define TEXT_ENTITY_H

#include <stdint.h>

#include "base/buf.h"

/* What a name without & and ; stands for, in UTF-8; empty when there is no such entity. */
struct str entity_find(struct str name);

/* The code point of a numeric reference, "#44032" or "#xac00", as HTML reads it (128-159 are windows-1252); -1 when it is none, 0 when no character has that number. */
int32_t entity_number(struct str name);

/*
 * Takes one reference off *s, which starts with "&", and appends what it
 * stands for; a numeric one for no character appends nothing. False, and
 * nothing done, when it is none. Without its semicolon only an old name of
 * HTML counts, and not before a letter, a digit or "=".
 */
bool entity_take(struct buf *out, struct str *s);

/* Appends s with all references that are known replaced; others stay as they are. */
void entity_decode(struct buf *out, struct str s);

/* Puts the letters of surrogate pairs in the place of their two references, "&#55357;&#56832;", which HTML reads as two letters that are none. */
void entity_join_halves(struct buf *text);

/* Appends s escaped for XML text and attribute values: & < > " */
void entity_escape(struct buf *out, struct str s);

#endif
