#include "page/meta_words.h"

enum { COMPARED = 400 }; /* bytes of a title that count */

/* How many bytes at the start of s are no part of a word: ASCII marks and those of typography. */
static size_t
mark_len(struct str s)
{
	if (str_starts(s, "\xe2\x80") || str_starts(s, "\xe3\x80"))
		return 3;
	if (str_starts(s, "\xc2\xa0") || str_starts(s, "\xc2\xab") || str_starts(s, "\xc2\xb7") || str_starts(s, "\xc2\xbb"))
		return 2;
	return s.n && !str_is_alpha(s.p[0]) && !str_is_digit(s.p[0]) && (unsigned char)s.p[0] < 0x80;
}

/* Takes the next run of letters off *s. */
static struct str
next_word(struct str *s)
{
	size_t n = 0, skip;
	struct str word;

	while ((skip = mark_len(*s)))
		*s = str_sub(*s, skip, s->n);
	while (n < s->n && !mark_len(str_sub(*s, n, s->n)))
		n++;
	word = str_sub(*s, 0, n);
	*s = str_sub(*s, n, s->n);
	return word;
}

static bool
has_word(struct str text, struct str word)
{
	struct str one;

	while ((one = next_word(&text)).n)
		if (str_eq_icase(one, word))
			return true;
	return false;
}

double
meta_words_likeness(struct str text, struct str title)
{
	struct str word, rest = str_sub(title, 0, COMPARED);
	size_t all = 0, found = 0;

	text = str_sub(text, 0, COMPARED);
	while ((word = next_word(&rest)).n) {
		all += word.n;
		found += has_word(text, word) ? word.n : 0;
	}
	return all && text.n ? (double)found / (double)all : 0;
}

bool
meta_words_same(struct str a, struct str b)
{
	struct str x, y;

	if (!a.n || !b.n)
		return false;
	do {
		x = next_word(&a);
		y = next_word(&b);
		if (!str_eq_icase(x, y))
			return false;
	} while (x.n);
	return true;
}

size_t
meta_words_count(struct str s)
{
	size_t n = 0;

	while (str_word(&s).n)
		n++;
	return n;
}
