/*
 * Posts with their texts, as index.c and index_prepare.c take them.
 */
#ifndef STORE_INDEX_ROWS_H
#define STORE_INDEX_ROWS_H

#include <sqlite3.h>

#include "base/vec.h"
#include "store/index_text.h"
#include "store/store.h"

struct index_row {
	int64_t post;
	bool is_in, is_gone;    /* the index has the old text; the post is there no more */
	unsigned has;
	int64_t turn, letters;  /* of one in the queue: what tells its text from a later one, and how long that is */
	struct index_post was, is; /* texts in the arena of the rows */
};

/* Zero-initialise. */
struct index_rows {
	struct arena a;
	vec(struct index_row) rows; /* by number */
};

/*
 * Up to max of the posts in hand (store/index_hand.h) above that number, and not more than so many bytes of articles unless the
 * first has them alone, in place of what was there. Of one that has changed since: what it was when it was taken.
 */
int index_rows_hand(struct store *s, struct index_rows *rows, int64_t above, int64_t max, size_t bytes, struct err *err);

/* The same of the posts in the queue that no index has, as they are now. */
int index_rows_queue(struct store *s, struct index_rows *rows, int64_t above, int64_t max, size_t bytes, struct err *err);

/* The post as it is; no row when it is gone. */
int index_rows_post(struct store *s, struct index_rows *rows, int64_t post, struct err *err);

void index_rows_free(struct index_rows *rows);

/* Binds the texts of a row from a parameter on: title, author, section, body, initials. They must stay until the statement is done. */
void index_rows_bind(sqlite3_stmt *st, int at, const struct index_text *text);

#endif
