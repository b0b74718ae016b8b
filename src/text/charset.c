#include "text/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/tr.h"
#include "text/charset_guess.h"
#include "text/charset_guess_other.h"
#include "text/charset_label.h"
#include "text/charset_table.h"
#include "text/utf8.h"

/* The charsets of several bytes a letter come from the C library. */
static const struct {
	const char *name, *iconv_name;
} wide_charsets[] = {
	{ "cp949", "CP949" },
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
};

/* What makes letters of two bytes of ASCII in the charsets of ISO 2022. */
enum { SHIFT_OUT = 0x0e, ESCAPE = 0x1b };

/* Bytes on their way to UTF-8. */
struct trip {
	struct charset *set;
	struct str bytes;
	struct buf *out;
	size_t bad; /* places that were replaced */
};

static struct charset *
open_set(bool has_converters)
{
	struct charset *set = mem_alloc(sizeof *set);

	for (size_t i = 0; i < WIDE_COUNT; i++)
		set->wide[i] = has_converters ? iconv_open("UTF-8", wide_charsets[i].iconv_name) : (iconv_t)-1;
	return set;
}

struct charset *
charset_open(void)
{
	return open_set(true);
}

struct charset *
charset_open_plain(void)
{
	return open_set(false);
}

bool
charset_is_plain(struct str bytes)
{
	if (str_find_char(bytes, SHIFT_OUT) < bytes.n || str_find_char(bytes, ESCAPE) < bytes.n)
		return false;
	if (str_is_ascii(bytes))
		return true;
	if (!utf8_is_valid(bytes))
		return false;
	for (size_t i = 0; i < bytes.n; i++)
		if ((unsigned char)bytes.p[i] >= 0xe0)
			return true; /* a letter of three bytes: is_either() has doubts about those of two */
	return false;
}

void
charset_free(struct charset *set)
{
	if (!set)
		return;
	for (size_t i = 0; i < WIDE_COUNT; i++)
		if (set->wide[i] != (iconv_t)-1)
			(void)iconv_close(set->wide[i]);
	free(set);
}

static void
replace(struct trip *trip)
{
	trip->bad++;
	utf8_add(trip->out, UTF8_REPLACEMENT);
}

