#include "html/layout_front.h"

#include "base/buf.h"
#include "html/doc_box.h"
#include "text/width.h"

enum { BAR_COLS = 2, INDENT_COLS = 2 };

/* ---- markers */

static struct str
bullet(int depth)
{
	static const char *const bullets[] = { "• ", "◦ ", "▪ " };

	return str_of(bullets[(depth - 1) % (int)(sizeof bullets / sizeof *bullets)]);
}

/* "a", "z", "aa": letters as in the columns of a sheet. */
static void
add_letters(struct buf *out, int number, char first)
{
	char letters[8];
	size_t n = sizeof letters;

	for (; number > 0 && n > 0; number = (number - 1) / 26)
		letters[--n] = (char)(first + (number - 1) % 26);
	(void)buf_add_bytes(out, letters + n, sizeof letters - n);
}

static void
add_roman(struct buf *out, int number, bool is_upper)
{
	static const struct {
		int value;
		const char *lower, *upper;
	} signs[] = { { 1000, "m", "M" }, { 900, "cm", "CM" }, { 500, "d", "D" }, { 400, "cd", "CD" }, { 100, "c", "C" },
		{ 90, "xc", "XC" }, { 50, "l", "L" }, { 40, "xl", "XL" }, { 10, "x", "X" }, { 9, "ix", "IX" }, { 5, "v", "V" },
		{ 4, "iv", "IV" }, { 1, "i", "I" } };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		for (; number >= signs[i].value; number -= signs[i].value)
			(void)buf_puts(out, is_upper ? signs[i].upper : signs[i].lower);
}

/* "7. ", "g. ", "vii. "; what letters and Roman figures cannot say is in ours. */
static void
add_number(struct buf *out, const struct doc_block *b)
{
	if (b->number < 1 || b->number > 3999 || !b->numbering)
		(void)buf_printf(out, "%d", b->number);
	else if (b->numbering == 'a' || b->numbering == 'A')
		add_letters(out, b->number, b->numbering);
	else
		add_roman(out, b->number, b->numbering == 'I');
	(void)buf_puts(out, ". ");
}

/* Columns of the widest number of the ordered list whose first item is block i. */
static int
widest_number(const struct doc *doc, size_t i)
{
	const struct doc_block *first = &doc->blocks[i];
	struct buf number = { 0 };
	int cols = 0;

	for (; i < doc->n && doc->blocks[i].list >= first->list; i++) {
		const struct doc_block *b = &doc->blocks[i];

		if (b->list > first->list || !b->is_item)
			continue;
		if (b->list_id != first->list_id)
			break;
		buf_clear(&number);
		add_number(&number, b);
		if ((int)number.n > cols)
			cols = (int)number.n;
	}
	buf_free(&number);
	return cols;
}

static struct str
marker_of(struct arena *a, const struct doc_block *b)
{
	struct buf number = { 0 };
	struct str marker;

	if (b->is_summary)
		return str_lit("▾ ");
	if (!b->is_item || !b->list)
		return STR_NONE;
	if (!b->is_ordered)
		return bullet(b->list);
	add_number(&number, b);
	marker = arena_dup(a, buf_str(&number));
	buf_free(&number);
	return marker;
}

/* ---- the front */

/* Opens and closes lists up to block i; true when one opens with it. */
static bool
enter_lists(struct layout_lists *lists, const struct doc *doc, size_t i)
{
	const struct doc_block *b = &doc->blocks[i];

	for (; lists->depth > b->list; lists->depth--)
		lists->ids[lists->depth] = 0;
	for (; lists->depth < b->list; lists->depth++)
		lists->cols[lists->depth + 1] = INDENT_COLS;
	if (!b->is_item || !b->list || (lists->ids[b->list] == b->list_id && b->list_id))
		return false;
	lists->ids[b->list] = b->list_id;
	lists->cols[b->list] = b->is_ordered ? widest_number(doc, i) : width_str(bullet(b->list));
	return true;
}

static char
nest_at(const struct doc_block *b, int i)
{
	return i < (int)b->nest.n ? b->nest.p[i] : '\0';
}

void
layout_front_make(struct layout_front *ret, struct layout_lists *lists, struct arena *a, const struct doc *doc, size_t i,
	int max)
{
	const struct doc_block *b = &doc->blocks[i];
	int depth = 0;

	*ret = (struct layout_front){ .begins_list = enter_lists(lists, doc, i), .marked = -1 };
	for (char sign; (sign = nest_at(b, ret->n)) && ret->n < LAYOUT_FRONT_PARTS; ret->n++) {
		int cols = sign == 'q' ? BAR_COLS : sign == 'l' ? lists->cols[++depth] : INDENT_COLS;

		if (ret->cols + cols > max)
			break;
		if (sign == (b->is_summary ? 'd' : 'l'))
			ret->marked = ret->n;
		ret->parts[ret->n] = (struct layout_front_part){ cols, sign == 'q' };
		ret->cols += cols;
	}
	if (ret->marked >= 0)
		ret->marker = marker_of(a, b);
	if (ret->marker.n && width_str(ret->marker) > ret->parts[ret->marked].cols)
		ret->marker = STR_NONE;
}

/* True for a box that has a part in front of its lines: a sign in the nest of its blocks. */
static bool
is_part(const struct doc_box *box)
{
	if (box->kind == DOC_BOX_DETAIL)
		return !box->is_implied;
	return box->kind == DOC_BOX_QUOTE || box->kind == DOC_BOX_FOLD || box->kind == DOC_BOX_LIST;
}

int
layout_front_common(const struct doc_block *above, const struct doc_block *b)
{
	int n = 0;

	for (const struct doc_box *box = doc_box_common(above->box, b->box); box; box = box->outer)
		n += is_part(box);
	return n;
}
