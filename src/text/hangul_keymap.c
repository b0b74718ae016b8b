#include "text/hangul_keymap.h"

#include <string.h>

#include "text/hangul.h"

enum {
	SYLLABLES = 0xac00,
	SYLLABLES_END = 0xd7a4,
	INITIALS = 19,
	VOWELS = 21,
	FINALS = 28, /* none among them */
	LETTERS = 0x3131,
	LETTERS_END = 0x3164,
	FIRST_VOWEL = 0x314f,
};

/* Keys in the order of the parts of syllables. */
struct layout {
	char initials[INITIALS][3], vowels[VOWELS][3], finals[FINALS][3];
};

#define INITIAL_KEYS { "k", "kk", "h", "u", "uu", "y", "i", ";", ";;", "n", "nn", "j", "l", "ll", "o", "0", "'", "p", "m" }
#define VOWEL_KEYS(yae_) { "f", "r", "6", yae_, "t", "c", "e", "7", "v", "/f", "/r", "/d", "4", "b", "9t", "9c", "9d", "5", "g", "8", "d" }

static const struct layout layouts[] = {
	[HANGUL_3SET_390] = { INITIAL_KEYS, VOWEL_KEYS("R"),
		{ "", "x", "F", "xq", "s", "s!", "S", "A", "w", "D", "C", "w3", "wq", "wW", "wQ", "V", "z", "3", "X", "q", "2", "a", "!", "Z",
			"E", "W", "Q", "1" } },
	[HANGUL_3SET_FINAL] = { INITIAL_KEYS, VOWEL_KEYS("G"),
		{ "", "x", "!", "V", "s", "E", "S", "A", "w", "@", "F", "D", "T", "%", "$", "R", "z", "3", "X", "q", "2", "a", "#", "Z",
			"C", "W", "Q", "1" } },
};

/* Consonants by themselves, U+3131 on: the initial that each is, or behind INITIALS the final. */
#define FINAL(n_) (INITIALS + (n_))
static const int8_t consonants[] = { 0, 1, FINAL(3), 2, FINAL(5), FINAL(6), 3, 4, 5, FINAL(9), FINAL(10), FINAL(11), FINAL(12), FINAL(13),
	FINAL(14), FINAL(15), 6, 7, 8, FINAL(18), 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 };

static size_t
put(char *keys, size_t n, const char *more)
{
	memcpy(keys + n, more, strlen(more));
	return n + strlen(more);
}

static size_t
letter_keys(const struct layout *l, int32_t cp, char keys[8])
{
	int consonant;

	if (cp >= FIRST_VOWEL)
		return put(keys, 0, l->vowels[cp - FIRST_VOWEL]);
	consonant = consonants[cp - LETTERS];
	return put(keys, 0, consonant < INITIALS ? l->initials[consonant] : l->finals[consonant - INITIALS]);
}

size_t
hangul_keymap_keys(enum hangul_keymap map, int32_t cp, char keys[8])
{
	const struct layout *l = &layouts[map == HANGUL_OFF ? HANGUL_2SET : map];
	size_t n;
	int i = cp - SYLLABLES;

	if (map == HANGUL_OFF)
		return 0;
	if (map == HANGUL_2SET)
		return hangul_keys(cp, keys);
	if (cp >= LETTERS && cp < LETTERS_END)
		return letter_keys(l, cp, keys);
	if (cp >= 0x1100 && cp < 0x1100 + INITIALS)
		return put(keys, 0, l->initials[cp - 0x1100]);
	if (cp >= 0x1161 && cp < 0x1161 + VOWELS)
		return put(keys, 0, l->vowels[cp - 0x1161]);
	if (cp > 0x11a7 && cp < 0x11a7 + FINALS)
		return put(keys, 0, l->finals[cp - 0x11a7]);
	if (cp < SYLLABLES || cp >= SYLLABLES_END)
		return 0;
	n = put(keys, 0, l->initials[i / (VOWELS * FINALS)]);
	n = put(keys, n, l->vowels[i / FINALS % VOWELS]);
	return put(keys, n, l->finals[i % FINALS]);
}
