#include "base/siphash.h"

#include <endian.h>

#include "base/word.h"

/* Little endian on every machine. */
static inline uint64_t
load(const void *at)
{
	return le64toh(word_at(at));
}

static inline uint64_t
rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static inline void
turn(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = rotate(v[1], 13) ^ v[0];
	v[0] = rotate(v[0], 32);
	v[2] += v[3];
	v[3] = rotate(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotate(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotate(v[1], 17) ^ v[2];
	v[2] = rotate(v[2], 32);
}

static inline void
take(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	turn(v);
	v[0] ^= word;
}

void
siphash_init(struct siphash *h, const unsigned char *key)
{
	uint64_t k0 = load(key), k1 = load(key + 8);

	*h = (struct siphash){ .v = { k0 ^ 0x736f6d6570736575u, k1 ^ 0x646f72616e646f6du, k0 ^ 0x6c7967656e657261u,
		k1 ^ 0x7465646279746573u } };
}

/* Single bytes, until a word is full. */
static void
add_byte(struct siphash *h, unsigned char byte)
{
	h->word |= (uint64_t)byte << (h->n % 8 * 8);
	if (++h->n % 8)
		return;
	take(h->v, h->word);
	h->word = 0;
}

/* So many words; returns how many bytes they are. */
static size_t
add_words(struct siphash *h, const char *p, size_t n)
{
	uint64_t v[4] = { h->v[0], h->v[1], h->v[2], h->v[3] };

	for (size_t i = 0; i < n; i++)
		take(v, load(p + i * 8));
	memcpy(h->v, v, sizeof v);
	h->n += n * 8;
	return n * 8;
}

void
siphash_add(struct siphash *h, struct str bytes)
{
	size_t i = 0;

	while (i < bytes.n && h->n % 8)
		add_byte(h, (unsigned char)bytes.p[i++]);
	if (bytes.n - i >= 8)
		i += add_words(h, bytes.p + i, (bytes.n - i) / 8);
	while (i < bytes.n)
		add_byte(h, (unsigned char)bytes.p[i++]);
}

void
siphash_add_number(struct siphash *h, uint64_t n)
{
	unsigned held = h->n % 8 * 8; /* bits of a word that is not full yet */

	take(h->v, h->word | n << held);
	h->word = held ? n >> (64 - held) : 0;
	h->n += 8;
}

void
siphash_add_text(struct siphash *h, struct str text)
{
	siphash_add_number(h, text.n);
	siphash_add(h, text);
}

uint64_t
siphash_end(struct siphash h)
{
	take(h.v, h.word | (uint64_t)h.n << 56);
	h.v[2] ^= 0xff;
	for (int i = 0; i < 3; i++)
		turn(h.v);
	return h.v[0] ^ h.v[1] ^ h.v[2] ^ h.v[3];
}
