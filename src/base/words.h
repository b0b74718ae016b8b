/*
 * Tables of words that are looked for as they stand, in order of their bytes:
 * how many a text has tells most of them.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/str.h"

/* Whether s is this word, which has a letter at least: one of two is told by its ends. */
static inline bool
words_is(struct str s, struct str word)
{
	return s.n == word.n && s.p[0] == word.p[0] && s.p[s.n - 1] == word.p[s.n - 1] && (s.n <= 2 || !memcmp(s.p + 1, word.p + 1, s.n - 2));
}

/* Whether s is one of the n words, none of which has fewer bytes than the one before. */
static inline bool
words_have(const struct str *words, size_t n, struct str s)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (words[mid].n < s.n)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < n && words[low].n == s.n; low++)
		if (str_has_head(s, words[low]))
			return true;
	return false;
}

#endif
