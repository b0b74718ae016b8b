/*
 * What the bytes themselves tell of their charset.
 */
#ifndef TEXT_CHARSET_GUESS_H
#define TEXT_CHARSET_GUESS_H

#include "base/str.h"

/* The charset that byte order marks, NULs or escape sequences prove ("ebcdic": one of those), or NULL. */
const char *charset_guess_form(struct str bytes);

/* Of bytes that are not valid UTF-8: "utf-8" when nearly all are, one of East Asia when they look like it, else NULL. */
const char *charset_guess(struct str bytes);

bool charset_guess_is_ascii(struct str bytes);

/* Whether a syllable of Hangul in UTF-8 is among the bytes. */
bool charset_guess_has_hangul(struct str bytes);

#endif
