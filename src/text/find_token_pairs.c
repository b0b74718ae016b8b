#include "text/find_token_pairs.h"

#include <endian.h>

#include "text/utf8.h"

enum {
	SYLLABLES = 0xeab080, /* as bytes */
	SYLLABLES_LAST = 0xed9ea3,
	LEADS = 0xf0c0c0, SEQUENCE = 0xe08080, /* three bytes of UTF-8 */
	JAMO = 0xe1,          /* what such a one begins with may belong to the syllable before it */
	SYLLABLE = 3,         /* bytes */
	STEP = 4,             /* bytes that are looked at: a syllable and the byte behind it */
};

static inline bool
is_syllable(uint32_t n)
{
	return n - SYLLABLES <= SYLLABLES_LAST - SYLLABLES && (n & LEADS) == SEQUENCE;
}

/* The syllable at p, of four bytes or more, that nothing is to be joined to; 0 for none. */
static inline uint32_t
syllable_at(const char *p)
{
	uint32_t bytes;

	memcpy(&bytes, p, sizeof bytes);
	bytes = be32toh(bytes);
	return is_syllable(bytes >> 8) && (bytes & 0xff) != JAMO ? bytes >> 8 : 0;
}

/* Syllables with at most a space before each, behind the one at n: the last comes to stand there, and p behind it. */
static inline size_t
take_run(const char **p, const char *end, uint32_t *ret, size_t n, size_t max)
{
	const char *at = *p;
	uint32_t *to = ret + n, *full = ret + max - 1;

	while (to < full && end - at > STEP) {
		const char *from = at + (*at == ' ');
		const uint32_t syllable = syllable_at(from);

		if (!syllable)
			break;
		*++to = syllable;
		at = from + SYLLABLE;
	}
	*p = at;
	return (size_t)(to - ret);
}

static bool
is_ascii_of(const char *p, const char *end, enum find_token_class most)
{
	return p < end && (unsigned char)*p < 0x80 && find_token_class_ascii[(unsigned char)*p] <= most;
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

/* Whether no syllable can follow in the same run, by the character that comes behind a space at most. */
static bool
ends_run(struct str rest)
{
	enum find_token_class class;

	if (rest.n && *rest.p == ' ')
		rest = str_sub(rest, 1, rest.n);
	class = rest.n ? find_token_class(utf8_next(&rest)) : FIND_TOKEN_BREAK;
	return class == FIND_TOKEN_BREAK || class == FIND_TOKEN_WORD;
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
	memcpy(c->bytes, scan->start + from, SYLLABLE);
	c->from = from;
	c->to = from + SYLLABLE;
	c->is_near = !from || (scan->start[from - 1] != ' ' && scan->start[from - 1] != '\t');
	scan->rest = str_new(scan->start + c->to, (size_t)(end - scan->start) - c->to);
	scan->is_in_run = is_in_run;
}

static bool
is_begun(const struct find_token_scan *scan)
{
	return scan->ahead.class == FIND_TOKEN_RUN && scan->ahead.n == SYLLABLE && is_syllable(ahead_of(scan)) &&
	    scan->given >= scan->n_also && !scan->n_late;
}

size_t
find_token_pairs(struct find_token_scan *scan, uint32_t *ret, size_t max)
{
	const char *p = scan->rest.p, *end = p + scan->rest.n, *at;
	uint32_t next = 1;
	size_t n = 0;

	if (!is_begun(scan))
		return 0;
	ret[0] = ahead_of(scan);
	while (next) {
		n = take_run(&p, end, ret, n, max);
		at = skip_marks(p, end);
		next = at > p && n + 2 < max && end - at >= STEP ? syllable_at(at) : 0;
		if (next) {
			ret[++n] = 0;
			ret[++n] = next;
			p = at + SYLLABLE;
		}
	}
	if (n + 1 < max && ends_run(str_new(p, (size_t)(end - p)))) {
		ret[++n] = 0;
		scan->rest = str_new(p, (size_t)(end - p));
		scan->is_in_run = false;
		find_token_ahead(scan);
	} else if (n) {
		stop_at(scan, ret[n], (size_t)(p - scan->start) - SYLLABLE, ret[n - 1]);
	}
	return n;
}
