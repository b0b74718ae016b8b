#include "store/index_places.h"

#include <stdlib.h>

#include "store/index_number.h"

enum {
	BYTE = 8, VALUES = 1 << BYTE,
	BLOCK_BITS = 6,                 /* places of a block */
	COLUMN_SIGN = 1, PLACE_OFF = 2, /* FTS5's */
	PLACE_BYTES = 8,                /* of a place at most, with a column in front */
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

/* At least n numbers. */
static void
make_room(uint32_t **v, size_t *n_room, size_t n)
{
	if (n <= *n_room)
		return;
	free(*v);
	*v = mem_alloc(n * sizeof **v);
	*n_room = n;
}

/* Places come in turn: in the list of a word they stand as they come. */
static void
sort_places(struct index_places *p)
{
	const struct index_terms *t = p->terms;
	uint32_t n = 0, place = UINT32_MAX;

	make_room(&p->ends, &p->n_ends, t->n_terms);
	make_room(&p->v, &p->n_v, t->stream.n);
	memset(p->ends, 0, t->n_terms * sizeof *p->ends);
	for (size_t i = 0; i < t->stream.n; i++)
		p->ends[t->stream.v[i] / 2]++;
	for (size_t i = 0; i < p->words.n; i++) {
		uint32_t *end = &p->ends[p->words.v[i].term - 1], count = *end;

		*end = n;
		n += count;
	}
	for (size_t i = 0; i < t->stream.n; i++) {
		place += !(t->stream.v[i] % 2);
		p->v[p->ends[t->stream.v[i] / 2]++] = place;
	}
}

static void
mark_blocks(struct index_places *p)
{
	const struct index_terms *t = p->terms;
	uint32_t text = 0, n = (t->places >> BLOCK_BITS) + 1;

	make_room(&p->blocks, &p->n_blocks, n);
	for (uint32_t i = 0; i < n; i++) {
		while (text + 1 < t->texts.n && t->texts.v[text + 1].from <= i << BLOCK_BITS)
			text++;
		p->blocks[i] = text;
	}
}

void
index_places_sort(struct index_places *p, struct index_terms *terms)
{
	index_terms_text(terms, 0, false); /* an empty one behind the last */
	p->terms = terms;
	collect_words(p);
	sort_words(p);
	sort_places(p);
	mark_blocks(p);
}

/* ---- lists */

struct index_places_list
index_places_list(struct index_places *p, size_t i)
{
	uint32_t from = i ? p->ends[p->words.v[i - 1].term - 1] : 0, to = p->ends[p->words.v[i].term - 1];

	(void)buf_reserve(&p->bytes, (size_t)(to - from) * PLACE_BYTES + PLACE_BYTES);
	return (struct index_places_list){ p->v + from, p->v + to, 0 };
}

/* The text that a place stands in, which is that of the list or comes behind it. */
static const struct index_terms_text *
text_of(const struct index_places *p, struct index_places_list *list, uint32_t place)
{
	const struct index_terms_text *texts = p->terms->texts.v;

	if (texts[list->text + 1].from <= place && p->blocks[place >> BLOCK_BITS] > list->text)
		list->text = p->blocks[place >> BLOCK_BITS];
	while (texts[list->text + 1].from <= place)
		list->text++;
	return &texts[list->text];
}

bool
index_places_next(struct index_places *p, struct index_places_list *list, struct index_places_post *ret)
{
	unsigned char *bytes = (unsigned char *)p->bytes.p, *to = bytes;
	const struct index_terms_text *text;
	uint32_t post, column = 0, last = 0;

	if (list->at == list->end)
		return false;
	text = text_of(p, list, *list->at);
	post = text->post;
	ret->post = p->terms->posts.v[post - 1];
	ret->is_taken = text->is_taken;
	while (text->post == post) {
		if (!text->is_taken) {
			if (text->column != column) {
				*to++ = COLUMN_SIGN;
				*to++ = text->column;
				column = text->column;
				last = 0;
			}
			to += index_number_put(to, *list->at - text->from - last + PLACE_OFF);
			last = *list->at - text->from;
		}
		if (++list->at == list->end)
			break;
		text = text_of(p, list, *list->at);
	}
	ret->bytes = str_new((const char *)bytes, (size_t)(to - bytes));
	return true;
}

void
index_places_free(struct index_places *p)
{
	vec_free(&p->words);
	free(p->words_room);
	free(p->ends);
	free(p->v);
	free(p->blocks);
	buf_free(&p->bytes);
	*p = (struct index_places){ 0 };
}
