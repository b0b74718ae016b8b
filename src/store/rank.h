/*
 * The SQL function post_rank(post_index, tagged): how well a post answers the
 * words of a MATCH, the higher the better (Okapi BM25 over weighted columns).
 * tagged: how many of the words are tags of it, which no column has.
 */
#ifndef STORE_RANK_H
#define STORE_RANK_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

enum { RANK_PHRASES = 64 /* of a MATCH that count */ };

/*
 * What is known of the words of a query, for all rows and statements that ask for the same MATCH
 * first; bound as the third argument by rank_bind(). Zero-initialise; filled at the first row.
 */
struct rank {
	int n;
	double rarity[RANK_PHRASES], mean; /* mean: tokens of a post */
	bool is_titled;  /* the last row has a word in the title */
	size_t n_titled; /* rows so far that have */
};

/* Makes the function known to a connection; an SQLite code. */
int rank_register(sqlite3 *db);

void rank_bind(sqlite3_stmt *st, int at, struct rank *rank);

#endif
