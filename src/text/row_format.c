#include "text/row_format.h"

#include "base/buf.h"
#include "base/num.h"
#include "base/tr.h"
#include "text/width.h"

#define ROW_FIELD_INFO(name_, text_, min_, max_, right_) { text_, min_, max_, right_ },
static const struct {
	const char *name;
	int min, max;
	bool is_right;
} fields[] = { ROW_FIELD_TABLE(ROW_FIELD_INFO) };
#undef ROW_FIELD_INFO

struct reader {
	struct arena *arena;
	struct str text;
	size_t at;         /* of the fault, once there is one */
	const char *fault; /* not translated yet; NULL: none */
};

static bool
fail(struct reader *r, size_t at, const char *fault)
{
	r->at = at;
	r->fault = fault;
	return false;
}

/* The text up to the next field, doubled braces made single. */
static bool
read_gap(struct reader *r, struct str *ret)
{
	struct buf gap = { 0 };
	bool is_right = true;

	for (; r->at < r->text.n; r->at++) {
		char c = r->text.p[r->at];
		bool is_double = r->at + 1 < r->text.n && r->text.p[r->at + 1] == c;

		if (c == '{' && !is_double)
			break;
		if (c == '}' && !is_double) {
			is_right = fail(r, r->at, N_("a ‘}’ without a ‘{’; write ‘}}’ for the character"));
			break;
		}
		if (c == '{' || c == '}')
			r->at++;
		(void)buf_putc(&gap, c);
	}
	*ret = arena_dup(r->arena, buf_str(&gap));
	buf_free(&gap);
	return is_right;
}

static bool
read_name(struct reader *r, struct str name, size_t at, struct row_part *part)
{
	for (size_t i = 0; i < ROW_FIELDS; i++)
		if (str_is(name, fields[i].name)) {
			part->field = (enum row_field)i;
			part->min = fields[i].min;
			part->max = fields[i].max;
			part->is_right = fields[i].is_right;
			return true;
		}
	return fail(r, at, N_("there is no such field of a row; the fields: mark unread star full date day title feed tags sections time author length"));
}

/* "13", "4-13" or "20%". */
static bool
read_size(struct str word, struct row_part *part)
{
	struct str least, most;
	int64_t min, max;

	if (str_ends(word, "%")) {
		if (!num_parse(str_sub(word, 0, word.n - 1), 1, 100, &min))
			return false;
		part->percent = (int)min;
		return true;
	}
	if (!str_cut(word, '-', &least, &most))
		most = least;
	if (!num_parse(least, 0, ROW_COLS_MAX, &min) || !num_parse(most, min, ROW_COLS_MAX, &max))
		return false;
	part->min = (int)min;
	part->max = (int)max;
	return true;
}

static bool
read_word(struct str word, struct row_part *part)
{
	int64_t cols;

	if (str_is(word, "*"))
		part->is_rest = true;
	else if (str_is(word, ">") || str_is(word, "<"))
		part->is_right = *word.p == '>';
	else if (word.n == 2 && *word.p == '?' && word.p[1] >= '1' && word.p[1] <= '9')
		part->drop = word.p[1] - '0';
	else if (str_starts(word, "@") && num_parse(str_sub(word, 1, word.n), 1, ROW_COLS_MAX, &cols))
		part->row_cols = (int)cols;
	else
		return read_size(word, part);
	return true;
}

/* What stands between the braces. */
static bool
read_field(struct reader *r, struct row_part *part)
{
	size_t from = r->at + 1, n = str_find_char(str_sub(r->text, from, r->text.n), '}');
	struct str inside = str_sub(r->text, from, from + n), name, rest, word;

	if (from + n >= r->text.n)
		return fail(r, r->at, N_("this ‘{’ has no ‘}’"));
	r->at = from + n + 1;
	(void)str_cut(inside, ':', &name, &rest);
	if (!read_name(r, name, from, part))
		return false;
	while (rest.n) {
		size_t at = (size_t)(rest.p - r->text.p);

		(void)str_cut(rest, ',', &word, &rest);
		if (!read_word(word, part))
			return fail(r, at, N_("of a column one can say: 13, 4-13, 20%, *, >, <, ?1, @92"));
	}
	return true;
}

bool
row_format_parse(struct arena *a, struct str text, struct row_format *ret, size_t *at, const char **fault)
{
	struct reader r = { .arena = a, .text = text };
	struct row_format made = { 0 };

	while (!r.fault && r.at < text.n) {
		struct row_part part = { .field = ROW_FIELDS };
		size_t begin = r.at;

		if (made.n == ROW_PARTS_MAX)
			(void)fail(&r, begin, N_("too many fields"));
		else if (read_gap(&r, &part.gap) && (r.at == text.n || read_field(&r, &part)))
			made.parts[made.n++] = part;
	}
	if (!r.fault && !(made.n && made.parts[0].field != ROW_FIELDS))
		(void)fail(&r, 0, N_("a row needs a field, such as {title}"));
	if (r.fault) {
		*at = r.at;
		*fault = tr(r.fault);
		return false;
	}
	*ret = made;
	return true;
}

static int
between(int value, int min, int max)
{
	return value < min ? min : value > max ? max : value;
}

/* What a part takes at least, beside its gap; one that has nothing to show takes nothing. */
static int
wanted(const struct row_part *part, int cols, int widest)
{
	if (part->field == ROW_FIELDS)
		return 0;
	if (part->is_rest)
		return part->min;
	return between(part->percent ? cols * part->percent / 100 : widest, part->min, part->max);
}

/* The part that is left out next; format->n when none is. */
static size_t
next_dropped(const struct row_format *format, const int widths[ROW_PARTS_MAX])
{
	size_t found = format->n;

	for (size_t i = 0; i < format->n; i++)
		if (format->parts[i].drop && widths[i] >= 0 && (found == format->n || format->parts[i].drop <= format->parts[found].drop))
			found = i;
	return found;
}

/* All columns that are taken, gaps included. */
static int
sum(const struct row_format *format, const int widths[ROW_PARTS_MAX])
{
	int all = 0;

	for (size_t i = 0; i < format->n; i++)
		if (widths[i] >= 0)
			all += widths[i] + width_str(format->parts[i].gap);
	return all;
}

/* What is left goes to the parts that take it, evenly; where it is too little, they are what gets smaller. */
static void
share(const struct row_format *format, int cols, int widths[ROW_PARTS_MAX])
{
	int left = cols - sum(format, widths), sharers = 0;

	for (size_t i = 0; i < format->n; i++)
		sharers += format->parts[i].is_rest && widths[i] >= 0;
	for (size_t i = 0; i < format->n; i++) {
		const struct row_part *part = &format->parts[i];
		int more;

		if (!part->is_rest || widths[i] < 0)
			continue;
		more = left / sharers--;
		left -= more;
		widths[i] = between(widths[i] + more, 1, part->max > part->min ? part->max : part->min);
	}
}

void
row_format_fit(const struct row_format *format, int cols, const int widest[ROW_PARTS_MAX], int widths[ROW_PARTS_MAX])
{
	size_t drop;

	for (size_t i = 0; i < format->n; i++) {
		widths[i] = wanted(&format->parts[i], cols, widest[i]);
		if (cols < format->parts[i].row_cols || (!widths[i] && format->parts[i].field != ROW_FIELDS))
			widths[i] = -1;
	}
	while (sum(format, widths) > cols && (drop = next_dropped(format, widths)) < format->n)
		widths[drop] = -1;
	share(format, cols, widths);
}
