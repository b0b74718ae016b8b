#include "store/index_terms.h"

#include <endian.h>
#include <sqlite3.h>

#include "store/index_number.h"

/*
 * A list lies in pieces, every second one twice as long as those before, which
 * end with where the next one begins. In it a post is twice how many posts it stands
 * behind the one before, and 1 when it is taken; then its places; then 0, unless it is the last.
 */
enum {
	KEY_BYTES = sizeof(uint64_t),
	LINK = sizeof(uint32_t),
	PIECE = 16, PIECE_STEPS = 16, /* bytes of the first, and how often they grow */
	SLOTS = 1 << 12,
	COLUMN_SIGN = 1, PLACE_OFF = 2,    /* FTS5's */
};

/* ---- lists */

static uint32_t
piece_bytes(uint8_t step)
{
	return (uint32_t)PIECE << step / 2;
}

static uint32_t
new_piece(struct index_terms *t, struct index_term *term)
{
	size_t n = piece_bytes(term->step);
	uint32_t at = (uint32_t)t->lists.n;

	(void)buf_reserve(&t->lists, n);
	t->lists.n += n;
	term->at = at;
	term->end = (uint32_t)(t->lists.n - LINK);
	return at;
}

static void
go_on(struct index_terms *t, struct index_term *term)
{
	uint32_t end = term->end, at;

	term->step += term->step < PIECE_STEPS;
	at = new_piece(t, term);
	memcpy(t->lists.p + end, &at, LINK);
}

static void
put(struct index_terms *t, struct index_term *term, uint32_t n)
{
	unsigned char bytes[INDEX_NUMBER_BYTES];
	size_t len;

	if (n < 0x80 && term->at < term->end) {
		t->lists.p[term->at++] = (char)n;
		return;
	}
	len = index_number_put(bytes, n);
	for (size_t i = 0; i < len; i++) {
		if (term->at == term->end)
			go_on(t, term);
		t->lists.p[term->at++] = (char)bytes[i];
	}
}

static void
put_post(struct index_terms *t, struct index_term *term, bool is_taken)
{
	uint32_t post = (uint32_t)t->posts.n;

	if (term->post)
		put(t, term, 0);
	put(t, term, (post - term->post) * 2 + is_taken);
	term->post = post;
	term->column = 0;
	term->place = 0;
}

static void
put_place(struct index_terms *t, const struct index_terms_next *next)
{
	struct index_term *term = &t->v.v[next->term];

	if (term->post != t->posts.n)
		put_post(t, term, next->is_taken);
	if (next->is_taken)
		return;
	if (term->column != next->column) {
		put(t, term, COLUMN_SIGN);
		put(t, term, next->column);
		term->column = next->column;
		term->place = 0;
	}
	put(t, term, next->place - term->place + PLACE_OFF);
	term->place = next->place;
}

/* ---- words */

static size_t
rest_of(const struct index_terms_next *next)
{
	return next->n > KEY_BYTES ? next->n - KEY_BYTES : 0;
}

/* Words come from strangers: the seed keeps them from choosing what meets in one slot. */
static uint32_t
slot_of(const struct index_terms *t, uint64_t key, const char *rest, size_t n_rest)
{
	uint64_t h = (key ^ t->seed) * t->factor;

	for (size_t i = 0; i < n_rest; i++) {
		h = (h ^ (unsigned char)rest[i]) * t->factor;
		h ^= h >> 29;
	}
	return (uint32_t)((h ^ h >> 32) & (t->n_slots - 1));
}

static bool
is_same(const struct index_terms *t, const struct index_term *term, const struct index_terms_next *next)
{
	return term->key == next->key && term->n == next->n &&
	    (next->n <= KEY_BYTES || !memcmp(t->rests.p + term->rest, next->rest, rest_of(next)));
}

