#include "store/index_part.h"

#include "store/index_number.h"

enum {
	NEAR = INDEX_NUMBER_BYTES + 5, /* bytes of a near place, with what stands before it, at most */
	FEW = 0x80 / 2,                /* from here on the bytes of places have a size of more than a byte */
};

static inline const struct index_places_piece *
piece_at(const struct index_places *places, const unsigned char *at)
{
	return index_places_piece(places, index_three_get(at));
}

static int64_t
number_len(uint64_t n)
{
	unsigned char room[INDEX_NUMBER_BYTES];

	return (int64_t)index_number_put(room, n);
}

/*
 * As index_page_post() the posts of the list that come next and are near, behind a word or another post, while there is room. Which place is
 * of a post of its own nobody can foretell: the same steps are taken for all, and what is not to stand there is written over. What
 * they go by are copies: the bytes that are written could be any of the rest.
 */
static void
put_near(struct index_page *part, const struct index_places *all, struct index_places_list *list)
{
	const struct index_places places = *all;
	const unsigned char *at = list->at, *end = list->end;
	unsigned char *to = part->bytes + part->n, *full = to + index_page_room(part) - NEAR;
	int64_t post = part->post, n = 0; /* bytes of its places */
	uint32_t last = 0, column = 0;

	for (; at < end; at += INDEX_THREE) {
		const uint32_t number = index_three_get(at);
		const struct index_places_piece *piece = index_places_piece(&places, number);
		const uint32_t place = index_places_at(piece, number);
		uint64_t from = (uint64_t)(piece->post - post);
		const int64_t is_same = (int64_t)(from - 1) >> 63;
		int64_t is_two;
		uint16_t bytes;

		if (!piece->is_near || to >= full)
			break;
		post = piece->post;
		if (from >= INDEX_NUMBER_ONE) {
			to += index_number_put(to, from) - 1;
			from = *to;
		}
		*to = (unsigned char)from;
		to += 2 + 2 * is_same;
		n &= is_same;
		last &= (uint32_t)is_same;
		column &= (uint32_t)is_same;
		if (piece->column != column) {
			*to++ = INDEX_PLACES_COLUMN;
			*to++ = (unsigned char)(column = piece->column);
			last = 0;
			n += 2;
		}
		bytes = htole16(index_number_short(place - last + INDEX_PLACES_OFF, &is_two));
		memcpy(to, &bytes, sizeof bytes);
		last = place;
		to += 1 - is_two;
		n += 1 - is_two;
		if (n >= FEW)
			break;
		to[-n - 1] = (unsigned char)(n * 2);
	}
	if (at < end && piece_at(&places, at)->post == post) { /* it goes on: all of it is taken back */
		while (at > list->at && piece_at(&places, at - INDEX_THREE)->post == post)
			at -= INDEX_THREE;
		to -= n + 1 + number_len((uint64_t)(post - (at > list->at ? piece_at(&places, at - INDEX_THREE)->post : part->post)));
	}
	if (at > list->at)
		part->post = piece_at(&places, at - INDEX_THREE)->post;
	part->n = (size_t)(to - part->bytes);
	list->at = at;
}

static int
put_list(struct index_page *part, struct index_places *places, size_t i, struct err *err)
{
	struct index_places_list list = index_places_list(places, i);
	struct index_places_post post;

	while (list.at < list.end) {
		if (part->has_post && index_page_room(part) > NEAR)
			put_near(part, places, &list);
		if (list.at == list.end)
			break;
		index_places_next(places, &list, &post);
		if (index_page_post(part, post.post, post.bytes, post.is_taken, err) < 0)
			return -1;
	}
	return 0;
}

static int
put_all(struct index_page *part, struct index_places *places, struct err *err)
{
	char bytes[INDEX_PAGE_WORD] = { INDEX_PAGE_SIGN };
	int rc = 0;

	for (size_t i = 0; i < places->words.n && !rc; i++) {
		struct str word = index_terms_word(places->terms, &places->words.v[i], bytes + 1);

		rc = index_page_word(part, str_new(bytes, 1 + word.n), err);
		if (!rc)
			rc = put_list(part, places, i, err);
	}
	return rc;
}

int
index_part_write(const struct index_page_into *into, int64_t id, struct index_places *places, int64_t *pages, struct err *err)
{
	struct index_page part;

	index_page_begin(&part, into, id);
	return index_page_end(&part, put_all(&part, places, err), pages, err);
}
