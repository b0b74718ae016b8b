#include "html/markdown_inline.h"

#include "html/markdown_auto.h"
#include "html/markdown_tag.h"
#include "html/markdown_write.h"
#include "text/entity.h"

enum { FORMULA_MAX = 1000 }; /* bytes: so that dollars without a partner are not searched for again and again */

static char
at(const struct markdown_inline *m, size_t i)
{
	return i < m->text.n ? m->text.p[i] : '\0';
}

/* ---- pieces */

static struct markdown_inline_piece *
add(struct markdown_inline *m, enum markdown_inline_kind kind, struct str text)
{
	struct markdown_inline_piece *piece = vec_add(&m->pieces);

	*piece = (struct markdown_inline_piece){ .kind = kind, .text = text };
	return piece;
}

/* Ends the plain text before m->at. */
static void
end_text(struct markdown_inline *m)
{
	if (m->from < m->at)
		add(m, MARKDOWN_INLINE_TEXT, str_sub(m->text, m->from, m->at));
	m->from = m->at;
}

/* Adds a piece that is made of the next n bytes. */
static struct markdown_inline_piece *
take(struct markdown_inline *m, enum markdown_inline_kind kind, size_t n, struct str text)
{
	end_text(m);
	m->at += n;
	m->from = m->at;
	return add(m, kind, text);
}

static size_t
count(const struct markdown_inline *m, char c)
{
	size_t n = 0;

	while (at(m, m->at + n) == c && m->at + n < m->text.n)
		n++;
	return n;
}

/* ---- one function for each mark; false when it is text */

static bool
take_escape(struct markdown_inline *m)
{
	char next = at(m, m->at + 1);

	if (next == '\n')
		take(m, MARKDOWN_INLINE_RAW, 2, str_lit("<br>"));
	else if (markdown_link_is_mark(next))
		take(m, MARKDOWN_INLINE_TEXT, 2, str_sub(m->text, m->at + 1, m->at + 2));
	else
		return false;
	return true;
}

static bool
take_reference(struct markdown_inline *m)
{
	struct str rest = str_sub(m->text, m->at, m->text.n), before = rest;
	struct buf ignored = { 0 };
	bool has = entity_take(&ignored, &rest) && rest.p[-1] == ';';

	buf_free(&ignored);
	if (has)
		take(m, MARKDOWN_INLINE_RAW, before.n - rest.n, str_sub(before, 0, before.n - rest.n));
	return has;
}

/* Where the run of n backticks that ends code stands, or 0. */
static size_t
find_ticks(const struct markdown_inline *m, size_t from, size_t n)
{
	if (n > MARKDOWN_INLINE_TICKS || m->last_ticks[n] < from)
		return 0;
	while (from < m->text.n) {
		size_t start = from + str_find_char(str_sub(m->text, from, m->text.n), '`'), end = start;

		while (end < m->text.n && m->text.p[end] == '`')
			end++;
		if (end - start == n)
			return start;
		from = end;
	}
	return 0;
}

static bool
take_code(struct markdown_inline *m)
{
	size_t n = count(m, '`'), from = m->at + n, end = find_ticks(m, from, n);
	struct str code = str_sub(m->text, from, end);

	if (!end) {
		m->at += n;
		return true;
	}
	if (code.n > 2 && str_is_space(code.p[0]) && str_is_space(code.p[code.n - 1]) && str_trim(code).n)
		code = str_sub(code, 1, code.n - 1);
	take(m, MARKDOWN_INLINE_CODE, end + n - m->at, code);
	return true;
}

/* $a_1$ in a line and $$a_1$$, but not $5 and $6. */
static bool
take_formula(struct markdown_inline *m)
{
	size_t n = count(m, '$'), from = m->at + n, end;
	struct str rest = str_sub(m->text, from, from + FORMULA_MAX), mark = str_sub(m->text, m->at, from);

	if (n > 2 || !rest.n || (n == 1 && str_is_space(rest.p[0])))
		return false;
	end = from + str_find(rest, mark);
	if (end >= from + rest.n || !str_trim(str_sub(m->text, from, end)).n)
		return false;
	if (n == 1 && (str_is_space(m->text.p[end - 1]) || str_is_digit(at(m, end + 1))))
		return false;
	if (n == 1 && memchr(m->text.p + from, '\n', end - from))
		return false;
	take(m, MARKDOWN_INLINE_CODE, end + n - m->at, str_trim(str_sub(m->text, from, end)));
	return true;
}

static bool
take_run(struct markdown_inline *m)
{
	size_t n = count(m, m->text.p[m->at]), run = markdown_emph_add(&m->emph, m->text, m->at, n);

	take(m, MARKDOWN_INLINE_RUN, n, STR_NONE)->run = run;
	return true;
}

static bool
take_tag(struct markdown_inline *m)
{
	struct str rest = str_sub(m->text, m->at, m->text.n), url;
	size_t n = markdown_auto_angle(m->arena, rest, &url);

	if (n) {
		take(m, MARKDOWN_INLINE_LINK, n, STR_NONE)->url = url;
		add(m, MARKDOWN_INLINE_TEXT, str_sub(rest, 1, n - 1));
		add(m, MARKDOWN_INLINE_END, STR_NONE);
		return true;
	}
	n = markdown_tag_length(rest);
	if (n)
		take(m, MARKDOWN_INLINE_RAW, n, str_sub(rest, 0, n));
	return n > 0;
}

