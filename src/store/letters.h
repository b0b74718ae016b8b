/*
 * The letters of a text, for comparing texts: without markup, blanks, marks,
 * case and counters ("조회 123"), which differ between two copies of one text.
 */
#ifndef STORE_LETTERS_H
#define STORE_LETTERS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Zero-initialise; may be filled again and again. */
struct letters {
	uint32_t *v; /* code points */
	size_t n, cap;
};

/* The first max letters and digits of clean XHTML or plain text, in place of what was there. */
void letters_fold(struct letters *l, struct str text, size_t max);

bool letters_eq(const struct letters *a, const struct letters *b);
void letters_free(struct letters *l);

#endif
