#include "unit.h"

#include <string.h>

#include "text/hangul_keymap.h"
#include "text/utf8.h"

static void
assert_keys(enum hangul_keymap map, const char *text, const char *want)
{
	struct str rest = str_of(text);
	struct buf got = { 0 };

	while (rest.n) {
		char keys[8];
		size_t n = hangul_keymap_keys(map, utf8_next(&rest), keys);

		(void)buf_add_bytes(&got, keys, n);
	}
	assert_str(buf_str(&got), want);
	buf_free(&got);
}

/* ---- what a two-set input method makes of keys, by looking ahead instead of remembering */

static const char consonant_keys[] = "rRseEfaqQtTdwWczxvg"; /* in the order of initials */
static const char vowel_keys[][3] = {
	"k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
};
static const char final_keys[][3] = {
	"", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T", "d", "w", "c",
	"z", "x", "v", "g",
};
static const char letter_keys[][3] = { /* consonants by themselves, U+3131 on */
	"r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt", "t", "T", "d", "w",
	"W", "c", "z", "x", "v", "g",
};

static bool
is_consonant(char key)
{
	return key && strchr(consonant_keys, key);
}

static bool
is_vowel(char key)
{
	return key && !is_consonant(key);
}

/* The longest entry of a table that stands at keys[*at] and no vowel takes a part of from it; moves *at behind it. -1 for none. */
static int
longest(const char (*table)[3], size_t n, const char *keys, size_t *at, bool is_taken_by_vowel)
{
	for (size_t length = 2; length >= 1; length--)
		for (size_t i = 0; i < n; i++)
			if (strlen(table[i]) == length && !strncmp(keys + *at, table[i], length) && !(is_taken_by_vowel && is_vowel(keys[*at + length]))) {
				*at += length;
				return (int)i;
			}
	return -1;
}

#define LONGEST(table_, keys_, at_, taken_) longest(table_, sizeof table_ / sizeof *table_, keys_, at_, taken_)

static int32_t
compose_one(const char *keys, size_t *at)
{
	int initial, vowel, final;

	if (is_vowel(keys[*at]))
		return 0x314f + LONGEST(vowel_keys, keys, at, false);
	if (!is_vowel(keys[*at + 1])) {
		int letter = LONGEST(letter_keys, keys, at, true);

		return 0x3131 + (letter >= 0 ? letter : LONGEST(letter_keys, keys, at, false));
	}
	initial = (int)(strchr(consonant_keys, keys[(*at)++]) - consonant_keys);
	vowel = LONGEST(vowel_keys, keys, at, false);
	final = LONGEST(final_keys, keys, at, true);
	return 0xac00 + (initial * 21 + vowel) * 28 + (final > 0 ? final : 0);
}

static void
two_set_keys_survive_whatever_they_are_made_into(void **state)
{
	static const char all[] = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml";
	uint32_t seed = 19970817;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		char keys[16] = "";
		struct buf text = { 0 };
		size_t n, at = 0;

		seed = seed * 1103515245u + 12345u;
		n = 1 + (seed >> 16) % 12;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1103515245u + 12345u;
			keys[i] = all[(seed >> 16) % (sizeof all - 1)];
		}
		while (keys[at])
			utf8_add(&text, compose_one(keys, &at));
		assert_keys(HANGUL_2SET, buf_cstr(&text), keys);
		buf_free(&text);
	}
}

static void
three_set_keyboards_have_keys_of_their_own(void **state)
{
	(void)state;
	assert_keys(HANGUL_3SET_390, "한글", "mfskgw");
	assert_keys(HANGUL_3SET_FINAL, "한글", "mfskgw");
	assert_keys(HANGUL_3SET_390, "읽얘꺾", "jdDjRkktF");
	assert_keys(HANGUL_3SET_FINAL, "읽얘꺾", "jd@jGkkt!");
	assert_keys(HANGUL_3SET_390, "앉놔의", "jfs!h/fj8");
	assert_keys(HANGUL_3SET_FINAL, "앉놔의", "jfEh/fj8");
	assert_keys(HANGUL_3SET_390, "ㅇㅋㅏㄳ", "j0fxq");
	assert_keys(HANGUL_3SET_FINAL, "ㅇㅋㅏㄳ", "j0fV");
	assert_keys(HANGUL_3SET_390, "\u1100\u1161\u11a8", "kfx"); /* conjoining: the final is told from the initial */
	assert_keys(HANGUL_3SET_390, "abc한!", "mfs");
}

static void
a_keymap_that_is_off_knows_no_hangul(void **state)
{
	(void)state;
	assert_keys(HANGUL_OFF, "한글ㅓㅏ", "");
}

/* No two syllables stand for the same keys. */
static void
each_syllable_of_three_sets_is_told_by_its_keys(void **state)
{
	(void)state;
	for (enum hangul_keymap map = HANGUL_3SET_390; map <= HANGUL_3SET_FINAL; map++)
		for (int32_t cp = 0xac00; cp < 0xd7a4; cp++) {
			char keys[8], other[8];
			size_t n = hangul_keymap_keys(map, cp, keys), m = hangul_keymap_keys(map, cp + 1, other);

			assert_true(n >= 2 && n <= 7);
			assert_false(n == m && !memcmp(keys, other, n));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_set_keys_survive_whatever_they_are_made_into),
		cmocka_unit_test(three_set_keyboards_have_keys_of_their_own),
		cmocka_unit_test(a_keymap_that_is_off_knows_no_hangul),
		cmocka_unit_test(each_syllable_of_three_sets_is_told_by_its_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
