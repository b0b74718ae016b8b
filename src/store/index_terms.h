/*
 * The words of some posts with the places where they stand, in memory: what a
 * part of the search index is made of (store/index_part.h). FTS5 collects them
 * too, but waits for memory at each word; here they are looked up many at once.
 */
#ifndef STORE_INDEX_TERMS_H
#define STORE_INDEX_TERMS_H

#include <stdint.h>

#include "base/buf.h"
#include "base/vec.h"
#include "text/find_token.h"

enum {
	INDEX_TERMS_WORD = 1 + FIND_TOKEN_BYTES, /* with a sign in front */
	INDEX_TERMS_BATCH = 64,
};

/* A word and the list of its places, as far as it has come. */
struct index_term {
	uint64_t key;              /* its first eight bytes, as a number that sorts as they do */
	uint32_t rest;             /* where those behind stand */
	uint8_t n, column, step;   /* its bytes; the last column; how often the pieces of the list have grown */
	uint32_t first, at, end;   /* the list: where it begins, goes on and has to go elsewhere */
	uint32_t post, place;      /* the last ones; posts count from 1 */
};

/* One that is still to be looked up. */
struct index_terms_next {
	uint64_t key;
	uint32_t place, slot, term;
	uint8_t n, column;
	bool is_taken;
	char rest[INDEX_TERMS_WORD - sizeof(uint64_t)];
};

/* A word in the order of words. */
struct index_terms_rank {
	uint64_t key;
	uint32_t term;
};

/* Zero-initialise. */
struct index_terms {
	vec(struct index_term) v;
	vec(struct index_terms_rank) ranks; /* once they are sorted */
	vec(int64_t) posts;
	uint32_t *slots;           /* 1 + the number of a word, 0 for none */
	size_t n_slots;
	struct buf rests, lists;
	struct index_terms_next next[INDEX_TERMS_BATCH];
	size_t n_next;
	uint64_t seed, factor;
};

/* What follows is of this post. Numbers rise. */
void index_terms_post(struct index_terms *t, int64_t post);

/* A word at a place of a column, both rising within a post. */
void index_terms_add(struct index_terms *t, int column, uint32_t place, struct str word);

/* A word that the post had and the index has: before any that are added. */
void index_terms_take(struct index_terms *t, struct str word);

/* The bytes that it holds, about. */
size_t index_terms_bytes(const struct index_terms *t);

/* No more come: puts the words in order, by their bytes. */
void index_terms_sort(struct index_terms *t);

/* The word that comes at i in order: its bytes, in room. */
struct str index_terms_word(const struct index_terms *t, size_t i, char room[INDEX_TERMS_WORD]);

/* Its list, in room, taken apart by index_terms_next_post(). */
struct str index_terms_list(const struct index_terms *t, size_t i, struct buf *room);

/* A post of a list: its places as FTS5 writes them. */
struct index_terms_places {
	uint32_t at;      /* of the post among the posts, counted from 1; 0 before the first */
	bool is_taken;    /* the index had it before */
	struct str bytes;
};

/* The next post of a list; false at the end. */
bool index_terms_next_post(struct str *list, struct index_terms_places *places);

/* Forgets the posts and their words and keeps the memory. */
void index_terms_clear(struct index_terms *t);
void index_terms_free(struct index_terms *t);

#endif
