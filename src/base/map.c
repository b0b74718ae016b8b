#include "base/map.h"

#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/mem.h"

enum { SHORT = 8 }; /* bytes of a key that need no memory of their own: numbers above all */

struct map_slot {
	union {
		char bytes[SHORT];
		char *p; /* of a longer one */
	} key;
	size_t n;
	uint64_t hash; /* 0: the slot is free */
	void *value;
};

/* A number at once: each of its bits has a say in each of the hash, as it is behind the one before. */
static uint64_t
hash_number(uint64_t before, const char *p)
{
	uint64_t h;

	memcpy(&h, p, sizeof h);
	h = (h ^ before) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 32) * 0xc4ceb9fe1a85ec53u;
	return h ^ h >> 29;
}

/* Keys come from strangers: the seed keeps them from choosing collisions. */
static uint64_t
hash_bytes(struct str key)
{
	static uint64_t seed;
	char rest[sizeof seed] = { 0 };
	uint64_t h;

	if (!seed && getrandom(&seed, sizeof seed, GRND_NONBLOCK) != sizeof seed)
		seed = 0x9e3779b97f4a7c15u;
	h = seed + key.n;
	for (; key.n >= sizeof h; key = str_new(key.p + sizeof h, key.n - sizeof h))
		h = hash_number(h, key.p);
	if (key.n) {
		memcpy(rest, key.p, key.n);
		h = hash_number(h, rest);
	}
	return h ? h : 1;
}

static struct str
key_of(const struct map_slot *slot)
{
	return str_new(slot->n > SHORT ? slot->key.p : slot->key.bytes, slot->n);
}

static void
set_key(struct map_slot *slot, struct str key)
{
	slot->n = key.n;
	if (key.n > SHORT)
		slot->key.p = mem_dup(key.p, key.n);
	else if (key.n)
		memcpy(slot->key.bytes, key.p, key.n);
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

	while (slots[at].hash && (slots[at].hash != hash || !str_eq(key_of(&slots[at]), key)))
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

		if (old->hash)
			*slot_of(slots, cap, key_of(old), old->hash) = *old;
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
	if (!slot->hash) {
		set_key(slot, key);
		slot->hash = hash;
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
		if (m->slots[i].n > SHORT)
			free(m->slots[i].key.p);
	free(m->slots);
	*m = (struct map){ 0 };
}
