/*
 * The words of some posts with the places where they stand, in memory: what a
 * part of the search index is made of (store/index_part.h). FTS5 collects them
 * too, but waits for memory at each word; here each word becomes a number in
 * turn, many at once, and in the end all places are put in order by the words
 * they are of (store/index_places.h).
 */
#ifndef STORE_INDEX_TERMS_H
#define STORE_INDEX_TERMS_H

#include "base/buf.h"
#include "base/vec.h"
#include "store/index_three.h"
#include "store/index_word.h"
#include "text/find_token.h"

enum {
	INDEX_TERMS_WORD = 1 + FIND_TOKEN_BYTES, /* with a sign in front */
	INDEX_TERMS_BATCH = 64,                  /* words that are looked up at once */
};

/* A slot of the table of words: the word and its number, counted from 1; 0 for none. */
struct index_terms_slot {
	uint64_t key;
	uint32_t term;
	uint32_t sums; /* its bytes, and INDEX_TERMS_ONCE for each time that it stands in the stream: in two texts of LIMIT_RECORD there is room */
};

enum { INDEX_TERMS_ONCE = 1 << 8 };

static inline size_t
index_terms_bytes(const struct index_terms_slot *slot)
{
	return slot->sums % INDEX_TERMS_ONCE;
}

static inline uint32_t
index_terms_count(const struct index_terms_slot *slot)
{
	return slot->sums / INDEX_TERMS_ONCE;
}

/* A text of a post: from which place on, counted through all of them. */
struct index_terms_text {
	uint32_t from;
	uint32_t post; /* counted from 1 */
	uint8_t column;
	bool is_taken;
};

/* Zero-initialise. */
struct index_terms {
	struct index_terms_slot *slots;
	size_t n_slots, n_terms;
	int shift;                 /* a slot is what is left of a hash */
	struct index_terms_slot *batch[INDEX_TERMS_BATCH]; /* where words that are looked up may stand */
	vec(uint32_t) rests;       /* where the bytes of each word stand in long_words, if they are more than eight */
	struct buf long_words;
	unsigned char *stream;     /* the words in turn, INDEX_THREE bytes each: twice the number counted from 0, and 1 for the place of the one before */
	size_t n_stream, n_stream_room; /* words of it */
	vec(struct index_terms_text) texts;
	vec(int64_t) posts;
	uint32_t places;           /* so far */
	uint64_t seed, factor;
};

/* What follows is of this post. Numbers rise. */
void index_terms_post(struct index_terms *t, int64_t post);

/* What follows is of this column, which rises within a post; or was what the post had and the index has, before any that is added. */
void index_terms_text(struct index_terms *t, int column, bool is_taken);

/* Words of the text in turn, of which only the last may be longer than its key; one that is not also stands at the next place. */
void index_terms_add(struct index_terms *t, const struct index_word *words, size_t n);

/* The bytes of a word, in room. */
struct str index_terms_word(const struct index_terms *t, const struct index_terms_slot *slot, char room[INDEX_TERMS_WORD]);

/* Forgets the posts and their words and keeps the memory. */
void index_terms_clear(struct index_terms *t);
void index_terms_free(struct index_terms *t);

#endif
