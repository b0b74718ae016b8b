#include "text/wrap_word.h"

#include "text/utf8.h"
#include "text/width.h"
#include "text/wrap_class.h"

static size_t
word_end(struct str text, size_t at)
{
	return at + str_find_char(str_sub(text, at, text.n), ' ');
}

size_t
wrap_word_skip(struct str text, size_t at)
{
	while (at < text.n && text.p[at] == ' ')
		at++;
	return at;
}

static bool
is_number_at(struct str s, size_t *at, size_t min, size_t max)
{
	size_t n = 0;

	while (*at + n < s.n && n <= max && str_is_digit(s.p[*at + n]))
		n++;
	if (n < min || n > max || *at + n >= s.n || s.p[*at + n] != '.')
		return false;
	*at += n + 1;
	return true;
}

/* Where "M. D." ends behind a word that ends in "YYYY."; 0 when it is no date. */
static size_t
end_of_date(struct str text, size_t word, size_t next)
{
	size_t year = next - 1, at = next;

	while (year > word && text.p[year - 1] == ' ')
		year--;
	if (year < word + 5)
		return 0;
	year -= 5;
	if (!is_number_at(text, &year, 4, 4) || !is_number_at(text, &at, 1, 2) || at >= text.n || text.p[at] != ' ')
		return 0;
	at++;
	return is_number_at(text, &at, 1, 2) ? word_end(text, at) : 0;
}

/* True when [at, end) is one code point, which is returned in *cp. */
static bool
is_single(struct str text, size_t at, size_t end, int32_t *cp)
{
	struct str s = str_sub(text, at, end);

	*cp = utf8_next(&s);
	return !s.n || s.p[0] == ' ';
}

/* A stop begins a word only where letters follow (.NET); "." and "..." end the one before. */
static bool
is_stop(struct str word)
{
	return word.p[0] == '.' && (word.n == 1 || word.p[1] == ' ' || word.p[1] == '.');
}

static bool
ends_open(struct str word)
{
	unsigned char last = (unsigned char)word.p[word.n - 1];

	return last < 0x80 ? wrap_class_is_open(last) : wrap_class_is_open(utf8_last(&word));
}

/* Hangul begins and ends most words: its first byte tells. */
static bool
is_hangul_at(struct str text, size_t at)
{
	return (unsigned char)text.p[at] >= 0xea && (unsigned char)text.p[at] <= 0xec;
}

/* True when the word at next stays with the one before, which ends at end. */
static bool
is_glued(struct str text, size_t end, size_t next)
{
	bool is_plain = end >= 3 && is_hangul_at(text, end - 3), is_alone;
	int32_t cp;

	if (!is_plain && ends_open(str_sub(text, 0, end)))
		return true;
	if (is_hangul_at(text, next))
		return false;
	is_alone = is_single(text, next, text.n, &cp);
	return wrap_class_sticks(cp) || is_stop(str_sub(text, next, text.n)) || (is_alone && wrap_class_is_dash(cp));
}

static bool
is_url(struct str word)
{
	size_t at = str_find_char(word, '@');

	if (str_starts_icase(word, "www.") || str_find(word, str_lit("://")) < word.n)
		return true;
	return at > 0 && at + 1 < word.n && str_find_char(str_sub(word, at, word.n), '.') < word.n - at;
}

static int
measure(struct str text, size_t at, size_t end, int limit)
{
	struct str s = str_sub(text, at, end);
	int cols = 0;

	while (s.n && cols <= limit)
		cols += width_next(&s);
	return cols;
}

struct wrap_word
wrap_word_at(struct str text, size_t at, int limit)
{
	struct wrap_word w = { .at = at, .end = word_end(text, at) };
	size_t word = at, next, date;

	while ((next = wrap_word_skip(text, w.end)) < text.n) {
		date = end_of_date(text, word, next);
		if (!date && !is_glued(text, w.end, next))
			break;
		w.end = date ? date : word_end(text, next);
		word = next;
	}
	w.cols = measure(text, w.at, w.end, limit);
	w.is_url = w.cols > limit / 2 && is_url(str_sub(text, w.at, w.end));
	return w;
}
