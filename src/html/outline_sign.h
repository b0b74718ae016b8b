/*
 * What the outline knows of signs: what leads a line, what stands around it.
 */
#ifndef HTML_OUTLINE_SIGN_H
#define HTML_OUTLINE_SIGN_H

#include <stdint.h>

#include "base/str.h"

bool outline_sign_is_emoji(int32_t cp);

/* Hangul, Han, Kana, Latin, Greek or Cyrillic. */
bool outline_sign_is_letter(int32_t cp);

bool outline_sign_has_hangul(struct str text);

/* Half-widths of text (text/measure.h). */
int outline_sign_cells(struct str text);

/*
 * The letters and digits of text in lower case, for comparing titles, to key, room for size bytes.
 * Returns how many bytes, or size + 1 where there are more; no key is longer than its text.
 */
size_t outline_sign_key(char *key, size_t size, struct str text);

/* Led by a bullet; the sign (■, ▶ …) that leads it, 0 for none. */
bool outline_sign_is_bullet(struct str text);
int32_t outline_sign_symbol(struct str text);

/* The bracket ([, 【, < …) that stands around the whole line, 0 for none. */
int32_t outline_sign_bracket(struct str text);

/* A quotation, or an example ("ex) …"). */
bool outline_sign_is_quotation(struct str text);

/* A line of a program by its signs; a name as programs have them ("maxLifetime", "min-idle"); the name of a file: "main.c". */
bool outline_sign_is_statement(struct str text);
bool outline_sign_is_identifier(struct str text);
bool outline_sign_is_file(struct str text);

/* "name: value" or "name = value". */
bool outline_sign_is_pair(struct str text);

#endif
