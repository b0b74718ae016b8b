/*
 * A part of the search index as store/index_page.h writes it, read from the
 * first word to the last, each with its list of posts.
 */
#ifndef STORE_INDEX_READ_H
#define STORE_INDEX_READ_H

#include "store/index_list.h"
#include "store/index_page.h"

struct index_read {
	sqlite3 *db;
	sqlite3_stmt *st;         /* SELECT of a block by its row; reset between calls, so that many may share it */
	struct index_list_part part;
	uint64_t page;
	struct buf bytes;         /* of the page */
	struct str rest;          /* of the list, on this page */
	struct str words;         /* where on the page words begin that are still to come: what is between them */
	bool has_word;            /* one was read on this page */
	size_t next, end;         /* where the next word begins, 0 for none; where the last list on the page ends */
	char word[INDEX_PAGE_WORD];
	size_t n_word;            /* 0: there is none any more */
	int64_t post;             /* the last one of the list on this page, 0 for none */
};

/* The error that a part is none. */
int index_read_damaged(struct err *err);

/* Goes to the first word. To be closed in any case. */
int index_read_open(struct index_read *r, sqlite3 *db, sqlite3_stmt *st, const struct index_list_part *part, struct err *err);
void index_read_close(struct index_read *r);

/* The word, with its sign; empty behind the last. Valid until index_read_next(). */
static inline struct str
index_read_word(const struct index_read *r)
{
	return str_new(r->word, r->n_word);
}

/* Goes to the next one. The list of the last must have been read. */
int index_read_next(struct index_read *r, struct err *err);

/* Whether the list has another post: 1 or 0; less than 0 after an error. */
int index_read_more(struct index_read *r, struct err *err);

/* Posts of a list that stand behind one another, for index_page_posts(). */
struct index_read_posts {
	int64_t first, last;
	struct str bytes; /* valid until the next call */
};

/* The next of them, as many as have room bytes at most and stand on one page; none (no bytes) where not even one does. */
void index_read_posts(struct index_read *r, size_t room, struct index_read_posts *ret);

/* The next one, with its places in *places, which is cleared first, and whether the index had the word before. */
int index_read_post(struct index_read *r, int64_t *post, bool *is_taken, struct buf *places, struct err *err);

#endif
