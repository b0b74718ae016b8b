#include "store/index_places.h"

#include <stdlib.h>

enum {
	BYTE = 8, VALUES = 1 << BYTE,
	PLACE_BITS = INDEX_THREE_BITS, /* of a place, with its piece: there are some millions of places at most */
	PIECE_BITS = 12,               /* of the place in its piece, at most: the pieces of all but the longest texts are near */
};

/* ---- words */

static int
compare(const void *left, const void *right, void *user)
{
	char a[INDEX_TERMS_WORD], b[INDEX_TERMS_WORD];

	return str_cmp(index_terms_word(user, left, a), index_terms_word(user, right, b));
}

/* Of words that begin alike. */
static void
sort_rests(struct index_places *p)
{
	for (size_t from = 0, to; from < p->words.n; from = to) {
		for (to = from + 1; to < p->words.n && p->words.v[to].key == p->words.v[from].key; to++)
			;
		if (to - from > 1)
			qsort_r(p->words.v + from, to - from, sizeof *p->words.v, compare, p->terms);
	}
}

/* By one byte of the keys, the order of words that are alike in it stays. */
static void
sort_by(struct index_places *p, int byte, size_t counts[VALUES])
{
	struct index_terms_slot *room = p->words_room;
	size_t n = 0;

	for (int i = 0; i < VALUES; i++) {
		size_t count = counts[i];

		counts[i] = n;
		n += count;
	}
	for (size_t i = 0; i < n; i++)
		room[counts[p->words.v[i].key >> byte * BYTE & (VALUES - 1)]++] = p->words.v[i];
	p->words_room = p->words.v;
	p->words.v = room;
}

static void
sort_words(struct index_places *p)
{
	for (int byte = 0; byte < INDEX_WORD_KEY; byte++) {
		size_t counts[VALUES] = { 0 };

		for (size_t i = 0; i < p->words.n; i++)
			counts[p->words.v[i].key >> byte * BYTE & (VALUES - 1)]++;
		if (p->words.n && counts[p->words.v[0].key >> byte * BYTE & (VALUES - 1)] < p->words.n)
			sort_by(p, byte, counts);
	}
	sort_rests(p);
}

static void
collect_words(struct index_places *p)
{
	const struct index_terms *t = p->terms;

	if (t->n_terms > p->words.cap) {
		p->words.cap = t->n_terms;
		p->words.v = mem_realloc(p->words.v, t->n_terms, sizeof *p->words.v);
		p->words_room = mem_realloc(p->words_room, t->n_terms, sizeof *p->words_room);
	}
	p->words.n = 0;
	for (size_t i = 0; i < t->n_slots; i++)
		if (t->slots[i].term)
			p->words.v[p->words.n++] = t->slots[i];
}

/* ---- places */

static void
make_room(struct index_places *p)
{
	const struct index_terms *t = p->terms;

	if (t->n_terms > p->n_ends) {
		free(p->ends);
		p->ends = mem_alloc(t->n_terms * sizeof *p->ends);
		p->n_ends = t->n_terms;
	}
	if (t->n_stream > p->n_v) {
		free(p->v);
		p->v = mem_alloc(t->n_stream * INDEX_THREE + INDEX_THREE_MORE);
		p->n_v = t->n_stream;
	}
}

/* Where the places of each word begin, in the order of words. */
static void
count_places(struct index_places *p)
{
	uint32_t n = 0;

	for (size_t i = 0; i < p->words.n; i++) {
		p->ends[p->words.v[i].term - 1] = n;
		n += index_terms_count(&p->words.v[i]);
	}
}

/* So many bits for a place that enough are left for the number of the piece. */
static void
choose_bits(struct index_places *p)
{
	const struct index_terms *t = p->terms;

	p->bits = PIECE_BITS;
	while (p->bits > 1 && t->texts.n + (t->places >> p->bits) >= UINT32_C(1) << (PLACE_BITS - p->bits))
		p->bits--;
}

/* The piece of a text that begins at that place of all; returns where it ends. */
static uint32_t
add_piece(struct index_places *p, const struct index_terms_text *text, uint32_t at)
{
	const uint32_t most = UINT32_C(1) << p->bits, left = text[1].from - at, from = at - text->from;
	const struct index_places_piece piece = { .post = p->terms->posts.v[text->post - 1], .off = ((uint32_t)p->pieces.n << p->bits) - from,
		.column = text->column, .is_taken = text->is_taken, .is_near = !text->is_taken && from + most + INDEX_PLACES_OFF <= INDEX_NUMBER_TWO };

	*vec_add(&p->pieces) = piece;
	return at + (left < most ? left : most);
}

/* Places come in turn: in the list of a word they stand as they come. */
static void
sort_places(struct index_places *p)
{
	const struct index_terms *t = p->terms;
	const struct index_terms_text *text = t->texts.v;
	uint32_t place = 0, end = 0, n = 0;

	choose_bits(p);
	p->pieces.n = 0;
	for (size_t i = 0; i < t->n_stream; i++) {
		const uint32_t word = index_three_get(t->stream + i * INDEX_THREE), is_next = !(word % 2);

		if (place == end && is_next) {
			while (text[1].from <= place)
				text++;
			end = add_piece(p, text, place);
			n = ((uint32_t)(p->pieces.n - 1) << p->bits) - 1;
		}
		place += is_next;
		n += is_next;
		index_three_put(p->v + (size_t)p->ends[word / 2]++ * INDEX_THREE, n);
	}
}

void
index_places_sort(struct index_places *p, struct index_terms *terms)
{
	index_terms_text(terms, 0, false); /* an empty one behind the last */
	p->terms = terms;
	collect_words(p);
	sort_words(p);
	make_room(p);
	count_places(p);
	sort_places(p);
}

/* ---- lists */

struct index_places_list
index_places_list(const struct index_places *p, size_t i)
{
	uint32_t to = p->ends[p->words.v[i].term - 1], from = to - index_terms_count(&p->words.v[i]);

	return (struct index_places_list){ p->v + (size_t)from * INDEX_THREE, p->v + (size_t)to * INDEX_THREE };
}

void
index_places_next(struct index_places *p, struct index_places_list *list, struct index_places_post *ret)
{
	const unsigned char *at = list->at, *end = at;
	const int64_t post = index_places_piece(p, index_three_get(at))->post;
	unsigned char *bytes, *to;
	uint32_t last = 0;
	uint8_t column = 0;

	while (end < list->end && index_places_piece(p, index_three_get(end))->post == post)
		end += INDEX_THREE;
	(void)buf_reserve(&p->bytes, (size_t)(end - at) / INDEX_THREE * INDEX_PLACES_BYTES);
	to = bytes = (unsigned char *)p->bytes.p;
	for (; at < end; at += INDEX_THREE) {
		const uint32_t place = index_three_get(at);
		const struct index_places_piece *piece = index_places_piece(p, place);

		to = index_places_put(to, piece, index_places_at(piece, place), &column, &last);
	}
	ret->post = post;
	ret->is_taken = index_places_piece(p, index_three_get(list->at))->is_taken;
	ret->bytes = str_new((const char *)bytes, (size_t)(to - bytes));
	list->at = end;
}

void
index_places_free(struct index_places *p)
{
	vec_free(&p->words);
	free(p->words_room);
	free(p->ends);
	free(p->v);
	vec_free(&p->pieces);
	buf_free(&p->bytes);
	*p = (struct index_places){ 0 };
}
