#include "base/ids.h"

#include <stdlib.h>
#include <string.h>

enum {
	WORD = 64,
	SPREAD = 64,    /* bits a number may cost: as many as itself */
	ALWAYS = 1 << 20, /* bits that are worth it for any */
};

void
ids_clear(struct ids *ids)
{
	ids->list.n = ids->bits.n = 0;
	ids->least = ids->most = 0;
}

void
ids_add(struct ids *ids, int64_t id)
{
	if (!ids->list.n || id < ids->least)
		ids->least = id;
	if (!ids->list.n || id > ids->most)
		ids->most = id;
	*vec_add(&ids->list) = id;
}

static int
by_number(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
set_bits(struct ids *ids, size_t n_words)
{
	if (ids->bits.cap < n_words) {
		ids->bits.v = mem_realloc(ids->bits.v, n_words, sizeof *ids->bits.v);
		ids->bits.cap = n_words;
	}
	ids->bits.n = n_words;
	memset(ids->bits.v, 0, n_words * sizeof *ids->bits.v);
	for (size_t i = 0; i < ids->list.n; i++) {
		size_t at = (size_t)(ids->list.v[i] - ids->least);

		ids->bits.v[at / WORD] |= 1ULL << at % WORD;
	}
}

void
ids_settle(struct ids *ids)
{
	uint64_t range = ids->list.n ? (uint64_t)ids->most - (uint64_t)ids->least : 0;

	if (!ids->list.n)
		return;
	if (range < ALWAYS || range / SPREAD < ids->list.n)
		set_bits(ids, (size_t)(range / WORD + 1));
	else
		qsort(ids->list.v, ids->list.n, sizeof *ids->list.v, by_number);
}

bool
ids_has(const struct ids *ids, int64_t id)
{
	size_t at = (size_t)(id - ids->least);

	if (!ids->list.n || id < ids->least || id > ids->most)
		return false;
	if (ids->bits.n)
		return ids->bits.v[at / WORD] >> at % WORD & 1;
	return bsearch(&id, ids->list.v, ids->list.n, sizeof id, by_number) != NULL;
}

void
ids_free(struct ids *ids)
{
	vec_free(&ids->list);
	vec_free(&ids->bits);
	ids->least = ids->most = 0;
}
