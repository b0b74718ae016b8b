#include "html/markdown_table.h"

static bool
is_escaped(struct str s, size_t i)
{
	size_t n = 0;

	while (n < i && s.p[i - n - 1] == '\\')
		n++;
	return n % 2;
}

struct str
markdown_table_row(struct str line)
{
	struct str s = str_trim(line);

	if (str_starts(s, "|"))
		s = str_sub(s, 1, s.n);
	if (str_ends(s, "|") && !is_escaped(s, s.n - 1))
		s.n--;
	return s;
}

/* Where the bar that ends the first cell stands, or row.n. */
static size_t
cell_length(struct str row)
{
	size_t i = 0;

	while (i < row.n && row.p[i] != '|')
		i += row.p[i] == '\\' ? 2 : 1;
	return i < row.n ? i : row.n;
}

bool
markdown_table_cell(struct str *row, struct buf *cell)
{
	size_t end = cell_length(*row);
	struct str s = str_trim(str_sub(*row, 0, end));

	if (!row->p)
		return false;
	buf_clear(cell);
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == '|')
			i++;
		(void)buf_putc(cell, s.p[i]);
	}
	*row = end < row->n ? str_sub(*row, end + 1, row->n) : STR_NONE;
	return true;
}

static size_t
count_cells(struct str row)
{
	size_t n = 1, end;

	while ((end = cell_length(row)) < row.n) {
		row = str_sub(row, end + 1, row.n);
		n++;
	}
	return n;
}

/* ":--", "-", ":-:" */
static bool
is_mark(struct str s)
{
	s = str_trim(s);
	if (str_starts(s, ":"))
		s = str_sub(s, 1, s.n);
	if (str_ends(s, ":"))
		s.n--;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '-')
			return false;
	return s.n > 0;
}

/* How many marks the line has, when there is nothing else in it. */
static size_t
count_marks(struct str line)
{
	struct str row = markdown_table_row(line), mark;
	bool has_bar = str_find_char(line, '|') < line.n;
	size_t n = 0;
	bool is_more = true;

	for (; is_more; n++) {
		is_more = str_cut(row, '|', &mark, &row);
		if (!is_mark(mark))
			return 0;
	}
	return has_bar || str_find_char(line, ':') < line.n ? n : 0;
}

bool
markdown_table_begins(struct str lines, struct str marks, size_t *head)
{
	size_t n = count_marks(marks), end = lines.n;
	struct str line;

	if (!n)
		return false;
	while (end && lines.p[end - 1] == '\n')
		end--;
	for (*head = end; *head && lines.p[*head - 1] != '\n';)
		--*head;
	line = str_sub(lines, *head, end);
	return count_cells(markdown_table_row(line)) == n && (n > 1 || str_find_char(line, '|') < line.n);
}
