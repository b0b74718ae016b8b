#include "worker/known.h"

bool
known_set_key(struct known *k, struct str key)
{
	if (key.n != SIPHASH_KEY)
		return false;
	siphash_init(&k->start, (const unsigned char *)key.p);
	nh_init(&k->nh, &k->start);
	k->has_key = true;
	return true;
}

bool
known_set_hashes(struct known *k, struct str hashes)
{
	k->hashes = hashes;
	return hashes.n % KNOWN_HASH == 0;
}

static void
add_lists(struct siphash *h, const struct post *post)
{
	siphash_add_number(h, post->n_categories);
	for (size_t i = 0; i < post->n_categories; i++)
		siphash_add_text(h, post->categories[i]);
	siphash_add_number(h, post->n_enclosures);
	for (size_t i = 0; i < post->n_enclosures; i++) {
		siphash_add_text(h, post->enclosures[i].url);
		siphash_add_text(h, post->enclosures[i].type);
		siphash_add_number(h, (uint64_t)post->enclosures[i].length);
	}
}

uint64_t
known_hash(const struct known *k, const struct post *post, struct str base)
{
	const struct str texts[] = { post->id, post->title, post->link, post->author, post->summary, post->content, post->comments,
		base };
	struct siphash h = k->start;
	uint64_t hash;

	if (!k->has_key)
		return 0;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		nh_add_text(&h, &k->nh, texts[i]);
	siphash_add_number(&h, post->is_title_made);
	siphash_add_number(&h, (uint64_t)post->published);
	siphash_add_number(&h, (uint64_t)post->updated);
	add_lists(&h, post);
	hash = siphash_end(h) >> 1;
	return hash ? hash : 1;
}

static uint64_t
hash_at(const struct known *k, size_t place)
{
	uint64_t hash = 0;

	for (size_t i = KNOWN_HASH; i > 0; i--)
		hash = hash << 8 | (unsigned char)k->hashes.p[place * KNOWN_HASH + i - 1];
	return hash;
}

bool
known_find(const struct known *k, uint64_t hash, size_t *place)
{
	size_t from = 0, to = k->hashes.n / KNOWN_HASH;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		uint64_t at = hash_at(k, middle);

		if (at == hash) {
			*place = middle;
			return true;
		}
		if (at < hash)
			from = middle + 1;
		else
			to = middle;
	}
	return false;
}
