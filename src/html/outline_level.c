#include "html/outline_level.h"

enum { SUBTITLE_CELLS = 30 };

/*
 * Ranks order headings from the outside in. Of sorts that do not tell their
 * depth by themselves, the ranks are the order in which Korean blogs use them.
 */
enum {
	RANK_TAG = 1000,     /* an h or # more */
	RANK_SIZES = 500,    /* the largest size */
	RANK_SIZE = 100,     /* the next smaller size */
	RANK_MARKS = 2000,
	RANK_MARK = 200,     /* a step of the marks' conventional order; a bold one is half a step above */
	RANK_DECIMALS = RANK_MARKS + 2 * RANK_MARK,
	RANK_DECIMAL = 100,  /* a part more */
	RANK_QUOTE = 2200,
	RANK_BRACKET = 2300,
	RANK_SYMBOL = 2400,
	RANK_PLAIN_STEP = 200, /* brackets and signs that are not bold */
	RANK_EMOJI = 2700,
	RANK_BOLD = 3400,
	RANK_OTHER = 4000,
	RANK_HALF = 50,      /* between two ranks */
};

enum { MAX_SIZES = 16, MAX_DEPTH = 16, PLAIN_TIMES = 2 };

struct leveler {
	struct outline_line *const *heads;
	size_t n;
	struct size {
		int px;
		int mark;         /* the outermost rank of its numbered headings; RANK_SIZE for none */
	} sizes[MAX_SIZES];   /* of headings that have their rank from it, descending */
	size_t n_sizes;
	size_t n_series;
};

/* ---- ranks */

static bool
is_by_size(const struct outline_line *head)
{
	return head->sort == OUTLINE_SIZE ||
	    ((head->sort == OUTLINE_SERIES || head->sort == OUTLINE_DECIMAL) && head->is_larger);
}

static size_t
find_size(const struct leveler *l, int px)
{
	size_t at = 0;

	while (at < l->n_sizes && l->sizes[at].px > px)
		at++;
	return at;
}

static void
add_size(struct leveler *l, const struct outline_line *head)
{
	size_t at = find_size(l, head->size);
	struct size *size = &l->sizes[at];
	int mark = head->sort == OUTLINE_SIZE ? RANK_SIZE : head->mark.rank;

	if (at == l->n_sizes || size->px != head->size) {
		if (l->n_sizes == MAX_SIZES)
			return;
		memmove(size + 1, size, (l->n_sizes - at) * sizeof *size);
		*size = (struct size){ .px = head->size, .mark = RANK_SIZE };
		l->n_sizes++;
	}
	if (mark < size->mark)
		size->mark = mark;
}

/* Headings of one size: a number tells more; those without one stand beside the outermost number. */
static int
size_rank(const struct leveler *l, const struct outline_line *head)
{
	size_t at = find_size(l, head->size);
	int mark = head->mark.rank;

	if (head->sort == OUTLINE_SIZE)
		mark = at < l->n_sizes ? l->sizes[at].mark % RANK_SIZE : 0;
	return RANK_SIZES + (int)at * RANK_SIZE + mark;
}

static int
rank_of(const struct leveler *l, const struct outline_line *head)
{
	int plain = head->is_bold ? 0 : RANK_PLAIN_STEP;

	switch (head->sort) {
	case OUTLINE_REAL:
		return head->level * RANK_TAG;
	case OUTLINE_HASH:
		return head->hashes * RANK_TAG;
	case OUTLINE_SIZE:
		return size_rank(l, head);
	case OUTLINE_SERIES:
		if (head->is_larger)
			return size_rank(l, head);
		return RANK_MARKS + head->mark.rank * RANK_MARK - (head->is_bold ? RANK_MARK / 2 : 0);
	case OUTLINE_DECIMAL:
		if (head->is_larger)
			return size_rank(l, head);
		return RANK_DECIMALS + (head->mark.parts - 1) * RANK_DECIMAL;
	case OUTLINE_QUOTE:
		return RANK_QUOTE;
	case OUTLINE_BRACKET:
		return RANK_BRACKET + plain;
	case OUTLINE_SYMBOL:
		return RANK_SYMBOL + plain;
	case OUTLINE_EMOJI:
		return RANK_EMOJI;
	case OUTLINE_BOLD:
		return RANK_BOLD;
	default:
		return RANK_OTHER;
	}
}

/* ---- headings without numbers among numbered ones */

