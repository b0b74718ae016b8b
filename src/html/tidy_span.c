#include "html/tidy_span.h"

#include "html/tidy_bracket.h"

/* Weak emphasis is no longer than this, in bytes. */
enum { WEAK_MAX = 300 };

void
tidy_span_add(struct tidy_span *m, size_t at, size_t n, unsigned on, unsigned off)
{
	*vec_add(&m->marks) = (struct tidy_mark_at){ .at = at, .n = n, .on = (uint16_t)on, .off = (uint16_t)off };
}

/* One past the code that byte `at` is in; at when it is in none. */
static size_t
skip_code(const struct tidy_span *m, size_t at)
{
	const struct tidy_range *code = tidy_range_after(&m->code, at);

	return code && code->from <= at ? code->to : at;
}

/* ---- finding */

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
		n = i < m->text.n ? str_run(m->text, i, '*') : 0;
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

/* "2 ** 10", "char **argv", "(char **)", "f(**kwargs)": stars in [at, to) that mean what they are, though no code says so. */
static bool
is_meant(const struct tidy_span *m, size_t at, size_t to)
{
	static const char *const arguments[] = { "kwargs", "kwds", "kw)", "options)", "params)", "config)" };
	struct str s = m->text;

	for (size_t i = 0; i < sizeof arguments / sizeof *arguments; i++)
		if (str_starts(str_sub(s, to, s.n), arguments[i]))
			return true;
	if (!at || to >= s.n || !str_is_space(s.p[at - 1]))
		return false;
	if (str_is_space(s.p[to]))
		return !m->is_left_open && to + 1 < s.n && s.p[to + 1] != '*';
	return is_word(s.p[to]) || (s.p[to] == ')' && at > 1 && is_word(s.p[at - 2]));
}

/* The stars at s[at], 2 or more. Returns one past them. */
static size_t
take_stars(struct tidy_span *m, size_t at)
{
	struct str s = m->text;
	size_t n = str_run(s, at, '*'), from = at + n;

	if (at && from < s.n && is_word(s.p[at - 1]) && is_word(s.p[from]) && at != m->strong_end)
		return from; /* 2**10 */
	if (at == m->strong_end && at) {
		tidy_span_add(m, at, n, 0, DRAFT_BOLD);
		m->strong_end = 0;
	} else if (!m->strong_end && n <= 3 && begins_strong(m, from)) {
		tidy_span_add(m, at, n, DRAFT_BOLD, 0);
	} else if (!is_meant(m, at, from)) {
		m->is_left_open = from < s.n && !str_is_space(s.p[from]);
		tidy_span_add(m, at, n, 0, 0);
	}
	return from;
}

/* ---- links, and emphasis that only a whole text of Markdown has */

static void
take_link(struct tidy_span *m, size_t at, const struct tidy_bracket *found)
{
	tidy_span_add(m, at, found->label - at, 0, 0);
	m->marks.v[m->marks.n - 1].link = draft_link(m->parts, arena_dup(m->parts->arena, found->url));
	tidy_span_add(m, found->label_end, found->end - found->label_end, 0, 0);
	m->marks.v[m->marks.n - 1].ends_link = true;
}

static bool
is_edge(struct str s, size_t at)
{
	return at >= s.n || (!is_word(s.p[at]) && s.p[at] != '*' && s.p[at] != '~' && s.p[at] != '_');
}

/* Where the emphasis that n marks c at `at` begin ends, or 0: "*기울임*", "~~지움~~", "__굵게__". */
static size_t
find_weak_end(const struct tidy_span *m, size_t at, size_t n)
{
	struct str s = m->text;
	char c = s.p[at];

	if (at + n >= s.n || str_is_space(s.p[at + n]) || s.p[at + n] == c || (at && !str_is_space(s.p[at - 1]) && s.p[at - 1] != '('))
		return 0;
	for (size_t i = at + n; i + n <= s.n && i < at + WEAK_MAX; i++) {
		size_t code = skip_code(m, i);

		if (code > i) {
			i = code - 1;
			continue;
		}
		if (s.p[i] != c)
			continue;
		if (str_run(s, i, c) == n && !str_is_space(s.p[i - 1]) && is_edge(s, i + n))
			return i;
		return 0;
	}
	return 0;
}

