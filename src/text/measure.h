/*
 * What a text measures, all of it in one pass: how wide it is, how long it
 * takes to read, in which script it is, and whether it needs a closer look.
 */
#ifndef TEXT_MEASURE_H
#define TEXT_MEASURE_H

#include <stdint.h>

#include "base/str.h"

struct measure {
	uint32_t letters;   /* code points that are no ASCII white space */
	uint32_t cells;     /* half-widths: 2 for Hangul and the like, else 1. Unlike text/width.h it does not depend on the terminal */
	uint32_t syllables; /* of Hangul, and signs of other scripts without alphabet */
	uint32_t words;     /* runs of other letters and digits */
	uint32_t hangul, kana, han, latin; /* code points of these scripts */
	bool is_plain;      /* nothing but plain text (text/plain.h) and line ends */
};

/* Of an empty text. */
#define MEASURE_NONE ((struct measure){ .is_plain = true })

struct measure measure_text(struct str text);

/* Whether a text of n bytes, which measures that, is ASCII and Hangul syllables alone. */
static inline bool
measure_is_simple(const struct measure *m, size_t n)
{
	return n == (size_t)m->cells + m->hangul;
}

/* Adds that of another text. */
void measure_add(struct measure *m, const struct measure *other);

#endif