static bool
is_unnumbered(const struct outline_line *head)
{
	switch (head->sort) {
	case OUTLINE_BOLD:
	case OUTLINE_PLAIN:
	case OUTLINE_EMOJI:
	case OUTLINE_BRACKET:
	case OUTLINE_SYMBOL:
	case OUTLINE_QUOTE:
	case OUTLINE_WORD:
		return true;
	default:
		return false;
	}
}

static bool
is_loosely_styled(const struct outline_line *head)
{
	return is_unnumbered(head) && head->sort != OUTLINE_PLAIN && head->sort != OUTLINE_WORD && head->sort != OUTLINE_EMOJI;
}

static bool
is_numbered(const struct outline_line *head)
{
	return head->sort == OUTLINE_SERIES && !head->is_larger;
}

struct extent {
	size_t first, last; /* its headings */
	int host;           /* the series it stands in, between two of its items; -1 for none */
};

static void
find_extents(const struct leveler *l, struct extent *extents)
{
	for (size_t i = l->n; i-- > 0;) {
		struct extent *extent = &extents[is_numbered(l->heads[i]) ? l->heads[i]->series : 0];

		if (!is_numbered(l->heads[i]))
			continue;
		if (!extent->last)
			extent->last = i;
		extent->first = i;
	}
}

/* A series between two items of another with the same kind of number, bold or not, is a level below it. */
static void
rank_inner(struct arena *a, struct leveler *l)
{
	struct extent *extents = arena_new(a, struct extent, l->n_series);
	int current[OUTLINE_MARKS], depth = 0;

	for (size_t i = 0; i < OUTLINE_MARKS; i++)
		current[i] = -1;
	find_extents(l, extents);
	for (size_t i = 0; i < l->n; i++) {
		struct outline_line *head = l->heads[i];
		struct extent *extent = &extents[is_numbered(head) ? head->series : 0];
		int *host = &current[head->mark.class];

		if (!is_numbered(head))
			continue;
		if (extent->first == i) {
			while (*host >= 0 && extents[*host].last < extent->last)
				*host = extents[*host].host;
			extent->host = *host;
			*host = head->series;
		}
		if (extent->host < 0)
			continue;
		depth = l->heads[extents[extent->host].first]->rank + 1;
		if (head->rank < depth)
			head->rank = depth;
	}
}

static bool
is_same_kind(const struct outline_line *a, const struct outline_line *b)
{
	return is_numbered(b) && a->rank == b->rank && a->mark.class == b->mark.class && a->is_bold == b->is_bold &&
	    a->opens == b->opens && !a->hashes == !b->hashes;
}

/* The first heading of the outermost kind of number; NULL for none. */
static const struct outline_line *
outermost(const struct leveler *l)
{
	const struct outline_line *best = NULL;

	for (size_t i = 0; i < l->n; i++)
		if (is_numbered(l->heads[i]) && (!best || l->heads[i]->rank < best->rank))
			best = l->heads[i];
	return best;
}

enum place { PLACE_OUTSIDE, PLACE_ABOVE, PLACE_INSIDE };

/* Where heading i stands: between two items of one series, right before its first, or elsewhere. */
static enum place
place_of(const struct leveler *l, size_t i, const struct outline_line *before, const struct outline_line *after)
{
	if (before && after && before->series == after->series)
		return PLACE_INSIDE;
	if (after && after == l->heads[i + 1] && (after->mark.number == 0 || after->mark.number == 1) && !l->heads[i]->is_word)
		return PLACE_ABOVE;
	return PLACE_OUTSIDE;
}

/* The places of all headings without numbers; returns whether any is above a series. */
static bool
find_places(struct arena *a, const struct leveler *l, const struct outline_line *kind, enum place *places)
{
	const struct outline_line **next = arena_new(a, const struct outline_line *, l->n + 1), *before = NULL;
	bool has_above = false;

	for (size_t i = l->n; i-- > 0;)
		next[i] = is_same_kind(kind, l->heads[i]) ? l->heads[i] : next[i + 1];
	for (size_t i = 0; i < l->n; i++) {
		if (is_same_kind(kind, l->heads[i]))
			before = l->heads[i];
		if (!is_unnumbered(l->heads[i]))
			continue;
		places[i] = place_of(l, i, before, next[i]);
		has_above |= places[i] == PLACE_ABOVE;
	}
	return has_above;
}

