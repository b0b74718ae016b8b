#include "html/tidy_mark.h"

#include "html/draft_line.h"
#include "html/tidy_bracket.h"
#include "html/tidy_span.h"
#include "text/utf8.h"

/* ---- changing */

static void
add_run(struct draft *p, struct str text, size_t from, size_t to, struct draft_style style)
{
	struct str piece = str_sub(text, from, to);

	if (piece.n && piece.p[0] == ' ' && (p->text.n == p->line_at || p->text.p[p->text.n - 1] == ' '))
		piece = str_sub(piece, 1, piece.n);
	if (!piece.n)
		return;
	*vec_add(&p->runs) = (struct draft_run){ p->text.n, piece.n, style };
	(void)buf_add(&p->text, piece);
}

/* What the marks so far have changed. */
struct change {
	size_t next; /* index of the mark to come */
	uint16_t bits;
	uint32_t link;
};

/* Copies one run of the line without the marks in it. */
static void
copy_run(struct tidy_span *m, const struct draft_run *run, struct change *now, struct str old)
{
	size_t at = run->at - m->line->at, end = at + run->n;

	while (at < end) {
		struct tidy_mark_at *mark = now->next < m->marks.n ? &m->marks.v[now->next] : NULL;
		struct draft_style style = run->style;
		size_t stop = mark && mark->at < end ? mark->at : end;

		style.bits |= now->bits;
		style.link = now->link ? now->link : style.link;
		add_run(m->parts, old, at, stop, style);
		at = stop;
		if (stop == end)
			break;
		if (mark->n > end - stop) { /* it goes on in the next run */
			mark->n -= end - stop;
			mark->at = end;
			break;
		}
		at = stop + mark->n;
		now->bits = (uint16_t)((now->bits | mark->on) & ~mark->off);
		now->link = mark->link ? mark->link : mark->ends_link ? 0 : now->link;
		now->next++;
	}
}

/* Writes the line anew at the end of the text, without the marks. */
static void
apply_marks(struct tidy_span *m, struct draft_part *line)
{
	struct draft *p = m->parts;
	char *copy = mem_dup(m->text.p, m->text.n);
	struct str old = str_new(copy, m->text.n);
	size_t run = line->run, n_runs = line->n_runs, first = p->runs.n, at = p->text.n;
	struct change now = { 0 };

	p->line_at = at;
	for (size_t i = run; i < run + n_runs; i++) {
		struct draft_run from = p->runs.v[i];

		copy_run(m, &from, &now, old);
	}
	line->at = at;
	line->n = p->text.n - at;
	line->run = first;
	line->n_runs = p->runs.n - first;
	free(copy);
}

/* ---- whole lines */

static size_t
count_hashes(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '#')
		n++;
	return n >= 1 && n <= 6 && n + 1 < s.n && s.p[n] == ' ' ? n : 0;
}

/* "**…**" or "__…__" around all but a number in front and a colon behind. */
static bool
is_all_strong(struct str s, const char **marks)
{
	static const char *const kinds[] = { "**", "__" };

	for (size_t i = 0; i < 2; i++) {
		size_t at = str_find(s, str_of(kinds[i])), end;
		struct str inside;

		if (at >= s.n || utf8_count(str_trim(str_sub(s, 0, at))) > 4)
			continue;
		inside = str_sub(s, at + 2, s.n);
		end = str_find(inside, str_of(kinds[i]));
		if (!end || end == inside.n)
			continue;
		s = str_trim(str_sub(inside, end + 2, inside.n));
		inside = str_sub(inside, 0, end);
		*marks = kinds[i];
		if (i == 1 && str_find_char(inside, ' ') == inside.n && utf8_count(inside) == inside.n)
			return false; /* __init__ */
		return !s.n || str_is(s, ":") || str_is(s, "：") || str_is(s, ".");
	}
	return false;
}

/* "## heading ##" */
static void
drop_last_hashes(struct tidy_span *m)
{
	size_t at = m->text.n;

	while (at > 0 && m->text.p[at - 1] == '#')
		at--;
	if (at > 1 && at < m->text.n && m->text.p[at - 1] == ' ')
		tidy_span_add(m, at - 1, m->text.n - at + 1, 0, 0);
}

