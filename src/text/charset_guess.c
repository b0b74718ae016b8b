#include "text/charset_guess.h"

#include "base/word.h"
#include "text/utf8.h"

static const struct {
	const char *bytes;
	size_t n;
	const char *name;
} forms[] = {
	{ "\xef\xbb\xbf", 3, "utf-8" },
	{ "\0\0\xfe\xff", 4, "utf-32be" },
	{ "\xff\xfe\0\0", 4, "utf-32le" },
	{ "\xfe\xff", 2, "utf-16be" },
	{ "\xff\xfe", 2, "utf-16le" },
	{ "\0\0\0<", 4, "utf-32be" },
	{ "<\0\0\0", 4, "utf-32le" },
	{ "\0<\0", 3, "utf-16be" },
	{ "<\0", 2, "utf-16le" },
	{ "{\0\"\0", 4, "utf-16le" },
	{ "\0{\0\"", 4, "utf-16be" },
	{ "\x4c\x6f\xa7\x94", 4, "ebcdic" },
};

/* Sequences that switch alphabets (ISO 2022). */
static const struct {
	const char *escape, *name;
} escapes[] = {
	{ "\x1b$)C", "iso-2022-kr" },
	{ "\x1b$B", "iso-2022-jp" },
	{ "\x1b$@", "iso-2022-jp" },
};

const char *
charset_guess_form(struct str bytes)
{
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (str_eq(str_sub(bytes, 0, forms[i].n), str_new(forms[i].bytes, forms[i].n)))
			return forms[i].name;
	if (str_find_char(bytes, '\x1b') == bytes.n)
		return NULL;
	for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
		if (str_has(bytes, escapes[i].escape) && charset_guess_is_ascii(bytes))
			return escapes[i].name;
	return NULL;
}

bool
charset_guess_is_ascii(struct str bytes)
{
	return utf8_ascii(bytes) == bytes.n;
}

/* How far the bytes go together as letters of two bytes. */
struct pairs {
	size_t all, bad;
	size_t added;  /* what CP949 adds to KS X 1001 */
	size_t hangul; /* the rows of Hangul in KS X 1001, and all that CP949 adds */
	size_t kana;   /* the rows of kana in JIS X 0208 */
	size_t marks;  /* the rows of signs, which say nothing */
	size_t particles; /* syllables that no Korean text is without, and that are rare characters in Chinese */
};

/* What a byte may be as the first or second of two. */
enum { IN_KS = 1, IN_ADDED = 2, IN_HANGUL = 4, IN_KANA = 8, IN_MARKS = 16, IN_PARTICLE = 32 };

static const unsigned char leads[256] = {
	[0x81 ... 0xa0] = IN_ADDED, [0xa1 ... 0xa3] = IN_KS | IN_ADDED | IN_MARKS, [0xa4 ... 0xa5] = IN_KS | IN_ADDED | IN_MARKS | IN_KANA,
	[0xa6 ... 0xa8] = IN_KS | IN_ADDED | IN_MARKS, [0xa9 ... 0xaf] = IN_KS | IN_ADDED, [0xb0 ... 0xb3] = IN_KS | IN_ADDED | IN_HANGUL,
	[0xb4] = IN_KS | IN_ADDED | IN_HANGUL | IN_PARTICLE, [0xb5 ... 0xb6] = IN_KS | IN_ADDED | IN_HANGUL,
	[0xb7 ... 0xb8] = IN_KS | IN_ADDED | IN_HANGUL | IN_PARTICLE, [0xb9 ... 0xbe] = IN_KS | IN_ADDED | IN_HANGUL,
	[0xbf ... 0xc0] = IN_KS | IN_ADDED | IN_HANGUL | IN_PARTICLE, [0xc1 ... 0xc6] = IN_KS | IN_ADDED | IN_HANGUL,
	[0xc7] = IN_KS | IN_HANGUL | IN_PARTICLE, [0xc8] = IN_KS | IN_HANGUL, [0xc9 ... 0xfe] = IN_KS,
};
static const unsigned char trails[256] = {
	['A' ... 'Z'] = IN_ADDED, ['a' ... 'z'] = IN_ADDED, [0x81 ... 0xa0] = IN_ADDED, [0xa1 ... 0xfe] = IN_KS | IN_ADDED,
};

static bool
is_particle(unsigned char lead, unsigned char trail)
{
	switch (lead << 8 | trail) {
	case 0xb4d9: /* 다 */
	case 0xb4c2: /* 는 */
	case 0xc0cc: /* 이 */
	case 0xc0ba: /* 은 */
	case 0xc0bb: /* 을 */
	case 0xb8a6: /* 를 */
	case 0xc0c7: /* 의 */
	case 0xbfa1: /* 에 */
	case 0xc7d1: /* 한 */
	case 0xb7ce: /* 로 */
	case 0xc7cf: /* 하 */
		return true;
	default:
		return false;
	}
}

/* A syllable of KS X 1001 at s[i]. */
static bool
is_syllable(struct str s, size_t i)
{
	return i + 1 < s.n && (unsigned char)s.p[i] >= 0xb0 && (unsigned char)s.p[i] <= 0xc8 && (unsigned char)s.p[i + 1] >= 0xa1 &&
	       (unsigned char)s.p[i + 1] <= 0xfe;
}

/* Whether s[i] stands in front of syllables and is part of none: half a letter, which those behind it must not be paired with. */
static bool
is_stray(struct str s, size_t i)
{
	return !is_syllable(s, i) && is_syllable(s, i + 1) && (is_syllable(s, i + 3) || i + 3 >= s.n || (unsigned char)s.p[i + 3] < 0x80);
}

