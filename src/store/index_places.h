/*
 * The words of index_terms.h in the order of their bytes, each with its posts
 * and its places in them, as FTS5 writes them.
 */
#ifndef STORE_INDEX_PLACES_H
#define STORE_INDEX_PLACES_H

#include "store/index_number.h"
#include "store/index_terms.h"

/* FTS5's: what stands before a column that is not the first, and what is added to each place. */
enum { INDEX_PLACES_COLUMN = 1, INDEX_PLACES_OFF = 2, INDEX_PLACES_BYTES = 8 /* of a place at most, with a column in front */ };

/* Places of one text that stand behind one another: all of them, but where they are more than a number below has room for. */
struct index_places_piece {
	int64_t post;
	uint32_t off; /* by how much a number of a list is more than the place in the text that it stands for */
	uint8_t column;
	bool is_taken;
	bool is_near; /* not that, and each place has two bytes at most, as FTS5 writes it */
};

/* Zero-initialise; sorted again and again, free with index_places_free(). */
struct index_places {
	struct index_terms *terms;              /* those that were sorted last */
	vec(struct index_terms_slot) words;     /* in order */
	struct index_terms_slot *words_room;
	uint32_t *ends;                         /* of each word by its number: where its places end */
	unsigned char *v;                       /* all places, INDEX_THREE bytes each, those of one word after those of the next: the piece, then the place in it */
	size_t n_ends, n_v;
	vec(struct index_places_piece) pieces;
	int bits;                               /* of the place in the piece */
	struct buf bytes;
};

/* No more words come to the terms, which must stay as they are. */
void index_places_sort(struct index_places *p, struct index_terms *terms);

/* What is left of the list of a word. */
struct index_places_list {
	const unsigned char *at, *end; /* a place is INDEX_THREE bytes */
};

/* The list of the word that comes at i in order. */
struct index_places_list index_places_list(const struct index_places *p, size_t i);

/* The piece that a place of a list stands in. */
static inline const struct index_places_piece *
index_places_piece(const struct index_places *p, uint32_t place)
{
	return &p->pieces.v[place >> p->bits];
}

/* The place that a number of a list stands for in its text. */
static inline uint32_t
index_places_at(const struct index_places_piece *piece, uint32_t place)
{
	return place - piece->off;
}

/* Writes a place as FTS5 does, unless the index had it; returns where it ends. *column and *last: of the place before, at first 0. */
static inline unsigned char *
index_places_put(unsigned char *to, const struct index_places_piece *piece, uint32_t place, uint8_t *column, uint32_t *last)
{
	if (piece->is_taken)
		return to;
	if (piece->column != *column) {
		*to++ = INDEX_PLACES_COLUMN;
		*to++ = *column = piece->column;
		*last = 0;
	}
	to += index_number_put(to, place - *last + INDEX_PLACES_OFF);
	*last = place;
	return to;
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
