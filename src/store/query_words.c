#include "store/query_words.h"

#include "store/query_list.h"
#include "store/query_match.h"
#include "store/store_impl.h"
#include "text/find_term.h"

/* The list of what an expression finds, filled; -1 where there is none left for it. */
static int
list_of(struct compose *c, struct str expr)
{
	for (int i = 0; i < c->n_lists; i++)
		if (query_list_is(c->lists, i, expr))
			return i;
	if (!c->lists || c->n_lists == STORE_LISTS || c->failed.code)
		return -1;
	if (query_list_fill(c->lists, c->n_lists, expr, &c->failed) < 0)
		return -1;
	return c->n_lists++;
}

/* A condition of the search index; what waits for it is looked up beside it. */
static void
add_match(struct compose *c, struct str expr)
{
	int list = c->is_arrived ? -1 : list_of(c, expr);

	if (list >= 0) {
		query_list_add(c, list);
		if (c->is_needed && !c->driver)
			c->driver = list + 1;
		return;
	}
	compose_add(c, "$.id IN (");
	query_list_select(c, expr);
	compose_add(c, ")");
}

bool
query_words_add(struct compose *c, const struct query *words)
{
	struct buf expr = { 0 };
	bool is_one = query_match_add(&expr, &c->a, words);

	if (is_one)
		add_match(c, arena_dup(&c->a, buf_str(&expr)));
	buf_free(&expr);
	return is_one;
}

static bool
make_term(struct compose *c, const struct query *leaf, struct find_term *ret)
{
	return find_term_make(&c->a, leaf->text, query_match_kind(leaf), ret);
}

void
query_words_add_leaf(struct compose *c, const struct query *leaf)
{
	struct find_term term;
	struct buf expr = { 0 };
	struct str check;

	if (!make_term(c, leaf, &term)) {
		compose_add(c, "$.id < 0"); /* never, but with a plan */
		return;
	}
	query_match_term(&expr, &term, leaf->columns);
	compose_add(c, "(");
	add_match(c, arena_dup(&c->a, buf_str(&expr)));
	check = query_match_check(leaf, &term);
	if (check.n) {
		compose_text(c, " AND title_matches($.title, ", check);
		compose_add(c, ")");
	}
	compose_add(c, ")");
	buf_free(&expr);
}

bool
query_words_are(const struct query *query)
{
	bool all = query->kind == QUERY_AND || query->kind == QUERY_OR || query->kind == QUERY_NOT;

	for (size_t i = 0; i < query->n && all; i++)
		all = query_words_are(query->parts[i]);
	return all || query->kind == QUERY_TEXT;
}

bool
query_words_are_void(struct compose *c, const struct query *query)
{
	struct find_term term;

	if (query->kind == QUERY_NOT)
		return query_words_are_void(c, query->parts[0]);
	return query->kind == QUERY_TEXT && !make_term(c, query, &term);
}
