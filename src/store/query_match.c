#include "store/query_match.h"

/* What a part of the tree adds to an expression. */
enum part {
	PART_NONE, /* there is no expression of it */
	PART_LEFT_OUT,
	PART_ADDED,
};

static const struct {
	unsigned in;
	const char *name;
} columns_of[] = {
	{ QUERY_IN_TITLE, "title initials" }, { QUERY_IN_AUTHOR, "author" }, { QUERY_IN_SECTION, "section" },
	{ QUERY_IN_BODY, "section body" },
};

static enum part add(struct buf *out, struct arena *a, const struct query *query);

enum find_term_kind
query_match_kind(const struct query *leaf)
{
	return leaf->is_phrase ? FIND_TERM_PHRASE : leaf->is_typed ? FIND_TERM_TYPED : FIND_TERM_WORD;
}

struct str
query_match_check(const struct query *leaf, const struct find_term *term)
{
	return term->check.n ? term->check : leaf->columns == QUERY_IN_TITLE ? term->signs : STR_NONE;
}

void
query_match_term(struct buf *out, const struct find_term *term, unsigned columns)
{
	const char *before = "{";

	if (columns == QUERY_IN_TITLE) {
		(void)buf_add(out, term->title);
		return;
	}
	for (size_t i = 0; i < sizeof columns_of / sizeof *columns_of; i++)
		if (columns & columns_of[i].in) {
			(void)buf_printf(out, "%s%s", before, columns_of[i].name);
			before = " ";
		}
	(void)buf_printf(out, "%s%.*s", *before == ' ' ? "} : " : "", STR(term->expr));
}

static enum part
add_text(struct buf *out, struct arena *a, const struct query *leaf)
{
	struct find_term term;

	if (!find_term_make(a, leaf->text, query_match_kind(leaf), &term))
		return PART_LEFT_OUT;
	if (query_match_check(leaf, &term).n)
		return PART_NONE;
	query_match_term(out, &term, leaf->columns);
	return PART_ADDED;
}

/* The parts that are (or are not) negated, joined; a negated one without its NOT. */
static enum part
add_parts(struct buf *out, struct arena *a, const struct query *node, const char *between, bool is_negated)
{
	size_t start = out->n;

	for (size_t i = 0; i < node->n; i++) {
		const struct query *part = node->parts[i];
		size_t before = out->n;
		enum part got;

		if ((part->kind == QUERY_NOT) != is_negated)
			continue;
		(void)buf_puts(out, out->n > start ? between : is_negated ? between : "(");
		got = add(out, a, is_negated ? part->parts[0] : part);
		if (got == PART_NONE)
			return PART_NONE;
		if (got == PART_LEFT_OUT)
			buf_truncate(out, before);
	}
	if (out->n == start)
		return PART_LEFT_OUT;
	(void)buf_puts(out, is_negated ? "" : ")");
	return PART_ADDED;
}

/* FTS5 knows only "this and not that". */
static enum part
add_and(struct buf *out, struct arena *a, const struct query *node)
{
	enum part got;
	bool has_negated = false;

	for (size_t i = 0; i < node->n; i++)
		has_negated |= node->parts[i]->kind == QUERY_NOT;
	if (!has_negated)
		return add_parts(out, a, node, " AND ", false);
	(void)buf_puts(out, "(");
	got = add_parts(out, a, node, " AND ", false);
	if (got != PART_ADDED || add_parts(out, a, node, " NOT ", true) == PART_NONE)
		return PART_NONE;
	(void)buf_puts(out, ")");
	return PART_ADDED;
}

static enum part
add_or(struct buf *out, struct arena *a, const struct query *node)
{
	for (size_t i = 0; i < node->n; i++)
		if (node->parts[i]->kind == QUERY_NOT)
			return PART_NONE;
	return add_parts(out, a, node, " OR ", false);
}

static enum part
add(struct buf *out, struct arena *a, const struct query *query)
{
	switch (query->kind) {
	case QUERY_TEXT:
		return add_text(out, a, query);
	case QUERY_AND:
		return add_and(out, a, query);
	case QUERY_OR:
		return add_or(out, a, query);
	default:
		return PART_NONE;
	}
}

bool
query_match_add(struct buf *out, struct arena *a, const struct query *query)
{
	size_t start = out->n;

	if (add(out, a, query) == PART_ADDED)
		return true;
	buf_truncate(out, start);
	return false;
}
