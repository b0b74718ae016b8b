#include "html/tidy_pipe.h"

#include "html/draft_line.h"

enum { COLUMNS_MAX = 40 };

/* The cells of one line: bytes of its text. */
struct row {
	size_t from[COLUMNS_MAX], to[COLUMNS_MAX], n;
};

static struct str
text_of_line(const struct draft *p, size_t i)
{
	const struct draft_part *line = i < p->list.n ? &p->list.v[i] : NULL;

	return line && line->kind == DRAFT_LINE && line->tag == DOM_P && !line->is_dropped ? draft_text_of(p, line) : STR_NONE;
}

static void
add_cell(struct row *row, struct str s, size_t from, size_t to)
{
	while (from < to && str_is_space(s.p[from]))
		from++;
	while (to > from && str_is_space(s.p[to - 1]))
		to--;
	if (row->n == COLUMNS_MAX)
		return;
	row->from[row->n] = from;
	row->to[row->n++] = to;
}

/* Splits a line at each "|" that is not in code or escaped; false when there is none. */
static bool
split(struct str s, struct row *row)
{
	size_t from = s.n && s.p[0] == '|', end = s.n;
	bool is_code = false, has_any = from;

	row->n = 0;
	if (str_find_char(s, '|') == s.n)
		return false;
	if (end > from && s.p[end - 1] == '|')
		end--;
	has_any = has_any || end < s.n;
	for (size_t i = from; i < end; i++) {
		is_code = is_code != (s.p[i] == '`');
		if (s.p[i] != '|' || is_code || (i && s.p[i - 1] == '\\'))
			continue;
		add_cell(row, s, from, i);
		from = i + 1;
		has_any = true;
	}
	add_cell(row, s, from, end);
	return has_any;
}

/* "| --- | :-: |" */
static bool
is_rule(struct str s, const struct row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		struct str cell = str_sub(s, row->from[i], row->to[i]);

		if (str_starts(cell, ":"))
			cell = str_sub(cell, 1, cell.n);
		if (str_ends(cell, ":"))
			cell.n--;
		for (size_t k = 0; k < cell.n; k++)
			if (cell.p[k] != '-')
				return false;
		if (!cell.n)
			return false;
	}
	return true;
}

static enum draft_align
align_of(struct str rule, const struct row *row, size_t i)
{
	struct str cell = i < row->n ? str_sub(rule, row->from[i], row->to[i]) : STR_NONE;

	if (!str_ends(cell, ":"))
		return DRAFT_ALIGN_NONE;
	return str_starts(cell, ":") ? DRAFT_ALIGN_CENTER : DRAFT_ALIGN_RIGHT;
}

static void
add_row(struct draft *p, size_t line, const struct row *row, const struct row *rule, size_t rule_line, struct draft *out)
{
	enum dom_tag tag = line < rule_line ? DOM_TH : DOM_TD;

	(void)draft_line_box(out, DRAFT_OPEN, DOM_TR);
	for (size_t i = 0; i < rule->n; i++) {
		draft_line_box(out, DRAFT_OPEN, tag)->align = align_of(text_of_line(p, rule_line), rule, i);
		if (i < row->n && row->from[i] < row->to[i]) {
			struct draft_part cell = draft_line_slice(p, &p->list.v[line], row->from[i], row->to[i]);

			*vec_add(&out->list) = cell;
		}
		(void)draft_line_box(out, DRAFT_CLOSE, tag);
	}
	(void)draft_line_box(out, DRAFT_CLOSE, DOM_TR);
}

static size_t
take_table(struct draft *parts, size_t i, struct draft *out)
{
	struct row head, rule, row;
	size_t end = i + 2;

	if (!split(text_of_line(parts, i), &head) || !split(text_of_line(parts, i + 1), &rule))
		return i;
	if (head.n != rule.n || !is_rule(text_of_line(parts, i + 1), &rule))
		return i;
	(void)draft_line_box(out, DRAFT_OPEN, DOM_TABLE);
	add_row(parts, i, &head, &rule, i + 1, out);
	for (; split(text_of_line(parts, end), &row); end++)
		add_row(parts, end, &row, &rule, i + 1, out);
	(void)draft_line_box(out, DRAFT_CLOSE, DOM_TABLE);
	return end;
}

size_t
tidy_pipe_take(struct draft *parts, size_t i, struct draft *out)
{
	struct str line = text_of_line(parts, i);

	return str_find_char(line, '|') < line.n ? take_table(parts, i, out) : i; /* rows are large: most lines need none */
}
