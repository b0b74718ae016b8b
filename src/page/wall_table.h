/*
 * By what pages that stand before articles are known: one row a sign.
 */
#ifndef PAGE_WALL_TABLE_H
#define PAGE_WALL_TABLE_H

#include <stddef.h>

#include "page/page_kind.h"

enum wall_where {
	WALL_TITLE,  /* all of a part of the title, or of the first heading */
	WALL_TEXT,   /* somewhere in the text that was chosen as the article */
	WALL_HOST,   /* the host begins so */
	WALL_PATH,   /* a step of the path is that */
	WALL_MARK,   /* somewhere in an id, class, name, src or action of the page */
	WALL_SCRIPT, /* somewhere in a script of the page */
	WALL_ALERT,  /* in what a script says in a box, where the page says nothing else */
};

struct wall_sign {
	enum wall_where where;
	enum page_kind kind; /* PAGE_ARTICLE: of one whose end is for members only */
	int points;
	const char *text;    /* ASCII in lower case */
};

/* All signs, *n of them. */
const struct wall_sign *wall_table(size_t *n);

#endif
