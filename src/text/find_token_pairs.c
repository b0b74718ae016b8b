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
	return n - SYLLABLES <= SYLLABLES_LAST - SYLLABLES && (n & LEADS) == SEQUENCE;
}

static uint32_t
four_bytes(const char *p)
{
	uint32_t n;

	memcpy(&n, p, sizeof n);
	return be32toh(n);
}

/* The syllable at p that nothing is to be joined to, 0 for none. */
static uint32_t
syllable_at(const char *p, const char *end)
{
	uint32_t bytes = end - p >= STEP ? four_bytes(p) : 0;

	return is_syllable(bytes >> 8) && (bytes & 0xff) != JAMO ? bytes >> 8 : 0;
}

static bool
is_ascii_of(const char *p, const char *end, enum find_token_class most)
{
	return p < end && (unsigned char)*p < 0x80 && find_token_class(*p) <= most;
}

/* Where a syllable may follow, behind marks and blanks; p where no mark is. */
static const char *
skip_marks(const char *p, const char *end)
{
	const char *at = p;

	if (is_ascii_of(at, end, FIND_TOKEN_BREAK))
		while (is_ascii_of(at, end, FIND_TOKEN_BLANK))
			at++;
	return at;
}

static uint32_t
ahead_of(const struct find_token_scan *scan)
{
	const unsigned char *p = (const unsigned char *)scan->ahead.bytes;

	return (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

/* The syllable becomes what is ahead. */
static void
stop_at(struct find_token_scan *scan, uint32_t syllable, size_t from, bool is_in_run)
{
	struct find_token_char *c = &scan->ahead;
	const char *end = scan->rest.p + scan->rest.n;

	c->cp = find_token_pairs_char(syllable);
	memcpy(c->bytes, scan->start + from, 3);
	c->from = from;
	c->to = from + 3;
	c->is_near = !from || (scan->start[from - 1] != ' ' && scan->start[from - 1] != '\t');
	scan->rest = str_new(scan->start + c->to, (size_t)(end - scan->start) - c->to);
	scan->is_in_run = is_in_run;
}

static bool
is_begun(const struct find_token_scan *scan)
{
	return scan->ahead.class == FIND_TOKEN_RUN && scan->ahead.n == 3 && is_syllable(ahead_of(scan)) && scan->given >= scan->n_also &&
	    !scan->n_late;
}

size_t
find_token_pairs(struct find_token_scan *scan, struct find_token_pair *ret, size_t max)
{
	const char *p = scan->rest.p, *end = p + scan->rest.n, *at;
	uint32_t last, next, from = (uint32_t)scan->ahead.from;
	size_t n = 0;

	if (!is_begun(scan))
		return 0;
	last = ahead_of(scan);
	for (; n < max; n++, last = next, from = (uint32_t)(at - scan->start), p = at + 3) {
		at = p < end && *p == ' ' ? p + 1 : p;
		next = syllable_at(at, end);
		if (next) {
			ret[n] = (struct find_token_pair){ last, next, from, (uint32_t)(at + 3 - scan->start) };
			continue;
		}
		at = skip_marks(p, end);
		next = at > p ? syllable_at(at, end) : 0;
		if (!next)
			break;
		ret[n] = (struct find_token_pair){ last, 0, from, (uint32_t)(p - scan->start) };
	}
	if (n)
		stop_at(scan, last, from, ret[n - 1].second);
	return n;
}
