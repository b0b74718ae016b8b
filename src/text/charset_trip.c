#include "text/charset_trip.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "text/charset_pairs.h"
#include "text/charset_table.h"
#include "text/utf8.h"

enum { TRIP_PART = 512 << 10 }; /* goes at once where it can */

/* The charsets of several bytes a letter come from the C library. */
static const struct {
	const char *name, *iconv_name;
} wide_charsets[] = {
	{ "cp949", "CP949" }, /* the first: see add_euc_kr() and convert() */
	{ "iso-2022-kr", "ISO-2022-KR" },
	{ "johab", "JOHAB" },
	{ "gb18030", "GB18030" },
	{ "big5", "BIG5-HKSCS" },
	{ "shift_jis", "CP932" },
	{ "euc-jp", "EUC-JP" },
	{ "iso-2022-jp", "ISO-2022-JP" },
};
enum { WIDE_COUNT = sizeof wide_charsets / sizeof *wide_charsets };

struct charset {
	iconv_t wide[WIDE_COUNT];
	struct charset_pairs *pairs; /* of the first */
};

struct charset *
charset_trip_open(bool has_converters)
{
	struct charset *set = mem_alloc(sizeof *set);

	for (size_t i = 0; i < WIDE_COUNT; i++)
		set->wide[i] = has_converters ? iconv_open("UTF-8", wide_charsets[i].iconv_name) : (iconv_t)-1;
	set->pairs = charset_pairs_new();
	return set;
}

void
charset_trip_free(struct charset *set)
{
	if (!set)
		return;
	for (size_t i = 0; i < WIDE_COUNT; i++)
		if (set->wide[i] != (iconv_t)-1)
			(void)iconv_close(set->wide[i]);
	charset_pairs_free(set->pairs);
	free(set);
}

static void
replace(struct charset_trip *trip)
{
	trip->bad++;
	utf8_add(trip->out, UTF8_REPLACEMENT);
}

/* As iconv() does it. */
static size_t
convert(struct charset *set, iconv_t cd, char **in, size_t *left, char **to, size_t *room)
{
	return cd == set->wide[0] ? charset_pairs_convert(set->pairs, cd, in, left, to, room) : iconv(cd, in, left, to, room);
}

static void
from_iconv(struct charset_trip *trip, iconv_t cd)
{
	char *in = (char *)(uintptr_t)trip->bytes.p; /* iconv() only reads it */
	size_t left = trip->bytes.n;

	(void)iconv(cd, NULL, NULL, NULL, NULL);
	while (left && !trip->out->full) {
		size_t room = left < TRIP_PART / 2 ? left * 2 + 64 : TRIP_PART, before = room;
		char *to = buf_reserve(trip->out, room);

		if (!to) {
			trip->out->full = false;
			before = room = left < 4096 ? 16 : 4096;
			to = buf_reserve(trip->out, room);
		}
		if (!to)
			return;
		size_t rc = convert(trip->set, cd, &in, &left, &to, &room);
		trip->out->n += before - room;
		mem_trail_pass(trip->behind, in);
		if (trip->is_trial)
			buf_clear(trip->out);
		if (rc != (size_t)-1 || errno == E2BIG)
			continue;
		replace(trip);
		if (errno == EINVAL)
			return;
		in++;
		left--;
	}
}

static void
from_table(struct charset_trip *trip, const struct charset_table *table)
{
	size_t first = table->is_ebcdic ? 0 : 0x80;

	for (size_t i = 0; i < trip->bytes.n; i++) {
		unsigned char c = (unsigned char)trip->bytes.p[i];
		int32_t cp = c < first ? c : table->letters[c - first];

		if (cp == UTF8_REPLACEMENT)
			replace(trip);
		else
			utf8_add(trip->out, cp == 0x85 && table->is_ebcdic ? '\n' : cp);
	}
}

static uint32_t
unit_at(struct str s, size_t i, size_t size, bool is_little)
{
	uint32_t unit = 0;

	for (size_t k = 0; k < size; k++)
		unit = unit << 8 | (unsigned char)s.p[i + (is_little ? size - 1 - k : k)];
	return unit;
}

static void
from_utf16_or_32(struct charset_trip *trip, size_t size, bool is_little)
{
	struct str s = trip->bytes;
	size_t i = 0;

	while (i + size <= s.n) {
		uint32_t cp = unit_at(s, i, size, is_little);
		uint32_t next = size == 2 && i + 4 <= s.n ? unit_at(s, i + 2, 2, is_little) : 0;

		i += size;
		if (size == 2 && cp >> 10 == 0xd800 >> 10 && next >> 10 == 0xdc00 >> 10) {
			cp = 0x10000 + ((cp & 0x3ff) << 10) + (next & 0x3ff);
			i += 2;
		}
		if (cp > 0x10ffff || cp >> 11 == 0xd800 >> 11)
			replace(trip);
		else if (cp != 0xfeff || i > size)
			utf8_add(trip->out, (int32_t)cp);
	}
	if (i < s.n)
		replace(trip);
}

