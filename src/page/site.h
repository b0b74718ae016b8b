/*
 * The rules of single sites (page/site_table.h, page/rule.h) put to a page:
 * they know what it is, where its article stands and what does not belong to
 * it, and are asked before any score.
 */
#ifndef PAGE_SITE_H
#define PAGE_SITE_H

#include "page/page.h"
#include "page/select.h"

/* Strings are empty and the date CLOCK_NONE where no rule says. */
struct site {
	enum page_kind kind;       /* PAGE_ARTICLE, also when nothing is known; what else the page is on its site */
	struct select_nodes nodes; /* the article; none: it is to be found by scores */
	bool is_loose;             /* the rule knows where the article is, not all that is in it: it wants pruning */
	struct str title, author;  /* one line each */
	struct str next, go;       /* as in struct page_result */
	bool knows_next;           /* what the rule names for next stands in the page: no other link counts */
	int64_t published;
};

/*
 * Reads the page under root; all of *ret is in a. What does not belong to the
 * article is dropped in the tree.
 */
void site_read(struct arena *a, struct dom_node *root, const struct page_input *in, struct site *ret);

#endif