static void
rank_unnumbered(struct arena *a, struct leveler *l)
{
	const struct outline_line *kind = outermost(l);
	enum place *places = arena_new(a, enum place, l->n);
	bool has_above;

	if (!kind)
		return;
	has_above = find_places(a, l, kind, places);
	for (size_t i = 0; i < l->n; i++) {
		struct outline_line *head = l->heads[i];
		int inside = kind->rank + RANK_HALF;

		if (!is_unnumbered(head))
			continue;
		if (places[i] != PLACE_INSIDE)
			head->rank = has_above ? kind->rank - RANK_HALF : kind->rank;
		else if (head->rank < inside)
			head->rank = inside;
		head->is_rank_set = true;
	}
}

/* Where most headings are plain, the few that have a style are below them. */
static void
rank_few_styled(struct leveler *l)
{
	size_t plain = 0, styled = 0;

	for (size_t i = 0; i < l->n; i++) {
		plain += l->heads[i]->sort == OUTLINE_PLAIN;
		styled += is_loosely_styled(l->heads[i]);
	}
	if (plain < styled * PLAIN_TIMES)
		return;
	for (size_t i = 0; i < l->n; i++)
		if (is_loosely_styled(l->heads[i]))
			l->heads[i]->rank = RANK_OTHER + RANK_HALF;
}

/* Fixed words stand beside the outermost headings. */
static void
rank_words(struct leveler *l)
{
	int base = l->heads[0]->rank;

	for (size_t i = 1; i < l->n; i++)
		if (l->heads[i]->rank < base)
			base = l->heads[i]->rank;
	for (size_t i = 0; i < l->n; i++) {
		struct outline_line *head = l->heads[i];
		bool is_loose = head->sort == OUTLINE_BOLD || head->sort == OUTLINE_PLAIN;

		if (!head->is_rank_set && (head->sort == OUTLINE_WORD || (is_loose && head->is_closing_word)))
			head->rank = base;
	}
}

/* Whether nothing stands between two headings but a line like a subtitle or a by-line. */
static bool
is_right_above(const struct outline_line *head, const struct outline_line *next)
{
	const struct outline_line *between = head + 1;

	if (next == between)
		return true;
	return next == between + 1 && between->is_para && !between->is_sentence && between->cells <= SUBTITLE_CELLS;
}

/* A heading that opens the text right above another is the title of the whole. */
static void
rank_title(struct leveler *l)
{
	struct outline_line *first = l->heads[0];
	bool is_loose = is_unnumbered(first) || first->sort == OUTLINE_HASH;

	if (l->n < 3 || first->at || !is_right_above(first, l->heads[1]) || !is_loose)
		return;
	if (first->sort != l->heads[1]->sort && l->heads[1]->sort != OUTLINE_SERIES)
		return;
	for (size_t i = 1; i < l->n; i++)
		if (l->heads[i]->rank <= first->rank)
			first->rank = l->heads[i]->rank - 1;
}

/* ---- depths */

struct open {
	int rank, series;
};

/* How many of the open headings stay open above this one. */
static size_t
close_for(const struct open *stack, size_t n, const struct outline_line *head)
{
	size_t k = n;

	if (head->sort == OUTLINE_SERIES)
		while (k > 0 && stack[k - 1].series != head->series)
			k--;
	else
		k = 0;
	if (k)
		return k - 1;
	while (n && stack[n - 1].rank >= head->rank)
		n--;
	return n;
}

void
outline_level_find(struct arena *a, struct outline_line *const heads[], size_t n, size_t n_series, int levels[])
{
	struct leveler l = { .heads = heads, .n = n, .n_series = n_series };
	struct open stack[MAX_DEPTH];
	size_t depth = 0;

	if (!n)
		return;
	for (size_t i = 0; i < n; i++)
		if (is_by_size(heads[i]))
			add_size(&l, heads[i]);
	for (size_t i = 0; i < n; i++)
		heads[i]->rank = rank_of(&l, heads[i]);
	rank_few_styled(&l);
	rank_inner(a, &l);
	rank_unnumbered(a, &l);
	rank_words(&l);
	rank_title(&l);
	for (size_t i = 0; i < n; i++) {
		depth = close_for(stack, depth, heads[i]);
		if (depth == MAX_DEPTH)
			depth--;
		stack[depth++] = (struct open){ heads[i]->rank, heads[i]->sort == OUTLINE_SERIES ? heads[i]->series : -1 };
		levels[i] = (int)depth;
	}
}
