#include "html/tidy_span.h"

void
tidy_span_add(struct tidy_span *m, size_t at, size_t n, unsigned on, unsigned off)
{
	*vec_add(&m->marks) = (struct tidy_mark_at){ at, n, (uint16_t)on, (uint16_t)off };
}

/* ---- which bytes are code */

/* Adds the pairs of backticks in [from, to) of the line. */
static void
find_ticks(struct tidy_span *m, size_t from, size_t to)
{
	struct str s = m->text;

	while (from < to) {
		size_t at = from + str_find_char(str_sub(s, from, to), '`'), end;

		if (at >= to)
			return;
		end = at + 1 + str_find_char(str_sub(s, at + 1, to), '`');
		if (end >= to)
			return;
		from = end == at + 1 ? end + 1 : end;
		if (end == at + 1)
			continue;
		*vec_add(&m->code) = (struct tidy_range){ at, end + 1, true };
		from = end + 1;
	}
}

static void
find_code(struct tidy_span *m)
{
	const struct draft_part *line = m->line;
	size_t plain = 0;

	m->code.n = 0;
	for (size_t i = line->run; i < line->run + line->n_runs; i++) {
		const struct draft_run *run = &m->parts->runs.v[i];
		size_t from = run->at - line->at;

		if (!(run->style.bits & (DRAFT_CODE_TEXT | DRAFT_KBD)))
			continue;
		find_ticks(m, plain, from);
		plain = from + run->n;
		*vec_add(&m->code) = (struct tidy_range){ from, plain, false };
	}
	find_ticks(m, plain, m->text.n);
}

/* The first code that ends after `at`, or NULL. */
static const struct tidy_range *
code_after(const struct tidy_span *m, size_t at)
{
	size_t low = 0, high = m->code.n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (m->code.v[mid].to > at)
			high = mid;
		else
			low = mid + 1;
	}
	return low < m->code.n ? &m->code.v[low] : NULL;
}

/* One past the code that byte `at` is in; at when it is in none. */
static size_t
skip_code(const struct tidy_span *m, size_t at)
{
	const struct tidy_range *code = code_after(m, at);

	return code && code->from <= at ? code->to : at;
}

/* ---- finding */

static size_t
count_stars(struct str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == '*')
		n++;
	return n;
}

static bool
is_word(char c)
{
	return str_is_alpha(c) || str_is_digit(c);
}

/* Whether the stars in [at, to) may end bold text: not "2**10", not a blank before them. */
static bool
ends_strong(struct str s, size_t at, size_t to)
{
	return !str_is_space(s.p[at - 1]) && (to >= s.n || !is_word(s.p[to]) || !str_is_digit(s.p[at - 1]));
}

/* Where the "**" that ends what is in bold from `from` on stands, or text.n. */
static size_t
find_strong_end(const struct tidy_span *m, size_t from)
{
	for (size_t i = from; i < m->text.n; i++) {
		size_t n;

		i = skip_code(m, i);
		n = i < m->text.n ? count_stars(m->text, i) : 0;
		if (n >= 2 && i > from && ends_strong(m->text, i, i + n))
			return i;
		i += n > 1 ? n - 1 : 0;
	}
	return m->text.n;
}

/* Whether the stars before s[from] begin bold text; then where it ends is noted. */
static bool
begins_strong(struct tidy_span *m, size_t from)
{
	size_t end;

	if (m->has_no_end || from >= m->text.n || str_is_space(m->text.p[from]))
		return false;
	end = find_strong_end(m, from);
	m->has_no_end = end == m->text.n;
	m->strong_end = m->has_no_end ? 0 : end;
	return !m->has_no_end;
}

/* The stars at s[at], 2 or more. Returns one past them. */
static size_t
take_stars(struct tidy_span *m, size_t at)
{
	struct str s = m->text;
	size_t n = count_stars(s, at), from = at + n;

	if (at && from < s.n && is_word(s.p[at - 1]) && is_word(s.p[from]) && at != m->strong_end)
		return from; /* 2**10 */
	if (at == m->strong_end && at) {
		tidy_span_add(m, at, n, 0, DRAFT_BOLD);
		m->strong_end = 0;
	} else if (!m->strong_end && n <= 3 && begins_strong(m, from)) {
		tidy_span_add(m, at, n, DRAFT_BOLD, 0);
	} else {
		tidy_span_add(m, at, n, 0, 0);
	}
	return from;
}

static void
begin(struct tidy_span *m, const struct draft_part *line)
{
	m->line = line;
	m->text = draft_text_of(m->parts, line);
	m->marks.n = 0;
	find_code(m);
}

void
tidy_span_find(struct tidy_span *m, const struct draft_part *line)
{
	size_t i = 0;

	begin(m, line);
	m->strong_end = 0;
	m->has_no_end = false;
	while (i < m->text.n) {
		const struct tidy_range *code = code_after(m, i);

		if (code && code->from <= i) {
			if (code->has_ticks) {
				tidy_span_add(m, code->from, 1, DRAFT_CODE_TEXT, 0);
				tidy_span_add(m, code->to - 1, 1, 0, DRAFT_CODE_TEXT);
			}
			i = code->to;
		} else if (count_stars(m->text, i) >= 2) {
			i = take_stars(m, i);
		} else {
			i++;
		}
	}
}

void
tidy_span_drop(struct tidy_span *m, const struct draft_part *line, const char *kind)
{
	size_t at = 0;

	begin(m, line);
	while ((at += str_find(str_sub(m->text, at, m->text.n), str_of(kind))) < m->text.n) {
		tidy_span_add(m, at, 2, 0, 0);
		at += 2;
	}
}