/* The weak emphasis at `at`: one past its first mark, or at. */
static size_t
take_weak(struct tidy_span *m, size_t at)
{
	static const struct {
		char mark;
		uint8_t n;
		uint16_t style;
	} kinds[] = { { '*', 1, DRAFT_ITALIC }, { '~', 2, DRAFT_STRIKE }, { '_', 2, DRAFT_BOLD } };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		size_t n = kinds[i].n, end = 0;

		if (m->text.p[at] == kinds[i].mark && str_run(m->text, at, kinds[i].mark) == n && m->weak_end <= at)
			end = find_weak_end(m, at, n);
		if (!end || (kinds[i].mark == '_' && str_is_ascii(str_sub(m->text, at, end)) && str_find_char(str_sub(m->text, at, end), ' ') == end - at))
			continue; /* __init__ */
		tidy_span_add(m, at, n, kinds[i].style, 0);
		m->weak_end = end;
		m->weak_n = n;
		m->weak_style = kinds[i].style;
		return at + n;
	}
	return at;
}

/* ---- the line */

static void
begin(struct tidy_span *m, const struct draft_part *line)
{
	m->line = line;
	m->text = draft_text_of(m->parts, line);
	m->marks.n = 0;
	m->strong_end = m->weak_end = 0;
	m->has_no_end = m->is_left_open = false;
}

/* The code at i, whose marks go. Returns one past it. */
static size_t
take_code(struct tidy_span *m, const struct tidy_range *code)
{
	if (code->n_open) {
		tidy_span_add(m, code->from, code->n_open, DRAFT_CODE_TEXT, 0);
		tidy_span_add(m, code->to - code->n_close, code->n_close, 0, DRAFT_CODE_TEXT);
	}
	return code->to;
}

/* What stands at i when it is no code: one past the marks there, or i. */
static size_t
take_marks(struct tidy_span *m, size_t i)
{
	struct tidy_bracket link;

	if (m->weak_end == i && i) {
		tidy_span_add(m, i, m->weak_n, 0, m->weak_style);
		return i + m->weak_n;
	}
	if (str_run(m->text, i, '*') >= 2)
		return take_stars(m, i);
	if (m->is_markdown && tidy_bracket_read(m->text, i, &link)) {
		take_link(m, i, &link);
		return link.end;
	}
	return m->is_markdown && strchr("*~_", m->text.p[i]) ? take_weak(m, i) : i;
}

void
tidy_span_find(struct tidy_span *m, const struct draft_part *line)
{
	size_t i = 0;

	begin(m, line);
	if (!m->has_signs)
		return;
	tidy_range_find(&m->code, m->parts, line);
	if (!m->is_markdown && !m->code.list.n && str_find_char(m->text, '*') == m->text.n)
		return;
	while (i < m->text.n) {
		const struct tidy_range *code = tidy_range_after(&m->code, i);
		size_t next = code && code->from <= i ? take_code(m, code) : take_marks(m, i);

		i = next > i ? next : i + 1;
	}
}

void
tidy_span_drop(struct tidy_span *m, const struct draft_part *line, const char *kind)
{
	size_t i = 0;

	begin(m, line);
	tidy_range_find(&m->code, m->parts, line);
	while (i < m->text.n) {
		const struct tidy_range *code = tidy_range_after(&m->code, i);

		if (code && code->from <= i) {
			i = take_code(m, code);
		} else if (str_starts(str_sub(m->text, i, m->text.n), kind)) {
			tidy_span_add(m, i, 2, 0, 0);
			i += 2;
		} else {
			i++;
		}
	}
}
