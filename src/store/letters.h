/*
 * The letters of a text, for comparing texts: without markup, blanks, marks,
 * case and counters ("조회 123"), which differ between two copies of one text.
 */
#ifndef STORE_LETTERS_H
#define STORE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { LETTERS_NUMBER = 0x200000 }; /* codes from here on are numbers */

/* Zero-initialise; may be filled again and again. */
struct letters {
	uint32_t *v; /* code points */
	size_t n, cap;
};

/* The first max letters and digits of clean XHTML or plain text, in place of what was there. */
void letters_fold(struct letters *l, struct str text, size_t max);

/*
 * The same of a title. Each number is one code, beyond LETTERS_NUMBER: that
 * "1.10" is not "11.0", and "②" is "2" as "Ⅱ" and "II" are; "+" and "#" stand for
 * themselves, and no number is a counter.
 */
void letters_fold_title(struct letters *l, struct str title, size_t max);

bool letters_eq(const struct letters *a, const struct letters *b);
void letters_free(struct letters *l);

#endif