enum stray { STRAY_PAIRED, STRAY_ALONE };

/* The two bytes, which are one letter of KS X 1001. */
static void
count_ks(struct pairs *count, unsigned char lead, unsigned char trail)
{
	unsigned char in = leads[lead];

	count->hangul += (in & IN_HANGUL) != 0;
	count->kana += (in & IN_KANA) != 0;
	count->marks += (in & IN_MARKS) != 0;
	count->particles += (in & IN_PARTICLE) && is_particle(lead, trail);
}

static struct pairs
count_pairs(struct str s, enum stray stray)
{
	struct pairs count = { 0 };

	for (size_t i = 0; i < s.n; i++) {
		unsigned char lead = (unsigned char)s.p[i];
		unsigned char trail = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0, pair = leads[lead] & trails[trail];

		if (lead < 0x80) {
			i += utf8_ascii(str_sub(s, i + 1, s.n));
			continue;
		}
		count.all++;
		if (stray == STRAY_ALONE && is_stray(s, i)) {
			count.bad++;
			continue;
		}
		if (pair & IN_KS) {
			count_ks(&count, lead, trail);
		} else if (pair) {
			count.added++;
			count.hangul++;
		} else {
			count.bad++;
		}
		i += pair != 0;
	}
	return count;
}

/* Nearly all Hangul; or, among Chinese characters, the syllables that hold a sentence together. */
static bool
is_korean(const struct pairs *pairs)
{
	size_t letters = pairs->all - pairs->marks - pairs->bad;

	if (pairs->bad * 20 > pairs->all + 60 || pairs->hangul < pairs->bad * 2)
		return false;
	return (pairs->hangul && pairs->hangul * 10 >= letters * 8) || (pairs->particles >= 2 && pairs->particles * 12 >= letters);
}

/* Kana in Shift_JIS are 82 9f-f1 and 83 40-96. */
static bool
looks_shift_jis(struct str s)
{
	size_t all = 0, kana = 0;

	for (size_t i = 0; i + 1 < s.n; i++) {
		unsigned char lead = (unsigned char)s.p[i], trail = (unsigned char)s.p[i + 1];

		if (lead < 0x80) {
			i += utf8_ascii(str_sub(s, i + 1, s.n));
			continue;
		}
		all++;
		kana += (lead == 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead == 0x83 && trail >= 0x40 && trail <= 0x96);
		i++;
	}
	return all >= 4 && kana * 10 >= all * 3;
}

/* Where all bytes go together, kana in Shift_JIS are among what CP949 adds. */
static bool
may_be_shift_jis(const struct pairs *pairs)
{
	return pairs->bad || pairs->added * 10 >= pairs->all * 3;
}

/* How far the bytes are UTF-8. */
struct sequences {
	size_t good, bad;
	size_t hangul; /* syllables among the good */
	bool is_cut;   /* the last one is bad */
};

/* The sequence at the start of *s, which is taken off it. */
static void
count_next(struct sequences *count, struct str *s)
{
	int32_t cp = utf8_next(s);

	count->good += cp >= 0x80 && cp != UTF8_REPLACEMENT;
	count->hangul += cp >= 0xac00 && cp <= 0xd7a3;
	count->bad += cp == UTF8_REPLACEMENT;
	count->is_cut = !s->n && cp == UTF8_REPLACEMENT;
}

static struct sequences
count_sequences(struct str s)
{
	struct sequences count = { 0 };

	while (s.n)
		count_next(&count, &s);
	return count;
}

/* s without ASCII at its start, eight bytes at a time; one is left. */
static struct str
skip_ascii(struct str s)
{
	while (s.n > sizeof(uint64_t) && !(word_at(s.p) & WORD_EACH(0x80)))
		s = str_new(s.p + sizeof(uint64_t), s.n - sizeof(uint64_t));
	return s;
}

/* Nearly all that is above ASCII, no more than `most` letters, is well-formed: UTF-8 with damage, or cut off. Most text of another charset is told by its first part. */
static bool
looks_utf8(struct str s, size_t most)
{
	struct sequences count = { 0 };

	while (s.n) {
		s = skip_ascii(s);
		if (count.bad > 1 && (count.bad * 5 > most || count.bad * 5 > count.good + s.n / 2)) /* which are no more letters than that */
			return false;
		count_next(&count, &s);
	}
	return count.good >= 3 && (count.bad * 5 <= count.good || (count.bad == 1 && count.is_cut));
}

bool
charset_guess_has_hangul(struct str bytes)
{
	return count_sequences(bytes).hangul > 0;
}

const char *
charset_guess(struct str bytes)
{
	struct pairs pairs = count_pairs(bytes, STRAY_PAIRED), mended;
	struct sequences sequences;

	if (looks_utf8(bytes, pairs.all))
		return "utf-8";
	if (pairs.all < 2)
		return charset_guess_has_hangul(bytes) ? "utf-8" : NULL;
	if (may_be_shift_jis(&pairs) && looks_shift_jis(bytes))
		return "shift_jis";
	if (pairs.kana * 10 >= pairs.all * 3 && (pairs.bad + pairs.added) * 20 <= pairs.all)
		return "euc-jp";
	if (is_korean(&pairs))
		return "cp949";
	mended = count_pairs(bytes, STRAY_ALONE);
	if (mended.added == 0 && is_korean(&mended))
		return "cp949";
	sequences = count_sequences(bytes);
	if (sequences.hangul >= 3 && sequences.bad <= sequences.hangul * 6) /* which are none by chance: words of another charset among them */
		return "utf-8";
	return sequences.hangul && sequences.bad <= sequences.good + 1 ? "utf-8" : NULL;
}
