#include "base/map.h"

#include <stdlib.h>
#include <sys/random.h>

#include "base/mem.h"

struct map_slot {
	char *key;
	size_t n;
	uint64_t hash;
	void *value;
};

/* Keys come from strangers: the seed keeps them from choosing collisions. */
static uint64_t
hash_bytes(struct str key)
{
	static uint64_t seed;
	uint64_t h;

	if (!seed && getrandom(&seed, sizeof seed, GRND_NONBLOCK) != sizeof seed)
		seed = 0x9e3779b97f4a7c15u;
	h = seed;
	for (size_t i = 0; i < key.n; i++) {
		h = (h ^ (unsigned char)key.p[i]) * 0x100000001b3u;
		h ^= h >> 29;
	}
	return h ? h : 1;
}

struct str
map_number(const int64_t *n)
{
	return str_new((const char *)n, sizeof *n);
}

static struct map_slot *
slot_of(struct map_slot *slots, size_t cap, struct str key, uint64_t hash)
{
	size_t at = hash & (cap - 1);

	while (slots[at].key && (slots[at].hash != hash || !str_eq(str_new(slots[at].key, slots[at].n), key)))
		at = (at + 1) & (cap - 1);
	return &slots[at];
}

static void
grow(struct map *m)
{
	size_t cap = m->cap ? m->cap * 2 : 16;
	struct map_slot *slots = mem_zalloc(cap, sizeof *slots);

	for (size_t i = 0; i < m->cap; i++) {
		struct map_slot *old = &m->slots[i];

		if (old->key)
			*slot_of(slots, cap, str_new(old->key, old->n), old->hash) = *old;
	}
	free(m->slots);
	m->slots = slots;
	m->cap = cap;
}

void **
map_at(struct map *m, struct str key)
{
	uint64_t hash = hash_bytes(key);
	struct map_slot *slot;

	if (m->n * 4 >= m->cap * 3)
		grow(m);
	slot = slot_of(m->slots, m->cap, key, hash);
	if (!slot->key) {
		*slot = (struct map_slot){ .key = mem_dup(key.p, key.n), .n = key.n, .hash = hash };
		m->n++;
	}
	return &slot->value;
}

void *
map_find(const struct map *m, struct str key)
{
	if (!m->cap)
		return NULL;
	return slot_of(m->slots, m->cap, key, hash_bytes(key))->value;
}

void
map_free(struct map *m)
{
	for (size_t i = 0; i < m->cap; i++)
		free(m->slots[i].key);
	free(m->slots);
	*m = (struct map){ 0 };
}
