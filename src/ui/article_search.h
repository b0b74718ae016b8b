/*
 * A search in an open article: all places of what was typed, in its title and
 * its text, as text/find_text.h finds them, or of the words of the list that it
 * was opened from; and how they are marked.
 */
#ifndef UI_ARTICLE_SEARCH_H
#define UI_ARTICLE_SEARCH_H

#include "query/query.h"
#include "text/find_match.h"
#include "text/find_text.h"
#include "ui/article.h"
#include "ui/screen.h"

/* Zero-initialise. */
struct article_search {
	struct arena arena;     /* of what was found */
	struct buf prose;       /* the title, and the text of the article as in html/prose.h; empty: not made yet */
	size_t *starts;         /* of the blocks in it */
	struct buf wanted;      /* what was typed; empty: nothing was */
	struct arena words;     /* of match */
	struct find_match match; /* the words of the list; n 0: it has none */
	bool is_by_words;       /* it is they that are looked for */
	struct buf missing;     /* what was typed last and found nowhere, until something else is done */
	struct find_text found;
	size_t at;              /* the place one is at, where there is any */
	struct article_place from; /* while one is typing: what was at the top before, */
	struct buf before;      /* what was looked for, */
	bool was_by_words;
	size_t at_before;       /* and where one was in it */
};

/* Looks for a text from now on; an empty one ends the search. */
void article_search_set(struct article_search *s, const struct article *a, struct str wanted);

/* Looks for each of the words of a query (NULL: none); then for those of the last one again. */
void article_search_words(struct article_search *s, const struct article *a, const struct query *query);
void article_search_words_again(struct article_search *s, const struct article *a);

/* From now on one is at the first place from the start of a block on. */
void article_search_go(struct article_search *s, const struct article *a, size_t block);

/* The article, or its text, is another one: looks for the same in it, as far as it can at the same place. */
void article_search_again(struct article_search *s, const struct article *a);
void article_search_free(struct article_search *s);

/* The first place at or below a line, else the first of all; the last one above it, else the last of all. n where there is none. */
size_t article_search_below(const struct article_search *s, const struct article *a, size_t line);
size_t article_search_above(const struct article_search *s, const struct article *a, size_t line);

/* Where one is: the block, SIZE_MAX for the title; the line, SIZE_MAX when it is folded away; the column in that line. */
size_t article_search_block(const struct article_search *s, const struct article *a);
size_t article_search_line(const struct article_search *s, const struct article *a, int *col);

/* Marks what is in sight of lines drawn by article_draw_lines(). */
void article_search_draw(const struct article_search *s, struct screen *screen, struct screen_box box, const struct article *a, size_t top,
	int shift);

#endif
