/*
 * The letters of a date as keyboards have them.
 */
#ifndef TEXT_DATE_FOLD_H
#define TEXT_DATE_FOLD_H

#include "base/buf.h"

/* Appends s with full-width letters, dashes, quotes and blanks of every kind as those of ASCII, without what cannot be seen. */
void date_fold(struct buf *out, struct str s);

#endif
