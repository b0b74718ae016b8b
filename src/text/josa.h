/*
 * Korean particles that depend on the word before them.
 */
#ifndef TEXT_JOSA_H
#define TEXT_JOSA_H

#include "base/buf.h"

/*
 * The one of "을/를" (after a final consonant / after none), "으로/로" and so on that fits behind word;
 * both in the form 을(를) when it cannot be known.
 */
void josa_pick(struct buf *out, struct str word, struct str pair);

/* Appends line with every {을/를} replaced by what fits behind the text before it. */
void josa_apply(struct buf *out, struct str line);

#endif
