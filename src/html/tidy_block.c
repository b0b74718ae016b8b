#include "html/tidy_block.h"

#include "html/draft_line.h"
#include "html/tidy_pipe.h"

/* Code and formulas of more lines are none. */
enum { FENCE_LINES = 600, FORMULA_LINES = 40 };

struct blocks {
	struct draft *parts;
	struct draft made; /* only its list: what there is from the first block on */
	bool is_markdown;
	bool has_pipes;    /* anywhere */
};

static bool
is_paragraph(const struct draft *p, size_t i)
{
	return i < p->list.n && p->list.v[i].kind == DRAFT_LINE && p->list.v[i].tag == DOM_P && !p->list.v[i].is_dropped;
}

static struct str
text_at(const struct blocks *b, size_t i)
{
	return draft_text_of(b->parts, &b->parts->list.v[i]);
}

/* ---- evidence */

static bool
has_pair(struct str s, const char *marks)
{
	size_t at = str_find(s, str_of(marks)) + strlen(marks);

	return at < s.n && !str_is_space(s.p[at]) && str_has(str_sub(s, at, s.n), marks);
}

/* "## heading" */
static bool
is_heading(struct str s)
{
	size_t n = str_run(s, 0, '#');

	return n > 1 && n <= 6 && n < s.n && s.p[n] == ' ';
}

/* Whether a line holds what only Markdown has. */
static bool
find_evidence(const struct draft *p)
{
	struct str text = buf_str(&p->text);
	bool has_hash = draft_has(p, '#'), has_fence = str_has(text, "```"), has_link = str_has(text, "]("), has_stars = str_has(text, "**");

	if (!has_hash && !has_fence && !has_link && !has_stars)
		return false;
	for (size_t i = 0; i < p->list.n; i++) {
		struct str s = is_paragraph(p, i) ? draft_text_of(p, &p->list.v[i]) : STR_NONE;

		if (is_heading(s) || str_starts(s, "```") || (has_link && str_has(s, "](http")) || (has_stars && has_pair(s, "**")))
			return true;
	}
	return false;
}

/* ---- fences and formulas */

/* Where the line that is all `mark`, and ends what line i begins, stands; i when none does. */
static size_t
find_end(const struct blocks *b, size_t i, struct str mark, size_t most)
{
	for (size_t k = i + 1; is_paragraph(b->parts, k) && k <= i + most; k++)
		if (str_eq(text_at(b, k), mark))
			return k;
	return i;
}

/* The name of a language behind a fence, or false for other text. */
static bool
read_language(struct str s, struct str *lang)
{
	struct str rest = str_trim(s);

	*lang = str_word(&rest);
	return !str_find_char(*lang, '`') || str_find_char(*lang, '`') == lang->n;
}

static void
add_code(struct blocks *b, size_t from, size_t to, struct str lang)
{
	struct draft *p = b->parts;
	struct draft_part *code = vec_add(&b->made.list);

	*code = (struct draft_part){ .kind = DRAFT_CODE, .tag = DOM_OTHER, .at = p->text.n, .note = arena_dup(p->arena, lang) };
	for (size_t i = from; i < to; i++) {
		const struct draft_part *line = &p->list.v[i];

		(void)buf_puts(&p->text, i == from ? "" : line->has_blank ? "\n\n" : "\n");
		(void)buf_fill(&p->text, ' ', line->indent);
		(void)buf_reserve(&p->text, line->n);
		(void)buf_add(&p->text, draft_text_of(p, line));
	}
	code->n = p->text.n - code->at;
}

/* "```java" … "```": one past it, or i. */
static size_t
take_fence(struct blocks *b, size_t i)
{
	struct str text = text_at(b, i), lang;
	char mark = text.n ? text.p[0] : '\0';
	size_t n = mark == '`' || mark == '~' ? str_run(text, 0, mark) : 0, end;

	if (n < 3 || !read_language(str_sub(text, n, text.n), &lang))
		return i;
	end = find_end(b, i, str_sub(text, 0, n), FENCE_LINES);
	if (end > i + 1)
		add_code(b, i + 1, end, lang);
	return end > i ? end + 1 : i;
}

/* "$$", lines, "$$": the lines, as code. */
static size_t
take_formula(struct blocks *b, size_t i)
{
	size_t end = i;

	if (str_is(text_at(b, i), "$$"))
		end = find_end(b, i, str_lit("$$"), FORMULA_LINES);
	for (size_t k = i + 1; k < end; k++) {
		struct draft_part line = b->parts->list.v[k];

		for (size_t r = line.run; r < line.run + line.n_runs; r++)
			b->parts->runs.v[r].style.bits |= DRAFT_CODE_TEXT;
		*vec_add(&b->made.list) = line;
	}
	return end > i ? end + 1 : i;
}

/* ---- quotes */

static bool
is_quote(const struct blocks *b, size_t i)
{
	return is_paragraph(b->parts, i) && (str_starts(text_at(b, i), "> ") || str_is(text_at(b, i), ">"));
}

static size_t
take_quote(struct blocks *b, size_t i)
{
	size_t end = i;

	while (b->is_markdown && is_quote(b, end))
		end++;
	if (end == i)
		return i;
	(void)draft_line_box(&b->made, DRAFT_OPEN, DOM_BLOCKQUOTE);
	for (; i < end; i++) {
		struct draft_part line = b->parts->list.v[i];

		draft_line_cut(b->parts, &line, line.n > 1 ? 2 : 1);
		if (line.n)
			*vec_add(&b->made.list) = line;
	}
	(void)draft_line_box(&b->made, DRAFT_CLOSE, DOM_BLOCKQUOTE);
	return end;
}

/* ---- all together */

static size_t
take_block(struct blocks *b, size_t i)
{
	size_t next = take_fence(b, i);

	if (next == i)
		next = take_formula(b, i);
	if (next == i && b->has_pipes)
		next = tidy_pipe_take(b->parts, i, &b->made);
	return next == i ? take_quote(b, i) : next;
}

bool
tidy_block(struct draft *parts)
{
	struct blocks b = { .parts = parts, .is_markdown = find_evidence(parts), .has_pipes = draft_has(parts, '|') };
	size_t cells = 0, kept = parts->list.n;

	for (size_t i = 0; i < parts->list.n;) {
		const struct draft_part *part = &parts->list.v[i];
		bool is_cell = part->tag == DOM_TD || part->tag == DOM_TH;
		size_t next;

		cells += is_cell && part->kind == DRAFT_OPEN;
		cells -= is_cell && part->kind == DRAFT_CLOSE;
		next = is_paragraph(parts, i) && !cells ? take_block(&b, i) : i;
		if (next > i && i < kept)
			kept = i;
		if (next == i && i > kept)
			*vec_add(&b.made.list) = *part;
		i = next > i ? next : i + 1;
	}
	parts->line_at = parts->text.n;
	draft_line_replace(parts, kept, &b.made);
	return b.is_markdown;
}
