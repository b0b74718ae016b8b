#include "html/print_levels.h"

/* How many levels of each kind b stands in. A term stands in its list as what explains it does. */
static int
depth_of(const struct doc_block *b, enum print_levels_kind kind)
{
	switch (kind) {
	case PRINT_LEVELS_DETAILS:
		return b->details;
	case PRINT_LEVELS_QUOTE:
		return b->quote;
	default:
		return b->list + b->is_term;
	}
}

static void
count(const struct print_levels *l, size_t n, int counts[PRINT_LEVELS_KINDS])
{
	for (int k = 0; k < PRINT_LEVELS_KINDS; k++)
		counts[k] = 0;
	for (size_t i = 0; i < n; i++)
		counts[l->v[i].kind]++;
}

static bool
fits(const int counts[PRINT_LEVELS_KINDS], const struct doc_block *b)
{
	for (int k = 0; k < PRINT_LEVELS_KINDS; k++)
		if (counts[k] > depth_of(b, (enum print_levels_kind)k))
			return false;
	return true;
}

/* Whether b stands in that list, its innermost one; in one without items of its own, whatever stands there does. */
static bool
is_in(const struct print_levels_one *list, const struct doc_block *b)
{
	if (list->id != b->list_id || b->is_term != (b->is_term && list->is_terms))
		return false;
	return !b->is_item || (!list->is_terms && list->is_ordered == b->is_ordered);
}

/* The number of levels outside of the innermost one of that kind among the first n. */
static size_t
outside(const struct print_levels *l, size_t n, enum print_levels_kind kind)
{
	while (n && l->v[n - 1].kind != kind)
		n--;
	return n ? n - 1 : 0;
}

size_t
print_levels_kept(const struct print_levels *l, const struct doc_block *b)
{
	int counts[PRINT_LEVELS_KINDS];
	size_t n = l->n, at;

	for (count(l, n, counts); n && !fits(counts, b); n--)
		counts[l->v[n - 1].kind]--;
	if (b->is_summary && counts[PRINT_LEVELS_DETAILS] == b->details)
		n = outside(l, n, PRINT_LEVELS_DETAILS);
	count(l, n, counts);
	if (!counts[PRINT_LEVELS_LIST] || counts[PRINT_LEVELS_LIST] < depth_of(b, PRINT_LEVELS_LIST))
		return n;
	at = outside(l, n, PRINT_LEVELS_LIST);
	return is_in(&l->v[at], b) ? n : at;
}

struct print_levels_one *
print_levels_add(struct print_levels *l, const struct doc_block *b)
{
	int counts[PRINT_LEVELS_KINDS], kind = 0, depth;
	bool is_last;

	count(l, l->n, counts);
	while (kind < PRINT_LEVELS_KINDS && counts[kind] >= depth_of(b, (enum print_levels_kind)kind))
		kind++;
	if (kind == PRINT_LEVELS_KINDS)
		return NULL;
	depth = depth_of(b, (enum print_levels_kind)kind);
	is_last = counts[kind] + 1 == depth;
	l->v[l->n] = (struct print_levels_one){ .kind = (enum print_levels_kind)kind, .number = 1 };
	if (kind == PRINT_LEVELS_LIST && is_last) {
		l->v[l->n].id = b->list_id;
		l->v[l->n].is_terms = b->is_term || !b->is_item;
		l->v[l->n].is_ordered = b->is_item && b->is_ordered;
		l->v[l->n].number = b->is_item && b->is_ordered ? b->number : 1;
	}
	return &l->v[l->n++];
}

struct print_levels_one *
print_levels_list(struct print_levels *l)
{
	size_t n = l->n;

	while (n && l->v[n - 1].kind != PRINT_LEVELS_LIST)
		n--;
	return n ? &l->v[n - 1] : NULL;
}

bool
print_levels_has_list(const struct print_levels *l, const struct doc_block *b)
{
	int counts[PRINT_LEVELS_KINDS];

	count(l, l->n, counts);
	return counts[PRINT_LEVELS_LIST] && counts[PRINT_LEVELS_LIST] == depth_of(b, PRINT_LEVELS_LIST);
}
