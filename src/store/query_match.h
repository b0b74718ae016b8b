/*
 * Words of a query as one expression of FTS5, over the columns of the search
 * index.
 */
#ifndef STORE_QUERY_MATCH_H
#define STORE_QUERY_MATCH_H

#include "base/buf.h"
#include "query/query.h"
#include "text/find_term.h"

/*
 * Appends the expression for a tree of nothing but words: AND, OR, NOT and QUERY_TEXT. A word of symbols
 * alone, which the index does not know, is left out beside others. False, with nothing appended, when
 * there is none: of other fields, of a NOT by itself, where titles have to be looked at as well
 * (query_match_check()), of symbols alone.
 */
bool query_match_add(struct buf *out, struct arena *a, const struct query *query);

/* How a leaf of words is meant. */
enum find_term_kind query_match_kind(const struct query *leaf);

/* What the title has to have besides, by hangul_matches(); empty for nothing. Signs in quotes count where titles alone are asked. */
struct str query_match_check(const struct query *leaf, const struct find_term *term);

/* Appends the expression of a word in these columns: QUERY_IN_ bits, 0 for all. */
void query_match_term(struct buf *out, const struct find_term *term, unsigned columns);

#endif
