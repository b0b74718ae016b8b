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

/* Where of the n words, none of which has fewer bytes than the one before, those of so many bytes begin; n where all have fewer. */
static inline size_t
words_place(const struct str *words, size_t n, size_t bytes)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (words[mid].n < bytes)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Whether s is one of them. */
static inline bool
words_have(const struct str *words, size_t n, struct str s)
{
	if (!n || s.n < words[0].n || s.n > words[n - 1].n) /* as most texts are longer */
		return false;
	for (size_t i = words_place(words, n, s.n); i < n && words[i].n == s.n; i++)
		if (str_has_head(s, words[i]))
			return true;
	return false;
}

#endif