static uint32_t
add_word(struct index_terms *t, const struct index_terms_next *next)
{
	struct index_term *term = vec_add(&t->v);

	*term = (struct index_term){ .key = next->key, .n = next->n, .rest = (uint32_t)t->rests.n };
	if (next->n > KEY_BYTES)
		(void)buf_add_bytes(&t->rests, next->rest, rest_of(next));
	term->first = new_piece(t, term);
	return (uint32_t)t->v.n - 1;
}

static uint32_t
find_word(struct index_terms *t, const struct index_terms_next *next)
{
	size_t at = next->slot;

	for (; t->slots[at]; at = (at + 1) & (t->n_slots - 1))
		if (is_same(t, &t->v.v[t->slots[at] - 1], next))
			return t->slots[at] - 1;
	t->slots[at] = add_word(t, next) + 1;
	return t->slots[at] - 1;
}

static void
enter_all(struct index_terms *t)
{
	memset(t->slots, 0, t->n_slots * sizeof *t->slots);
	for (size_t i = 0; i < t->v.n; i++) {
		const struct index_term *term = &t->v.v[i];
		size_t at = slot_of(t, term->key, t->rests.p + term->rest, term->n > KEY_BYTES ? term->n - KEY_BYTES : 0);

		while (t->slots[at])
			at = (at + 1) & (t->n_slots - 1);
		t->slots[at] = (uint32_t)i + 1;
	}
}

/* At most half of the slots are used. */
static void
make_room(struct index_terms *t)
{
	size_t n = t->n_slots ? t->n_slots : SLOTS;

	while ((t->v.n + INDEX_TERMS_BATCH) * 2 > n)
		n *= 2;
	if (n == t->n_slots)
		return;
	if (!t->factor) {
		sqlite3_randomness(sizeof t->seed, &t->seed);
		sqlite3_randomness(sizeof t->factor, &t->factor);
		t->factor |= 1;
	}
	t->slots = mem_realloc(t->slots, n, sizeof *t->slots);
	t->n_slots = n;
	enter_all(t);
}

/* Looks up what waits, each step for all of them: what one will need comes into the processor while it does the others. */
static void
look_up(struct index_terms *t)
{
	struct index_terms_next *end = t->next + t->n_next;

	make_room(t);
	for (struct index_terms_next *next = t->next; next < end; next++) {
		next->slot = slot_of(t, next->key, next->rest, rest_of(next));
		__builtin_prefetch(&t->slots[next->slot]);
	}
	for (struct index_terms_next *next = t->next; next < end; next++)
		if (t->slots[next->slot])
			__builtin_prefetch(&t->v.v[t->slots[next->slot] - 1]);
	for (struct index_terms_next *next = t->next; next < end; next++) {
		next->term = find_word(t, next);
		__builtin_prefetch(t->lists.p + t->v.v[next->term].at, 1);
	}
	for (struct index_terms_next *next = t->next; next < end; next++)
		put_place(t, next);
	t->n_next = 0;
}

static uint64_t
four_bytes(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof n);
	return be32toh(n);
}

/* Nearly all words have four to seven bytes: they are two numbers that overlap. */
static uint64_t
key_of(struct str word)
{
	uint64_t key = 0;

	if (word.n >= KEY_BYTES)
		return four_bytes(word.p) << 32 | four_bytes(word.p + 4);
	if (word.n >= 4)
		return four_bytes(word.p) << 32 | four_bytes(word.p + word.n - 4) << 8 * (KEY_BYTES - word.n);
	for (size_t i = 0; i < word.n; i++)
		key |= (uint64_t)(unsigned char)word.p[i] << 8 * (KEY_BYTES - 1 - i);
	return key;
}

static void
add(struct index_terms *t, int column, uint32_t place, struct str word, bool is_taken)
{
	struct index_terms_next *next = &t->next[t->n_next++];

	word = str_sub(word, 0, INDEX_TERMS_WORD);
	next->key = key_of(word);
	next->place = place;
	next->n = (uint8_t)word.n;
	next->column = (uint8_t)column;
	next->is_taken = is_taken;
	if (word.n > KEY_BYTES)
		memcpy(next->rest, word.p + KEY_BYTES, word.n - KEY_BYTES);
	if (t->n_next == INDEX_TERMS_BATCH)
		look_up(t);
}

