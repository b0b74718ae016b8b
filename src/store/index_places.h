/*
 * The words of index_terms.h in the order of their bytes, each with its posts
 * and its places in them, as FTS5 writes them.
 */
#ifndef STORE_INDEX_PLACES_H
#define STORE_INDEX_PLACES_H

#include "store/index_number.h"
#include "store/index_terms.h"

/* FTS5's: what stands before a column that is not the first, and what is added to each place. */
enum { INDEX_PLACES_COLUMN = 1, INDEX_PLACES_OFF = 2, INDEX_PLACES_ONCE = 2 + INDEX_NUMBER_BYTES };

/* Places of one text that stand behind one another: all of them, but where they are more than a number below has room for. */
struct index_places_piece {
	uint32_t post, from; /* counted from 1; the first place in the text */
	uint8_t column;
	bool is_taken;
};

/* Zero-initialise; sorted again and again, free with index_places_free(). */
struct index_places {
	struct index_terms *terms;              /* those that were sorted last */
	vec(struct index_terms_slot) words;     /* in order */
	struct index_terms_slot *words_room;
	uint32_t *ends;                         /* of each word by its number: where its places end */
	uint32_t *v;                            /* all places, those of one word after those of the next: the piece, then the place in it */
	size_t n_ends, n_v;
	vec(struct index_places_piece) pieces;
	int bits;                               /* of the place in the piece */
	struct buf bytes;
};

/* No more words come to the terms, which must stay as they are. */
void index_places_sort(struct index_places *p, struct index_terms *terms);

/* What is left of the list of a word. */
struct index_places_list {
	const uint32_t *at, *end;
};

/* The list of the word that comes at i in order. */
struct index_places_list index_places_list(struct index_places *p, size_t i);

/* The piece that a place of a list stands in. */
static inline const struct index_places_piece *
index_places_piece(const struct index_places *p, uint32_t place)
{
	return &p->pieces.v[place >> p->bits];
}

/* Whether the word stands in the next post of the list once, in that piece: so it does in nearly all posts. */
static inline bool
index_places_is_once(const struct index_places *p, const struct index_places_list *list, const struct index_places_piece *piece)
{
	return list->at + 1 == list->end || index_places_piece(p, list->at[1])->post != piece->post;
}

/* Writes that place as FTS5 does, INDEX_PLACES_ONCE bytes at most, and returns how many. */
static inline size_t
index_places_put_once(const struct index_places *p, unsigned char *to, uint32_t place, const struct index_places_piece *piece)
{
	uint64_t n = piece->from + (place & ((UINT32_C(1) << p->bits) - 1)) + INDEX_PLACES_OFF;

	if (piece->is_taken)
		return 0;
	if (!piece->column)
		return index_number_put(to, n);
	to[0] = INDEX_PLACES_COLUMN;
	to[1] = piece->column;
	return 2 + index_number_put(to + 2, n);
}

/* A post of a list. */
struct index_places_post {
	int64_t post;
	bool is_taken;    /* the index had the word before */
	struct str bytes; /* its places as FTS5 writes them; valid until the next */
};

/* The next post of the list, of which there is one. */
void index_places_next(struct index_places *p, struct index_places_list *list, struct index_places_post *ret);

void index_places_free(struct index_places *p);

#endif
