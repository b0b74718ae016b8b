#include "store/index_terms.h"

#include <sqlite3.h>

enum {
	SLOTS = 1 << 12,
	STREAM = 1 << 16,  /* words at first */
	HASH_BITS = 64,
};

/* ---- words */

/* The bytes behind those of the key, of a word of more than eight. */
static struct str
rest_of(const struct index_word *word)
{
	return str_new(word->bytes + INDEX_WORD_KEY, word->n - (size_t)INDEX_WORD_KEY);
}

static struct str
rest_in(const struct index_terms *t, const struct index_terms_slot *slot)
{
	return str_new(t->long_words.p + t->rests.v[slot->term - 1], index_terms_bytes(slot) - INDEX_WORD_KEY);
}

/* Words come from strangers: the seed keeps them from choosing what meets in one slot. */
static inline uint64_t
hash(const struct index_terms *t, uint64_t key)
{
	return (key ^ t->seed) * t->factor;
}

static uint64_t
hash_rest(const struct index_terms *t, uint64_t h, struct str rest)
{
	for (size_t i = 0; i < rest.n; i++) {
		h ^= h >> HASH_BITS / 2;
		h = (h ^ (unsigned char)rest.p[i]) * t->factor;
	}
	return h;
}

static void
add_word(struct index_terms *t, struct index_terms_slot *slot, const struct index_word *word)
{
	*slot = (struct index_terms_slot){ .key = word->key, .term = (uint32_t)++t->n_terms, .sums = word->n };
	*vec_add(&t->rests) = (uint32_t)t->long_words.n;
	if (word->n > INDEX_WORD_KEY)
		(void)buf_add(&t->long_words, rest_of(word));
}

static inline bool
is_alike(const struct index_terms_slot *slot, const struct index_word *word)
{
	return slot->key == word->key && index_terms_bytes(slot) == word->n;
}

static bool
is_in(const struct index_terms *t, const struct index_terms_slot *slot, const struct index_word *word)
{
	return is_alike(slot, word) && (word->n <= INDEX_WORD_KEY || str_eq(rest_in(t, slot), rest_of(word)));
}

/* The slot of a word that may stand in the slot at, or behind it. */
static __attribute__((noinline)) struct index_terms_slot *
find_word(struct index_terms *t, size_t at, const struct index_word *word)
{
	for (; t->slots[at].term; at = (at + 1) & (t->n_slots - 1))
		if (is_in(t, &t->slots[at], word))
			return &t->slots[at];
	add_word(t, &t->slots[at], word);
	return &t->slots[at];
}

static void
enter(struct index_terms *t, const struct index_terms_slot *slot)
{
	uint64_t h = hash(t, slot->key);
	size_t at;

	if (index_terms_bytes(slot) > INDEX_WORD_KEY)
		h = hash_rest(t, h, rest_in(t, slot));
	for (at = h >> t->shift; t->slots[at].term; at = (at + 1) & (t->n_slots - 1))
		;
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
	t->shift = __builtin_clzll(n) + 1;
	for (size_t i = 0; i < n_was; i++)
		if (was[i].term)
			enter(t, &was[i]);
	free(was);
}

/* At most three of four slots are used: what is small stays in the processor. */
static void
make_room(struct index_terms *t)
{
	size_t n = t->n_slots ? t->n_slots : SLOTS;

	while ((t->n_terms + INDEX_TERMS_BATCH) * 4 > n * 3)
		n *= 2;
	if (n != t->n_slots)
		grow(t, n);
}

/* ---- the stream */

/* For so many words more. */
static unsigned char *
stream_room(struct index_terms *t, size_t n)
{
	if (t->n_stream + n > t->n_stream_room) {
		t->n_stream_room = t->n_stream_room ? t->n_stream_room * 2 : STREAM;
		t->stream = mem_realloc(t->stream, t->n_stream_room * INDEX_THREE + INDEX_THREE_MORE, 1);
	}
	return t->stream + t->n_stream * INDEX_THREE;
}

/* Counts a word, which stands in that slot; what it is in the stream. */
static inline uint32_t
count(struct index_terms_slot *slot, const struct index_word *word, uint32_t from, uint32_t *places)
{
	uint32_t is_also = word->is_also & (*places > from);

	slot->sums += INDEX_TERMS_ONCE;
	*places += !is_also;
	return (slot->term - 1) * 2 + is_also;
}

/* Of up to INDEX_TERMS_BATCH short words first all slots, that they come into the processor, then what is in them: nearly always the word. */
static void
add_short(struct index_terms *t, const struct index_word *words, size_t n)
{
	const uint32_t from = t->texts.v[t->texts.n - 1].from;
	unsigned char *to = stream_room(t, n);
	struct index_terms_slot **at = t->batch, *slots;
	uint32_t places = t->places;
	int shift;

	make_room(t);
	slots = t->slots;
	shift = t->shift;
	for (size_t i = 0; i < n; i++) {
		at[i] = slots + (hash(t, words[i].key) >> shift);
		__builtin_prefetch(at[i]);
	}
	for (size_t i = 0; i < n; i++) {
		struct index_terms_slot *slot = at[i];

		if (!is_alike(slot, &words[i]))
			slot = find_word(t, (size_t)(slot - t->slots), &words[i]);
		index_three_put(to + i * INDEX_THREE, count(slot, &words[i], from, &places));
	}
	t->places = places;
	t->n_stream += n;
}

static void
add_long(struct index_terms *t, const struct index_word *word)
{
	unsigned char *to = stream_room(t, 1);

	make_room(t);
	index_three_put(to, count(find_word(t, hash_rest(t, hash(t, word->key), rest_of(word)) >> t->shift, word), word,
	    t->texts.v[t->texts.n - 1].from, &t->places));
	t->n_stream++;
}

void
index_terms_add(struct index_terms *t, const struct index_word *words, size_t n)
{
	size_t n_short = n && words[n - 1].n > INDEX_WORD_KEY ? n - 1 : n;

	for (size_t at = 0; at < n_short; at += INDEX_TERMS_BATCH)
		add_short(t, words + at, n_short - at < INDEX_TERMS_BATCH ? n_short - at : INDEX_TERMS_BATCH);
	if (n_short < n)
		add_long(t, &words[n_short]);
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

	(void)index_word_text(&word, room);
	if (index_terms_bytes(slot) > INDEX_WORD_KEY)
		memcpy(room + INDEX_WORD_KEY, rest_in(t, slot).p, index_terms_bytes(slot) - INDEX_WORD_KEY);
	return str_new(room, index_terms_bytes(slot));
}

void
index_terms_clear(struct index_terms *t)
{
	t->n_terms = t->rests.n = t->n_stream = t->texts.n = t->posts.n = t->places = 0;
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
	free(t->stream);
	vec_free(&t->texts);
	vec_free(&t->posts);
	*t = (struct index_terms){ 0 };
}
