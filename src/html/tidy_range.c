#include "html/tidy_range.h"

#include "base/block.h"

/* A formula in a line is no longer than this, in bytes. */
enum { FORMULA_MAX = 400 };

struct finder {
	struct tidy_ranges *ret;
	struct str text;
	bool has_no_end[4]; /* runs of 1, 2, 3 backticks that nothing ends from here on */
};

static void
add(struct finder *f, size_t from, size_t to, size_t n_open, size_t n_close)
{
	*vec_add(&f->ret->list) = (struct tidy_range){ from, to, n_open, n_close };
}

/* ---- backticks */

/* Where the next run of exactly n backticks stands in [from, to), or to. */
static size_t
find_ticks(struct str s, size_t from, size_t to, size_t n)
{
	while (from < to) {
		size_t found;

		from += str_find_char(str_sub(s, from, to), '`');
		found = str_run(str_sub(s, 0, to), from, '`');
		if (found == n || from >= to)
			return from;
		from += found;
	}
	return to;
}

/* The run of backticks at `at`; returns one past what it begins. */
static size_t
take_ticks(struct finder *f, size_t at, size_t to)
{
	size_t n = str_run(str_sub(f->text, 0, to), at, '`'), end;

	if (n > 3 || f->has_no_end[n])
		return at + n;
	end = find_ticks(f->text, at + n, to, n);
	f->has_no_end[n] = end == to;
	if (end == to)
		return at + n;
	add(f, at, end + n, n, n);
	return end + n;
}

/* ---- formulas */

/* TeX between two single dollars: signs that prices and shells do not have between theirs. */
static bool
is_tex(struct str s)
{
	bool has_sign = s.n == 1 && str_is_alpha(s.p[0]);

	if (!s.n || str_is_space(s.p[0]) || str_is_space(s.p[s.n - 1]))
		return false;
	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.p[i] >= 0x80 || s.p[i] == '`')
			return false;
		has_sign = has_sign || s.p[i] == '\\' || s.p[i] == '^' || (s.p[i] == '_' && i + 1 < s.n);
	}
	return has_sign;
}

/* Bytes of a formula at `at` with its marks; 0 for none. */
static size_t
formula_at(struct str s, size_t at, size_t to, size_t *n_marks)
{
	static const struct {
		const char *open, *close;
	} marks[] = { { "$$", "$$" }, { "\\(", "\\)" }, { "\\[", "\\]" }, { "$", "$" } };
	struct str rest = str_sub(s, at, at + FORMULA_MAX < to ? at + FORMULA_MAX : to), inside;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t n = strlen(marks[i].open), end;

		if (!str_starts(rest, marks[i].open))
			continue;
		end = str_find(str_sub(rest, n, rest.n), str_of(marks[i].close));
		inside = str_sub(rest, n, n + end);
		*n_marks = n;
		if (n + end >= rest.n || !str_trim(inside).n)
			return 0;
		if (n == 1 && (!is_tex(inside) || (n + end + 1 < rest.n && (str_is_digit(rest.p[n + end + 1]) || str_is_alpha(rest.p[n + end + 1])))))
			return 0;
		return n + end + strlen(marks[i].close);
	}
	return 0;
}

/* Adds the n bytes of a formula; the blanks inside of its marks go with them. */
static void
add_formula(struct finder *f, size_t at, size_t n, size_t n_marks)
{
	struct str inside = str_sub(f->text, at + n_marks, at + n - n_marks), bare = str_trim(inside);
	size_t before = (size_t)(bare.p - inside.p);

	add(f, at, at + n, n_marks + before, n_marks + inside.n - before - bare.n);
}

/* ---- all together */

/* Most text has none of the signs that code and formulas begin with. */
static bool
has_sign(struct str s)
{
	size_t i = 0;

	for (; s.n - i >= BLOCK_BYTES; i += BLOCK_BYTES) {
		block b = block_at(s.p + i);

		if (block_bits(block_is(b, '`') | block_is(b, '$') | block_is(b, '\\')))
			return true;
	}
	for (; i < s.n; i++)
		if (s.p[i] == '`' || s.p[i] == '$' || s.p[i] == '\\')
			return true;
	return false;
}

/* Adds what stands in [from, to), which is no code by markup. */
static void
find_between(struct finder *f, size_t from, size_t to)
{
	if (!has_sign(str_sub(f->text, from, to)))
		return;
	while (from < to) {
		size_t n, n_marks;

		if (f->text.p[from] == '`') {
			from = take_ticks(f, from, to);
		} else if ((f->text.p[from] == '$' || f->text.p[from] == '\\') && (n = formula_at(f->text, from, to, &n_marks))) {
			add_formula(f, from, n, n_marks);
			from += n;
		} else {
			from++;
		}
	}
}

void
tidy_range_find(struct tidy_ranges *ret, const struct draft *parts, const struct draft_part *line)
{
	struct finder f = { .ret = ret, .text = draft_text_of(parts, line) };
	size_t plain = 0;

	ret->list.n = 0;
	for (size_t i = line->run; i < line->run + line->n_runs; i++) {
		const struct draft_run *run = &parts->runs.v[i];
		size_t from = run->at - line->at;

		if (!(run->style.bits & (DRAFT_CODE_TEXT | DRAFT_KBD)))
			continue;
		find_between(&f, plain, from);
		plain = from + run->n;
		add(&f, from, plain, 0, 0);
		memset(f.has_no_end, 0, sizeof f.has_no_end);
	}
	find_between(&f, plain, f.text.n);
}

const struct tidy_range *
tidy_range_after(const struct tidy_ranges *ranges, size_t at)
{
	size_t low = 0, high = ranges->list.n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (ranges->list.v[mid].to > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low < ranges->list.n ? &ranges->list.v[low] : NULL;
}
