#include "store/index_terms.h"

#include <sqlite3.h>

enum {
	SLOTS = 1 << 12,
	BATCH = 64, /* words that are looked up at once */
	HASH_BITS = 64,
};

/* ---- words */

/* The bytes behind those of the key. */
static struct str
rest_of(const struct index_word *word)
{
	return word->n > INDEX_WORD_KEY ? str_new(word->bytes + INDEX_WORD_KEY, word->n - (size_t)INDEX_WORD_KEY) : STR_NONE;
}

static struct str
rest_in(const struct index_terms *t, const struct index_terms_slot *slot)
{
	return slot->n > INDEX_WORD_KEY ? str_new(t->long_words.p + t->rests.v[slot->term - 1], slot->n - (size_t)INDEX_WORD_KEY) : STR_NONE;
}

/* Words come from strangers: the seed keeps them from choosing what meets in one slot. */
static size_t
slot_of(const struct index_terms *t, uint64_t key, struct str rest)
{
	uint64_t h = (key ^ t->seed) * t->factor;

	for (size_t i = 0; i < rest.n; i++) {
		h ^= h >> HASH_BITS / 2;
		h = (h ^ (unsigned char)rest.p[i]) * t->factor;
	}
	return (h ^ h >> HASH_BITS / 2) & (t->n_slots - 1);
}

static uint32_t
add_word(struct index_terms *t, struct index_terms_slot *slot, const struct index_word *word)
{
	*slot = (struct index_terms_slot){ word->key, (uint32_t)++t->n_terms, word->n };
	*vec_add(&t->rests) = (uint32_t)t->long_words.n;
	if (word->n > INDEX_WORD_KEY)
		(void)buf_add(&t->long_words, rest_of(word));
	return slot->term;
}

/* The number of a word that may stand in the slot at, or behind it. */
static uint32_t
find_word(struct index_terms *t, size_t at, const struct index_word *word)
{
	struct index_terms_slot *slot = &t->slots[at];

	while (slot->term) {
		if (slot->key == word->key && slot->n == word->n && (word->n <= INDEX_WORD_KEY || str_eq(rest_in(t, slot), rest_of(word))))
			return slot->term;
		slot = slot + 1 < t->slots + t->n_slots ? slot + 1 : t->slots;
	}
	return add_word(t, slot, word);
}

static void
enter(struct index_terms *t, const struct index_terms_slot *slot)
{
	size_t at = slot_of(t, slot->key, rest_in(t, slot));

	while (t->slots[at].term)
		at = (at + 1) & (t->n_slots - 1);
	t->slots[at] = *slot;
}

static void
grow(struct index_terms *t, size_t n)
{
	struct index_terms_slot *was = t->slots;
	size_t n_was = t->n_slots;

	if (!t->factor) {
		sqlite3_randomness(sizeof t->seed, &t->seed);
		sqlite3_randomness(sizeof t->factor, &t->factor);
		t->factor |= 1;
	}
	t->slots = mem_zalloc(n, sizeof *t->slots);
	t->n_slots = n;
	for (size_t i = 0; i < n_was; i++)
		if (was[i].term)
			enter(t, &was[i]);
	free(was);
}

/* At most half of the slots are used. */
static void
make_room(struct index_terms *t)
{
	size_t n = t->n_slots ? t->n_slots : SLOTS;

	while ((t->n_terms + BATCH) * 2 > n)
		n *= 2;
	if (n != t->n_slots)
		grow(t, n);
}

/* ---- the stream */

/* First all slots, that they come into the processor, then what is in them. */
static void
add_some(struct index_terms *t, const struct index_word *words, size_t n)
{
	size_t slots[BATCH];

	make_room(t);
	for (size_t i = 0; i < n; i++) {
		slots[i] = slot_of(t, words[i].key, rest_of(&words[i]));
		__builtin_prefetch(&t->slots[slots[i]]);
	}
	for (size_t i = 0; i < n; i++) {
		bool is_also = words[i].is_also && t->places > t->texts.v[t->texts.n - 1].from;

		*vec_add(&t->stream) = (find_word(t, slots[i], &words[i]) - 1) * 2 + is_also;
		t->places += !is_also;
	}
}

void
index_terms_add(struct index_terms *t, const struct index_word *words, size_t n)
{
	for (size_t at = 0; at < n; at += BATCH)
		add_some(t, words + at, n - at < BATCH ? n - at : BATCH);
}

void
index_terms_post(struct index_terms *t, int64_t post)
{
	*vec_add(&t->posts) = post;
}

void
index_terms_text(struct index_terms *t, int column, bool is_taken)
{
	*vec_add(&t->texts) = (struct index_terms_text){ t->places, (uint32_t)t->posts.n, (uint8_t)column, is_taken };
}

struct str
index_terms_word(const struct index_terms *t, const struct index_terms_slot *slot, char room[INDEX_TERMS_WORD])
{
	struct index_word word = { .key = slot->key };
	struct str rest = rest_in(t, slot);

	(void)index_word_text(&word, room);
	if (rest.n)
		memcpy(room + INDEX_WORD_KEY, rest.p, rest.n);
	return str_new(room, slot->n);
}

void
index_terms_clear(struct index_terms *t)
{
	t->n_terms = t->rests.n = t->stream.n = t->texts.n = t->posts.n = t->places = 0;
	buf_clear(&t->long_words);
	if (t->n_slots)
		memset(t->slots, 0, t->n_slots * sizeof *t->slots);
}

void
index_terms_free(struct index_terms *t)
{
	free(t->slots);
	vec_free(&t->rests);
	buf_free(&t->long_words);
	vec_free(&t->stream);
	vec_free(&t->texts);
	vec_free(&t->posts);
	*t = (struct index_terms){ 0 };
}