/* What is UTF-8 as it should be. */
static void
add_whole(struct charset_trip *trip, struct str s)
{
	while (s.n) {
		buf_add(trip->out, str_sub(s, 0, TRIP_PART));
		s = str_sub(s, TRIP_PART, s.n);
		mem_trail_pass(trip->behind, s.p);
	}
}

/* Bytes at the start of s that are ASCII, or that are not. */
static size_t
run_length(struct str s, bool is_ascii)
{
	size_t n = 0;

	while (n < s.n && ((unsigned char)s.p[n] < 0x80) == is_ascii)
		n++;
	return n;
}

/* Whether the run is words in EUC-KR: syllables and signs of KS X 1001, two at least. */
static bool
is_euc_kr(struct str run)
{
	for (size_t i = 0; i + 1 < run.n; i += 2) {
		unsigned char lead = (unsigned char)run.p[i], trail = (unsigned char)run.p[i + 1];

		if (trail < 0xa1 || trail > 0xfe || lead < 0xa1 || lead > 0xc8 || (lead > 0xac && lead < 0xb0))
			return false;
	}
	return run.n >= 4 && run.n % 2 == 0;
}

/* The letter of a surrogate pair each half of which was written by itself (CESU-8); -1 when s does not begin with one. */
static int32_t
take_halves(struct str *s)
{
	const unsigned char *p = (const unsigned char *)s->p;

	if (s->n < 6 || p[0] != 0xed || (p[1] & 0xf0) != 0xa0 || p[2] >> 6 != 2 || p[3] != 0xed || (p[4] & 0xf0) != 0xb0 || p[5] >> 6 != 2)
		return -1;
	*s = str_sub(*s, 6, s->n);
	return 0x10000 + ((p[1] & 0xf) << 16 | (p[2] & 0x3f) << 10 | (p[4] & 0xf) << 6 | (p[5] & 0x3f));
}

static void
add_damaged(struct charset_trip *trip, struct str s)
{
	while (s.n) {
		struct str rest = s;
		int32_t cp = take_halves(&rest);

		if (cp >= 0)
			utf8_add(trip->out, cp);
		else if (utf8_next(&rest) != UTF8_REPLACEMENT || utf8_is_valid(str_sub(s, 0, s.n - rest.n)))
			buf_add(trip->out, str_sub(s, 0, s.n - rest.n));
		else
			replace(trip);
		s = rest;
	}
}

/* Words of EUC-KR among UTF-8, as where a page is put together from two; false when they are none. Who tries charsets does not want to know. */
static bool
add_euc_kr(struct charset_trip *trip, struct str run)
{
	struct charset_trip part = { .set = trip->set, .bytes = run, .out = trip->out };

	if (trip->is_trial || trip->set->wide[0] == (iconv_t)-1 || !is_euc_kr(run))
		return false;
	from_iconv(&part, trip->set->wide[0]);
	trip->bad += 1 + part.bad;
	return true;
}

static void
from_utf8(struct charset_trip *trip)
{
	struct str s = trip->bytes;

	if (utf8_is_valid(s)) {
		add_whole(trip, s);
		return;
	}
	while (s.n) {
		size_t ascii = run_length(s, true), n = run_length(str_sub(s, ascii, s.n), false);
		struct str run = str_sub(s, ascii, ascii + n);

		buf_add(trip->out, str_sub(s, 0, ascii));
		if (utf8_is_valid(run))
			buf_add(trip->out, run);
		else if (!add_euc_kr(trip, run))
			add_damaged(trip, run);
		s = str_sub(s, ascii + n, s.n);
	}
}

bool
charset_trip_run(struct charset_trip *trip, const char *name)
{
	const struct charset_table *table = charset_table_find(str_of(name));

	if (str_is(str_of(name), "utf-8")) {
		from_utf8(trip);
		return true;
	}
	if (str_starts(str_of(name), "utf-16") || str_starts(str_of(name), "utf-32")) {
		from_utf16_or_32(trip, name[4] == '1' ? 2 : 4, name[6] == 'l');
		return true;
	}
	if (table) {
		from_table(trip, table);
		return true;
	}
	if (charset_is_plain(trip->bytes)) {
		from_utf8(trip); /* ASCII is the same in all of them */
		return true;
	}
	for (size_t i = 0; i < WIDE_COUNT; i++)
		if (str_is(str_of(name), wide_charsets[i].name) && trip->set->wide[i] != (iconv_t)-1) {
			from_iconv(trip, trip->set->wide[i]);
			return true;
		}
	return false;
}

