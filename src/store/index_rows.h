/*
 * Posts of the queue with their texts, as index.c and index_waiting.c take
 * them.
 */
#ifndef STORE_INDEX_ROWS_H
#define STORE_INDEX_ROWS_H

#include <sqlite3.h>

#include "base/vec.h"
#include "store/index_text.h"
#include "store/store.h"

struct index_row {
	int64_t post, turn;     /* turn: raised by each further change while it waits */
	bool is_in, is_gone;    /* the index has the old text; the post is there no more */
	unsigned has;
	int64_t seconds;
	struct index_post was, is; /* texts in the arena of the rows */
};

/* Zero-initialise. */
struct index_rows {
	struct arena a;
	vec(struct index_row) rows; /* by number */
	int64_t last;               /* the number of the last post that was taken, from the top */
};

/* Up to max of the posts that wait below that number, and not more than so many bytes of articles unless the first has them alone. */
int index_rows_load(struct store *s, struct index_rows *rows, int64_t below, int64_t max, size_t bytes, struct err *err);
void index_rows_free(struct index_rows *rows);

/* Binds the texts of a row from a parameter on: title, author, section, body, initials. They must stay until the statement is done. */
void index_rows_bind(sqlite3_stmt *st, int at, const struct index_text *text);

#endif
