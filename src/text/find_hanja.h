/*
 * The Han characters that Korean headlines write for words, with how they are
 * read.
 */
#ifndef TEXT_FIND_HANJA_H
#define TEXT_FIND_HANJA_H

#include <stdint.h>

struct find_hanja {
	const char *sign;
	const char *sound; /* its own syllable: 한 */
	const char *word;  /* what it stands for by itself, 2 to 4 syllables: 한국; "" where that is the syllable */
};

/* NULL for one that is not among them. */
const struct find_hanja *find_hanja(int32_t cp);

#endif
