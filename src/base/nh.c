#include "base/nh.h"

#include <endian.h>

#include "base/word.h"

void
nh_init(struct nh *nh, const struct siphash *start)
{
	for (size_t i = 0; i < NH_WORDS; i++) {
		struct siphash h = *start;

		siphash_add_number(&h, i);
		nh->words[i] = siphash_end(h);
	}
}

#ifdef __SIZEOF_INT128__
static uint64_t
load(const char *p)
{
	return le64toh(word_at(p));
}

/* Goes on with NH_BYTES. */
static void
add_block(struct siphash *h, const struct nh *nh, const char *p)
{
	unsigned __int128 sum = 0;

	for (size_t i = 0; i < NH_WORDS; i += 2)
		sum += (unsigned __int128)(load(p + 8 * i) + nh->words[i]) * (load(p + 8 * i + 8) + nh->words[i + 1]);
	siphash_add_number(h, (uint64_t)sum);
	siphash_add_number(h, (uint64_t)(sum >> 64));
}
#else
/* Machines that cannot multiply so hash the bytes as they are; no two machines have one key. */
static void
add_block(struct siphash *h, const struct nh *nh, const char *p)
{
	(void)nh;
	siphash_add(h, str_new(p, NH_BYTES));
}
#endif

void
nh_add_text(struct siphash *h, const struct nh *nh, struct str text)
{
	siphash_add_number(h, text.n);
	for (; text.n >= NH_BYTES; text = str_new(text.p + NH_BYTES, text.n - NH_BYTES))
		add_block(h, nh, text.p);
	siphash_add(h, text);
}
