/*
 * Character references of HTML ("&nbsp;", "&#44032;", "&#xac00;").
 */
#ifndef TEXT_ENTITY_H
#define TEXT_ENTITY_H

#include "base/buf.h"

/* What a name without & and ; stands for, in UTF-8; empty when there is no such entity. */
struct str entity_find(struct str name);

/* Appends s with all references that are known replaced; others stay as they are. */
void entity_decode(struct buf *out, struct str s);

/* Appends s escaped for XML text and attribute values: & < > " */
void entity_escape(struct buf *out, struct str s);

#endif
