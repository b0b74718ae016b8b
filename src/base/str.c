#include "base/str.h"

#include "base/block.h"
#include "base/word.h"

enum { FIND_SHORT = 32 }; /* bytes of a needle that is looked for byte by byte */

bool
str_eq_icase(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (str_lower(a.p[i]) != str_lower(b.p[i]))
			return false;
	return true;
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.p, b.p, n) : 0;

	if (order)
		return order;
	return a.n < b.n ? -1 : a.n > b.n;
}

/*
 * memmem() makes a table of each needle, which texts as short as ours do not pay back. Looked for is its
 * last byte: the first one is that of every third syllable in Korean.
 */
static size_t
find_short(struct str s, struct str needle)
{
	const size_t before = needle.n - 1;
	const char *end = s.p + s.n, *at = s.p + before;

	while ((at = memchr(at, needle.p[before], (size_t)(end - at)))) {
		if (!memcmp(at - before, needle.p, before))
			return (size_t)(at - before - s.p);
		at++;
	}
	return s.n;
}

size_t
str_find(struct str s, struct str needle)
{
	const char *hit;

	if (!needle.n)
		return 0;
	if (s.n < needle.n)
		return s.n;
	if (needle.n <= FIND_SHORT)
		return find_short(s, needle);
	hit = memmem(s.p, s.n, needle.p, needle.n);
	return hit ? (size_t)(hit - s.p) : s.n;
}

bool
str_has(struct str s, const char *needle)
{
	return !*needle || str_find(s, str_of(needle)) < s.n;
}

bool
str_cut(struct str s, char c, struct str *head, struct str *tail)
{
	size_t at = str_find_char(s, c);
	struct str after = str_sub(s, at + 1, s.n);

	if (head)
		*head = str_sub(s, 0, at);
	if (tail)
		*tail = at < s.n ? after : STR_NONE;
	return at < s.n;
}

struct str
str_trim(struct str s)
{
	while (s.n && str_is_space(s.p[0]))
		s = str_sub(s, 1, s.n);
	while (s.n && str_is_space(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_word(struct str *s)
{
	size_t from = 0, to;

	while (from < s->n && str_is_space(s->p[from]))
		from++;
	for (to = from; to < s->n && !str_is_space(s->p[to]);)
		to++;
	struct str word = str_sub(*s, from, to);
	*s = str_sub(*s, to, s->n);
	return word;
}

bool
str_line(struct str *s, struct str *line)
{
	struct str rest = *s;

	if (!rest.n)
		return false;
	str_cut(rest, '\n', line, s);
	if (line->n && line->p[line->n - 1] == '\r')
		line->n--;
	return true;
}

bool
str_has_word(struct str list, const char *word)
{
	struct str one;

	while ((one = str_word(&list)).n)
		if (str_is_icase(one, word))
			return true;
	return false;
}

bool
str_is_ascii(struct str s)
{
	size_t i = 0;

	for (; s.n - i >= sizeof(uint64_t); i += sizeof(uint64_t))
		if (word_at(s.p + i) & WORD_EACH(0x80))
			return false;
	for (; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return true;
}

bool
str_is_folded(struct str s)
{
	size_t i = 0;

	for (; s.n - i > BLOCK_BYTES; i += BLOCK_BYTES) {
		block b = block_at(s.p + i);

		if (block_bits(block_is_from(b, '\t', '\r') | (block_is(b, ' ') & block_is(block_at(s.p + i + 1), ' '))))
			return false;
	}
	for (; s.n - i > sizeof(uint64_t); i += sizeof(uint64_t)) {
		uint64_t word = word_at(s.p + i), behind = word_at(s.p + i + 1);

		if (word_controls(word) || (word_find(word, ' ') & word_find(behind, ' ')))
			return false;
	}
	for (; i < s.n; i++)
		if (str_is_space(s.p[i]) && (s.p[i] != ' ' || (i + 1 < s.n && s.p[i + 1] == ' ')))
			return false;
	return true;
}

bool
str_is_one_of(struct str s, const char *const *list)
{
	for (; *list; list++)
		if (str_is_icase(s, *list))
			return true;
	return false;
}

size_t
str_run(struct str s, size_t at, char c)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == c)
		n++;
	return n;
}

size_t
str_digits(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += str_is_digit(s.p[i]);
	return n;
}