void
index_terms_post(struct index_terms *t, int64_t post)
{
	look_up(t);
	*vec_add(&t->posts) = post;
}

void
index_terms_add(struct index_terms *t, int column, uint32_t place, struct str word)
{
	add(t, column, place, word, false);
}

void
index_terms_take(struct index_terms *t, struct str word)
{
	add(t, 0, 0, word, true);
}

size_t
index_terms_bytes(const struct index_terms *t)
{
	return t->lists.n + t->rests.n + t->v.n * sizeof *t->v.v + t->n_slots * sizeof *t->slots;
}

/* ---- reading */

static int
compare(const void *left, const void *right, void *user)
{
	const struct index_terms_rank *x = left, *y = right;
	const struct index_terms *t = user;
	const struct index_term *a, *b;
	int order = 0;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	a = &t->v.v[x->term];
	b = &t->v.v[y->term];
	if (a->n > KEY_BYTES && b->n > KEY_BYTES)
		order = memcmp(t->rests.p + a->rest, t->rests.p + b->rest, (a->n < b->n ? a->n : b->n) - (size_t)KEY_BYTES);
	return order ? order : a->n - b->n;
}

void
index_terms_sort(struct index_terms *t)
{
	look_up(t);
	t->ranks.n = 0;
	for (uint32_t i = 0; i < t->v.n; i++)
		*vec_add(&t->ranks) = (struct index_terms_rank){ t->v.v[i].key, i };
	if (t->ranks.n)
		qsort_r(t->ranks.v, t->ranks.n, sizeof *t->ranks.v, compare, t);
}

struct str
index_terms_word(const struct index_terms *t, size_t i, char room[INDEX_TERMS_WORD])
{
	const struct index_term *term = &t->v.v[t->ranks.v[i].term];
	uint64_t key = htobe64(term->key);

	memcpy(room, &key, KEY_BYTES);
	if (term->n > KEY_BYTES)
		memcpy(room + KEY_BYTES, t->rests.p + term->rest, term->n - (size_t)KEY_BYTES);
	return str_new(room, term->n);
}

struct str
index_terms_list(const struct index_terms *t, size_t i, struct buf *room)
{
	const struct index_term *term = &t->v.v[t->ranks.v[i].term];
	uint32_t at = term->first, end;

	buf_clear(room);
	for (uint8_t step = 0;; step += step < PIECE_STEPS) {
		end = at + piece_bytes(step) - LINK;
		if (end == term->end)
			break;
		(void)buf_add_bytes(room, t->lists.p + at, end - at);
		memcpy(&at, t->lists.p + end, LINK);
	}
	(void)buf_add_bytes(room, t->lists.p + at, term->at - at);
	return buf_str(room);
}

bool
index_terms_next_post(struct str *list, struct index_terms_places *places)
{
	uint32_t head;
	size_t n = 0;

	if (!list->n)
		return false;
	head = (uint32_t)index_number_take(list);
	while (n < list->n && list->p[n]) {
		while ((unsigned char)list->p[n] >= 0x80)
			n++;
		n++;
	}
	places->at += head / 2;
	places->is_taken = head % 2;
	places->bytes = str_new(list->p, n);
	*list = str_sub(*list, n + 1, list->n);
	return true;
}

void
index_terms_clear(struct index_terms *t)
{
	t->v.n = t->ranks.n = t->posts.n = t->n_next = 0;
	buf_clear(&t->rests);
	buf_clear(&t->lists);
	if (t->n_slots)
		memset(t->slots, 0, t->n_slots * sizeof *t->slots);
}

void
index_terms_free(struct index_terms *t)
{
	vec_free(&t->v);
	vec_free(&t->ranks);
	vec_free(&t->posts);
	free(t->slots);
	buf_free(&t->rests);
	buf_free(&t->lists);
	*t = (struct index_terms){ 0 };
}
