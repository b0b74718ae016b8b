#include "text/find_token_pairs.h"

#include <endian.h>

enum {
	SYLLABLES = 0xeab080, /* as bytes */
	SYLLABLES_LAST = 0xed9ea3,
	LEADS = 0xf0c0c0, SEQUENCE = 0xe08080, /* three bytes of UTF-8 */
	JAMO = 0xe1,          /* what such a one begins with may belong to the syllable before it */
	STEP = 4,             /* bytes that are looked at: a syllable and the byte behind it */
};

static bool
is_syllable(uint32_t n)
{
	return n >= SYLLABLES && n <= SYLLABLES_LAST && (n & LEADS) == SEQUENCE;
}

static uint32_t
four_bytes(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof n);
	return be32toh(n);
}

static uint32_t
ahead_of(const struct find_token_scan *scan)
{
	const unsigned char *p = (const unsigned char *)scan->ahead.bytes;

	return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

/* The syllable becomes what is ahead. */
static void
stop_at(struct find_token_scan *scan, uint32_t syllable, size_t from, bool is_near)
{
	struct find_token_char *c = &scan->ahead;
	const char *end = scan->rest.p + scan->rest.n;

	c->cp = find_token_pairs_char(syllable);
	memcpy(c->bytes, scan->start + from, 3);
	c->from = from;
	c->to = from + 3;
	c->is_near = is_near;
	scan->rest = str_new(scan->start + c->to, (size_t)(end - scan->start) - c->to);
	scan->is_in_run = true;
}

size_t
find_token_pairs(struct find_token_scan *scan, struct find_token_pair *ret, size_t max)
{
	const char *p = scan->rest.p, *end = p + scan->rest.n;
	uint32_t last = ahead_of(scan), from = (uint32_t)scan->ahead.from;
	bool is_near = true;
	size_t n = 0;

	if (scan->ahead.class != FIND_TOKEN_RUN || scan->ahead.n != 3 || !is_syllable(last) || scan->given < scan->n_also || scan->n_late)
		return 0;
	while (n < max) {
		const char *at = p < end && *p == ' ' ? p + 1 : p;
		uint32_t bytes = end - at >= STEP ? four_bytes(at) : 0;

		if (!is_syllable(bytes >> 8) || (bytes & 0xff) == JAMO)
			break;
		is_near = at == p;
		p = at + 3;
		ret[n++] = (struct find_token_pair){ last, bytes >> 8, from, (uint32_t)(p - scan->start) };
		last = bytes >> 8;
		from = (uint32_t)(at - scan->start);
	}
	if (n)
		stop_at(scan, last, from, is_near);
	return n;
}
