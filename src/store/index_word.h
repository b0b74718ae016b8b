/*
 * A word as it comes into the search index, from index_tokenizer.h to
 * index_terms.h: as a number, which nearly all of them fit in.
 */
#ifndef STORE_INDEX_WORD_H
#define STORE_INDEX_WORD_H

#include <endian.h>
#include <stdint.h>

#include "base/str.h"

enum { INDEX_WORD_KEY = sizeof(uint64_t) };

struct index_word {
	uint64_t key;      /* its first eight bytes: numbers sort as words do */
	const char *bytes; /* all of them, where they are more than that */
	uint8_t n;
	bool is_also;      /* stands at the place of the word before */
};

/* Up to eight bytes as a number. */
static inline uint64_t
index_word_key(const char *p, size_t n)
{
	uint64_t key = 0;

	memcpy(&key, p, n < INDEX_WORD_KEY ? n : INDEX_WORD_KEY);
	return be64toh(key);
}

/* The same of one to eight bytes where eight can be read. */
static inline uint64_t
index_word_key_in(const char *p, size_t n)
{
	int rest = (int)(INDEX_WORD_KEY - n) * 8;
	uint64_t key;

	memcpy(&key, p, sizeof key);
	return be64toh(key) >> rest << rest;
}

/* Its bytes, in room where they are few. */
static inline struct str
index_word_text(const struct index_word *word, char room[INDEX_WORD_KEY])
{
	uint64_t bytes = htobe64(word->key);

	memcpy(room, &bytes, sizeof bytes);
	return str_new(word->n > INDEX_WORD_KEY ? word->bytes : room, word->n);
}

#endif