static void
from_iconv(struct trip *trip, iconv_t cd)
{
	char *in = (char *)(uintptr_t)trip->bytes.p; /* iconv() only reads it */
	size_t left = trip->bytes.n;

	(void)iconv(cd, NULL, NULL, NULL, NULL);
	while (left && !trip->out->full) {
		size_t room = left * 2 + 64, before = room;
		char *to = buf_reserve(trip->out, room);

		if (!to) {
			trip->out->full = false;
			before = room = left < 4096 ? 16 : 4096;
			to = buf_reserve(trip->out, room);
		}
		if (!to)
			return;
		size_t rc = iconv(cd, &in, &left, &to, &room);
		trip->out->n += before - room;
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
from_table(struct trip *trip, const struct charset_table *table)
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
from_utf16_or_32(struct trip *trip, size_t size, bool is_little)
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

static void
from_utf8(struct trip *trip)
{
	struct str s = trip->bytes;

	if (utf8_is_valid(s)) {
		buf_add(trip->out, s);
		return;
	}
	while (s.n) {
		struct str rest = s;
		bool is_ok = utf8_next(&rest) != UTF8_REPLACEMENT || utf8_is_valid(str_sub(s, 0, s.n - rest.n));

		if (is_ok)
			buf_add(trip->out, str_sub(s, 0, s.n - rest.n));
		else
			replace(trip);
		s = rest;
	}
}

/* Reads the bytes as one of our charsets; false when this system does not have it. */
static bool
read_as(struct trip *trip, const char *name)
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

/* Bytes that would be replaced when read as name; SIZE_MAX where it cannot be read. */
static size_t
count_bad(struct charset *set, struct str bytes, const char *name)
{
	struct buf out = { 0 };
	struct trip trip = { .set = set, .bytes = bytes, .out = &out };
	size_t bad = read_as(&trip, name) ? trip.bad : SIZE_MAX;

	buf_free(&out);
	return bad;
}

/* What a document in EBCDIC says of itself: it is readable enough in any of its pages. */
static const char *
label_of_ebcdic(struct charset *set, struct str bytes)
{
	struct buf out = { 0 };
	struct trip trip = { .set = set, .bytes = str_sub(bytes, 0, 256), .out = &out };

	(void)read_as(&trip, "cp037");
	const char *name = charset_label(charset_label_inside(buf_str(&out)));
	buf_free(&out);
	return name ? name : "cp037";
}

/* A Western label is often a server's default on Korean pages. */
static bool
is_western(const char *name)
{
	return str_is(str_of(name), "windows-1252") || str_is(str_of(name), "iso-8859-15");
}

static bool
is_ascii_based(const char *name)
{
	const struct charset_table *table = charset_table_find(str_of(name));

	if (table)
		return !table->is_ebcdic;
	return !str_starts(str_of(name), "utf-16") && !str_starts(str_of(name), "utf-32");
}

/* Letters of two or four bytes have NULs among ASCII, and would have been seen by their form. */
static bool
is_whole_words(const char *name)
{
	return str_starts(str_of(name), "utf-16") || str_starts(str_of(name), "utf-32");
}

/* The label that leaves the fewest bytes unread; NULL where all that there are leave every third one unread. */
static const char *
best_label(struct charset *set, struct str bytes, const char *const labels[2], bool has_guess, size_t *best_bad)
{
	const char *best = NULL;
	size_t letters = 0;

	*best_bad = SIZE_MAX;
	for (size_t i = 0; i < bytes.n; i++)
		letters += (unsigned char)bytes.p[i] >= 0x80;
	for (size_t i = 0; i < 2; i++) {
		if (!labels[i] || (is_western(labels[i]) && has_guess) || is_whole_words(labels[i]))
			continue;
		size_t bad = count_bad(set, bytes, labels[i]);
		if (bad < *best_bad && bad * 3 <= letters) {
			best = labels[i];
			*best_bad = bad;
		}
	}
	return best;
}

/* The best of the labels and the guess, for bytes above ASCII that are not UTF-8. */
static const char *
choose(struct charset *set, struct str bytes, const char *const labels[2])
{
	const char *guess = charset_guess(bytes), *best, *other;
	size_t best_bad;

	if (guess && str_is(str_of(guess), "utf-8"))
		return guess;
	best = best_label(set, bytes, labels, guess != NULL, &best_bad);
	if (best)
		return guess && count_bad(set, bytes, guess) * 4 < best_bad ? guess : best;
	if (guess)
		return guess;
	other = charset_guess_other(bytes);
	if (other)
		return other;
	return !labels[0] && !labels[1] && charset_guess_has_hangul(bytes) ? "utf-8" : "windows-1252";
}

/* Letters that EUC-KR and UTF-8 both write in two bytes: nothing but the label tells which they are. */
static bool
is_either(struct str bytes, const char *label)
{
	if (!label || !(str_is(str_of(label), "cp949") || str_is(str_of(label), "johab")))
		return false;
	for (size_t i = 0; i < bytes.n; i++)
		if ((unsigned char)bytes.p[i] >= 0xe0)
			return false;
	return true;
}

static const char *
pick(struct charset *set, struct str bytes, struct str http_type, struct charset_found *found)
{
	const char *const labels[2] = {
		charset_label(charset_label_http(http_type)),
		charset_label(charset_label_inside(bytes)),
	};
	const char *label = labels[0] ? labels[0] : labels[1];
	const char *name = charset_guess_form(bytes);

	if (name && str_is(str_of(name), "ebcdic"))
		return label_of_ebcdic(set, bytes);
	if (name)
		return name;
	if (utf8_is_valid(bytes))
		name = label && ((charset_guess_is_ascii(bytes) && is_ascii_based(label)) || is_either(bytes, label)) ? label : "utf-8";
	else
		name = choose(set, bytes, labels);
	found->is_label_wrong = strcmp(name, label ? label : "utf-8") != 0;
	return name;
}

bool
charset_says_utf8(struct str bytes, struct str http_type)
{
	const char *http = charset_label(charset_label_http(http_type)), *inside = charset_label(charset_label_inside(bytes));
	const char *label = http ? http : inside;

	return !label || str_is(str_of(label), "utf-8");
}

int
charset_decode(struct charset *set, struct str bytes, struct str http_type, struct buf *out, struct charset_found *found, struct err *err)
{
	size_t from = out->n;
	struct trip trip = { .set = set, .bytes = bytes, .out = out };

	*found = (struct charset_found){ 0 };
	const char *name = pick(set, bytes, http_type, found);
	if (str_is(str_of(name), "utf-8") && str_starts(bytes, "\xef\xbb\xbf"))
		trip.bytes = str_sub(bytes, 3, bytes.n);
	if (!read_as(&trip, name))
		from_utf8(&trip);
	snprintf(found->name, sizeof found->name, "%s", name);
	found->is_repaired = trip.bad > 0;
	if (!out->full)
		return 0;
	buf_truncate(out, from);
	return err_set(err, ERR_LIMIT, tr("the text is larger than %zu bytes"), out->max);
}
