/*
 * Where in an open article the words of a list's query stand.
 */
#ifndef UI_ARTICLE_FIND_H
#define UI_ARTICLE_FIND_H

#include "text/find_match.h"
#include "text/find_text.h"
#include "ui/article.h"

/* The block that has most of them; SIZE_MAX when they stand in none. *section: the one it is in, from 0, or -1. */
size_t article_find_best(const struct article *a, const struct find_match *match, int *section);

/* All places, whatever they are of. prose is the title, a line, and what html/prose.h makes of the article, with its starts. */
void article_find_all(struct arena *arena, const struct article *a, struct str prose, const size_t *starts,
	const struct find_match *match, struct find_text *ret);

#endif
