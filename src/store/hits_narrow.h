/*
 * Conditions of a query beside its words, as lists of the posts that meet them: what frequent words find and is not
 * in them is passed over unread. A list of few posts is made at once; a longer one when so many posts have been read
 * that it would have cost no more, and so many of them for nothing that the rest would cost more than the list.
 */
#ifndef STORE_HITS_NARROW_H
#define STORE_HITS_NARROW_H

#include "store/hits_way.h"
#include "store/store_impl.h"

struct hits_narrow_part {
	const struct query *what;
	bool is_not;          /* the list is of posts that do not meet it */
	int64_t rows;         /* hits_way_rows() */
	int64_t asked, next;  /* for how many posts; when it is to be seen whether a list is worth it */
	struct store_list *list; /* NULL before it is made; it stays for the next query */
};

struct hits_narrow {
	struct store *s;
	struct hits_way_span span; /* in which the query wants the posts */
	struct hits_narrow_part parts[STORE_LISTS_OF_FEW]; /* the shortest list first; others are asked of each post */
	size_t n;
	bool is_none;         /* no post meets all of them */
	int64_t least, most;  /* numbers that can be among them; 0 for no bound */
	int64_t all;          /* posts there are, hidden ones not counted */
	int64_t wanted, found; /* by whoever uses it: posts that end the search, and how many it has */
	int64_t found_before; /* the last list was made */
	struct err failed;    /* while a list was made */
};

/* Looks at the conditions, which may be NULL for none and stay until the end; lists of up to at_once rows are made. */
int hits_narrow_begin(struct hits_narrow *n, struct store *s, const struct query *rest, int64_t at_once, struct err *err);

/* Whether it can tell anything. */
bool hits_narrow_is(const struct hits_narrow *n);

/*
 * Appends the condition that a post may be among them, id being its number; returns which parameter hits_narrow_bind() gives
 * a value. It goes without saying that the conditions themselves are asked as well.
 */
int hits_narrow_add(struct compose *c, const struct hits_narrow *n, const char *id);
void hits_narrow_bind(sqlite3_stmt *st, int at, struct hits_narrow *n);

/* Makes its functions known to a connection; an SQLite code. */
int hits_narrow_register(sqlite3 *db);

#endif