static bool
is_rule(struct str s)
{
	static const char *const marks[] = { "-", "*", "_", "=", "~", "─", "━", "—", "–", "ㅡ", "═" };
	size_t count;

	if (s.n && (str_is_alpha(s.p[0]) || str_is_digit(s.p[0]) || (unsigned char)s.p[0] > 0xe3)) /* as nearly all lines begin */
		return false;
	for (size_t i = 0; s.n && i < sizeof marks / sizeof *marks; i++) {
		struct str rest = s;

		if (s.p[0] != marks[i][0])
			continue;
		for (count = 0; str_starts(rest, marks[i]); count++)
			rest = str_trim(str_sub(rest, strlen(marks[i]), rest.n));
		if (count >= 3 && !rest.n)
			return true;
	}
	return false;
}

static void
mark_line(struct tidy_span *m, struct draft_part *line, bool is_plain)
{
	const char *marks = NULL;
	size_t n;

	if (is_plain && (n = count_hashes(draft_text_of(m->parts, line)))) {
		line->hashes = (uint8_t)n;
		draft_line_cut(m->parts, line, n);
		draft_line_cut(m->parts, line, 1);
	}
	if (m->has_strong && is_all_strong(draft_text_of(m->parts, line), &marks)) {
		tidy_span_drop(m, line, marks);
		for (size_t i = line->run; i < line->run + line->n_runs; i++)
			m->parts->runs.v[i].style.bits |= DRAFT_BOLD;
	} else {
		tidy_span_find(m, line);
	}
	if (line->hashes)
		drop_last_hashes(m);
	if (!m->marks.n)
		return;
	apply_marks(m, line);
}

/* "![그림](https://…)" alone in its line. */
static bool
take_image(struct draft *parts, struct draft_part *line)
{
	struct str text = draft_text_of(parts, line);
	struct tidy_bracket found;

	if (!tidy_bracket_read(text, 0, &found) || !found.is_image || found.end < text.n)
		return false;
	line->kind = DRAFT_IMAGE;
	line->tag = DOM_OTHER;
	line->note = arena_dup(parts->arena, found.url);
	line->at += found.label;
	line->n = found.label_end - found.label;
	line->n_runs = 0;
	return true;
}

/* Makes a rule of a line that is one; below another rule it is left out. */
static void
take_rule(struct draft *parts, size_t i)
{
	size_t above = i;

	parts->list.v[i].kind = DRAFT_RULE;
	while (above > 0 && parts->list.v[above - 1].is_dropped)
		above--;
	parts->list.v[i].is_dropped = above > 0 && parts->list.v[above - 1].kind == DRAFT_RULE;
}

void
tidy_mark(struct draft *parts, bool is_markdown)
{
	struct tidy_span m = { .parts = parts, .is_markdown = is_markdown };
	bool has_stars = draft_has(parts, '*');
	size_t boxes = 0;

	m.has_strong = str_has(buf_str(&parts->text), "**") || str_has(buf_str(&parts->text), "__");
	m.has_signs = is_markdown || has_stars || draft_has(parts, '`') || draft_has(parts, '$') || draft_has(parts, '\\');
	for (size_t i = 0; i < parts->list.n; i++) {
		struct draft_part *part = &parts->list.v[i];
		bool is_plain = part->tag == DOM_P && !boxes;

		if (part->tag != DOM_BLOCKQUOTE && part->tag != DOM_DETAILS) {
			boxes += part->kind == DRAFT_OPEN;
			boxes -= part->kind == DRAFT_CLOSE;
		}
		if (part->kind != DRAFT_LINE || part->is_dropped)
			continue;
		if (is_plain && is_rule(draft_text_of(parts, part)))
			take_rule(parts, i);
		else if (!(is_plain && is_markdown && take_image(parts, part)))
			mark_line(&m, part, is_plain);
	}
	vec_free(&m.marks);
	vec_free(&m.code.list);
}
