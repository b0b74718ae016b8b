/*
 * A guess at the charset of bytes that no label names, that are not UTF-8 and
 * show no sign of Korean or Japanese.
 */
#ifndef TEXT_CHARSET_GUESS_OTHER_H
#define TEXT_CHARSET_GUESS_OTHER_H

#include "base/str.h"

/* One of our names for a Chinese, Cyrillic, Greek, Hebrew or Thai charset; NULL when the bytes look like none. */
const char *charset_guess_other(struct str bytes);

#endif
