#include "text/charset.h"

#include <stdio.h>

#include "base/tr.h"
#include "text/charset_guess.h"
#include "text/charset_guess_other.h"
#include "text/charset_label.h"
#include "text/charset_table.h"
#include "text/charset_trip.h"
#include "text/utf8.h"

/* What makes letters of two bytes of ASCII in the charsets of ISO 2022. */
enum { SHIFT_OUT = 0x0e, ESCAPE = 0x1b };

struct charset *
charset_open(void)
{
	return charset_trip_open(true);
}

struct charset *
charset_open_plain(void)
{
	return charset_trip_open(false);
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
	charset_trip_free(set);
}

/* Bytes that would be replaced when read as name; SIZE_MAX where it cannot be read. */
static size_t
count_bad(struct charset *set, struct str bytes, const char *name)
{
	struct buf out = { 0 };
	struct charset_trip trip = { .set = set, .bytes = bytes, .out = &out, .is_trial = true };
	size_t bad = charset_trip_run(&trip, name) ? trip.bad : SIZE_MAX;

	buf_free(&out);
	return bad;
}

/* What a document in EBCDIC says of itself: it is readable enough in any of its pages. */
static const char *
label_of_ebcdic(struct charset *set, struct str bytes)
{
	struct buf out = { 0 };
	struct charset_trip trip = { .set = set, .bytes = str_sub(bytes, 0, 256), .out = &out };

	(void)charset_trip_run(&trip, "cp037");
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

/* Whether the labels, as far as there are any, say the same as the guess: then nothing is to be tried. */
static bool
is_only(const char *guess, const char *const labels[2])
{
	for (size_t i = 0; i < 2; i++)
		if (labels[i] && strcmp(labels[i], guess) != 0)
			return false;
	return true;
}

/* The best of the labels and the guess, for bytes above ASCII that are not UTF-8. */
static const char *
choose(struct charset *set, struct str bytes, const char *const labels[2])
{
	const char *guess = charset_guess(bytes), *best, *other;
	size_t best_bad;

	if (guess && (str_is(str_of(guess), "utf-8") || is_only(guess, labels)))
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
charset_decode_behind(struct charset *set, struct str bytes, struct str http_type, struct mem_trail *behind, struct buf *out,
	struct charset_found *found)
{
	size_t from = out->n;
	struct charset_trip trip = { .set = set, .bytes = bytes, .out = out, .behind = behind };

	*found = (struct charset_found){ 0 };
	const char *name = pick(set, bytes, http_type, found);
	if (str_is(str_of(name), "utf-8") && str_starts(bytes, "\xef\xbb\xbf"))
		trip.bytes = str_sub(bytes, 3, bytes.n);
	if (!charset_trip_run(&trip, name))
		(void)charset_trip_run(&trip, "utf-8");
	snprintf(found->name, sizeof found->name, "%s", name);
	found->is_repaired = trip.bad > 0;
	if (!out->full)
		return 0;
	buf_truncate(out, from);
	return -1;
}

int
charset_decode(struct charset *set, struct str bytes, struct str http_type, struct buf *out, struct charset_found *found, struct err *err)
{
	if (!charset_decode_behind(set, bytes, http_type, NULL, out, found))
		return 0;
	return err_set(err, ERR_LIMIT, tr("the text is larger than %zu bytes"), out->max);
}