static bool
take_address(struct markdown_inline *m)
{
	size_t start, n = markdown_auto_bare(m->text, m->from, m->at, &start);

	if (!n)
		return false;
	m->at = start;
	take(m, MARKDOWN_INLINE_LINK, n, STR_NONE)->url = str_sub(m->text, start, start + n);
	add(m, MARKDOWN_INLINE_TEXT, str_sub(m->text, start, start + n));
	add(m, MARKDOWN_INLINE_END, STR_NONE);
	return true;
}

static bool
take_line_end(struct markdown_inline *m)
{
	size_t end = m->at, blanks;
	bool is_break;

	while (m->at > m->from && m->text.p[m->at - 1] == ' ')
		m->at--;
	blanks = end - m->at;
	is_break = blanks >= 2 || m->lines == MARKDOWN_LINES_BREAK;
	take(m, MARKDOWN_INLINE_RAW, blanks + 1, is_break ? str_lit("<br>\n") : str_lit("\n"));
	return true;
}

/* ---- links */

static void
open_bracket(struct markdown_inline *m, size_t n)
{
	take(m, MARKDOWN_INLINE_BRACKET, n, str_sub(m->text, m->at, m->at + n));
	*vec_add(&m->brackets) = (struct markdown_inline_bracket){
		.piece = m->pieces.n - 1, .at = m->at, .run = m->emph.last, .is_image = n == 2,
	};
}

/* "[^name]" */
static bool
take_note(struct markdown_inline *m)
{
	struct str rest = str_sub(m->text, m->at, m->text.n), name;

	if (!markdown_link_name(&rest, &name) || name.n < 2 || name.p[0] != '^' || memchr(name.p, ' ', name.n))
		return false;
	take(m, MARKDOWN_INLINE_NOTE, name.n + 2, str_sub(name, 1, name.n));
	return true;
}

static bool
take_bracket(struct markdown_inline *m)
{
	if (at(m, m->at + 1) == '^' && take_note(m))
		return true;
	open_bracket(m, 1);
	return true;
}

static bool
take_image(struct markdown_inline *m)
{
	if (at(m, m->at + 1) != '[')
		return false;
	open_bracket(m, 2);
	return true;
}

/* Where the link whose text ended before rest leads, taken off rest. */
static bool
take_target(struct markdown_inline *m, const struct markdown_inline_bracket *bracket, struct str *rest, struct str *url)
{
	struct str name, behind = *rest;

	if (markdown_link_take(m->arena, rest, url))
		return true;
	if (markdown_link_name(&behind, &name)) {
		*rest = behind;
		return markdown_link_find(m->names, name, url);
	}
	if (str_starts(*rest, "[]"))
		*rest = str_sub(*rest, 2, rest->n);
	behind = str_sub(m->text, bracket->at - 1, m->at + 1);
	return markdown_link_name(&behind, &name) && !behind.n && markdown_link_find(m->names, name, url);
}

static void
kill_outer_links(struct markdown_inline *m)
{
	for (size_t i = m->brackets.n; i && !m->brackets.v[i - 1].is_dead; i--)
		m->brackets.v[i - 1].is_dead = !m->brackets.v[i - 1].is_image;
}

static bool
close_bracket(struct markdown_inline *m)
{
	struct markdown_inline_bracket bracket;
	struct str rest = str_sub(m->text, m->at + 1, m->text.n), url;

	if (!m->brackets.n)
		return false;
	bracket = m->brackets.v[--m->brackets.n];
	if (bracket.is_dead || !take_target(m, &bracket, &rest, &url))
		return false;
	m->pieces.v[bracket.piece].kind = bracket.is_image ? MARKDOWN_INLINE_IMAGE : MARKDOWN_INLINE_LINK;
	m->pieces.v[bracket.piece].url = url;
	take(m, MARKDOWN_INLINE_END, m->text.n - rest.n - m->at, STR_NONE);
	markdown_emph_pair(&m->emph, bracket.run);
	if (!bracket.is_image)
		kill_outer_links(m);
	return true;
}

/* ---- reading */

static bool
take_mark(struct markdown_inline *m)
{
	switch (m->text.p[m->at]) {
	case '\\':
		return take_escape(m);
	case '&':
		return take_reference(m);
	case '`':
		return take_code(m);
	case '$':
		return take_formula(m);
	case '*':
	case '_':
	case '~':
		return take_run(m);
	case '<':
		return take_tag(m);
	case ':':
		return take_address(m);
	case '\n':
		return take_line_end(m);
	case '[':
		return take_bracket(m);
	case '!':
		return take_image(m);
	case ']':
		return close_bracket(m);
	default:
		return false;
	}
}

static void
note_ticks(struct markdown_inline *m)
{
	memset(m->last_ticks, 0, sizeof m->last_ticks);
	for (m->at = 0; m->at < m->text.n; m->at++) {
		size_t n = count(m, '`');

		if (n && n <= MARKDOWN_INLINE_TICKS)
			m->last_ticks[n] = m->at;
		m->at += n ? n - 1 : 0;
	}
}

static void
read_text(struct markdown_inline *m, struct str text)
{
	m->text = text;
	m->pieces.n = m->brackets.n = m->emph.runs.n = m->emph.last = 0;
	m->emph.arena = m->arena;
	note_ticks(m);
	m->at = m->from = 0;
	while (m->at < m->text.n)
		if (!take_mark(m))
			m->at++;
	end_text(m);
	markdown_emph_pair(&m->emph, 0);
}

void
markdown_inline_html(struct markdown_inline *m, struct str text, struct buf *html)
{
	read_text(m, text);
	markdown_write_pieces(html, m);
}

void
markdown_inline_free(struct markdown_inline *m)
{
	vec_free(&m->emph.runs);
	vec_free(&m->pieces);
	vec_free(&m->brackets);
}
