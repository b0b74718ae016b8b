/*
 * A part of the search index as FTS5 keeps it ("segment": the head of
 * ext/fts5/fts5_index.c describes the bytes), written in one go. FTS5 reads,
 * merges and checks it like its own.
 *
 * Pages of post_index_data hold the words in order, each with its list of
 * posts; post_index_idx says which word a page begins with. A list that goes
 * over many pages has an index of its own, of the first post of each.
 */
#ifndef STORE_INDEX_PAGE_H
#define STORE_INDEX_PAGE_H

#include <sqlite3.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "store/index_number.h"
#include "store/index_terms.h"

enum {
	INDEX_PAGE = 4030,                        /* a row with it fits on a page of SQLite; some are a few bytes longer, as FTS5's are */
	INDEX_PAGE_HEAD = 4,                      /* of a page: where its first post and its footer stand, two bytes each */
	INDEX_PAGE_WORD = 1 + INDEX_TERMS_WORD,   /* bytes of a word, with INDEX_PAGE_SIGN in front */
	INDEX_PAGE_BEYOND = INDEX_TERMS_WORD + 4 * INDEX_NUMBER_BYTES, /* that may stand behind the end of a page before it is told to be full */
	INDEX_PAGE_BITS = 31 + 5,                 /* of the row of a page below the number of its part; one more tells pages from indexes of lists */
	INDEX_PAGE_SIGN = '0',                    /* before each word: of no prefix index */
};

/* INSERT of (id, block) into post_index_data and of (segid, term, pgno) into post_index_idx. */
struct index_page_into {
	sqlite3 *db;
	sqlite3_stmt *data, *idx;
};

/* An index of a list, at from in the bytes of all: those of the list that begins on the page. */
struct index_page_list {
	int64_t page;
	size_t from, n;
};

/* The page in hand, and what is known of those before it. */
struct index_page {
	const struct index_page_into *into;
	int64_t id, page;               /* the number of the part, and that of the page */
	unsigned char bytes[INDEX_PAGE + INDEX_PAGE_BEYOND], footer[INDEX_PAGE];
	size_t n, n_footer;             /* bytes of them */
	size_t last_word;               /* where the last word of the page begins, 0 for none */
	char word[INDEX_PAGE_WORD];
	size_t n_word;
	bool has_post;                  /* the page has one, or a word */
	int64_t post;                   /* the last one of the list on the page, 0 for none */
	char begin[INDEX_PAGE_WORD];    /* of what page_begun begins with, as far as it tells it from what is before */
	size_t n_begin;
	int64_t page_begun;             /* the last page that has a word */
	int64_t pages_empty;            /* behind it */
	struct buf list;                /* the index of the last word's list */
	int64_t list_post;
	vec(struct index_page_list) lists; /* those of words before it */
	struct buf list_bytes;
};

/* The row of a page in post_index_data, or of the index of a list that begins on it. */
static inline int64_t
index_page_row(int64_t part, bool is_list, int64_t page)
{
	return (part << (INDEX_PAGE_BITS + 1)) + ((int64_t)is_list << INDEX_PAGE_BITS) + page;
}

/* Begins the part of that number, which is not used yet. To be ended in any case. */
void index_page_begin(struct index_page *p, const struct index_page_into *into, int64_t id);

/* Runs a statement that has no rows. */
int index_page_run(const struct index_page_into *into, sqlite3_stmt *st, struct err *err);

/* The next word, which is behind all before it, with its sign. */
int index_page_word(struct index_page *p, struct str word, struct err *err);

/* The next post of its list, by rising numbers, with its places as FTS5 writes them. is_taken: the index had the word before. */
int index_page_post(struct index_page *p, int64_t post, struct str places, bool is_taken, struct err *err);

/* The bytes that the page still takes; a post that has begun may have gone beyond its end. */
static inline size_t
index_page_room(const struct index_page *p)
{
	size_t used = p->n + p->n_footer;

	return used < INDEX_PAGE ? INDEX_PAGE - used : 0;
}

/*
 * Posts that come next as another part has them, from the first to the last: bytes from behind the number of the first on, for which,
 * and for that number, there is room.
 */
void index_page_posts(struct index_page *p, int64_t first, struct str bytes, int64_t last);

/* All of it is written. *pages: how many it has. rc: less than 0 where that is of no use any more; it is returned then. */
int index_page_end(struct index_page *p, int rc, int64_t *pages, struct err *err);

#endif
