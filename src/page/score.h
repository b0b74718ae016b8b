/*
 * How much each element looks like the one that holds the article: paragraphs
 * give points to what they stand in, classes and links change them.
 */
#ifndef PAGE_SCORE_H
#define PAGE_SCORE_H

#include "page/gauge.h"

/* A run of text, or an element, that is a paragraph. */
struct score_run {
	uint32_t letters, linked, commas;
	uint32_t from, last; /* numbers of the first and the last of the children of one node that it is */
};

/* Scores all that is not taken out; weighs: with what classes and ids say. */
void score_nodes(struct gauge *g, bool weighs);

/* What the class and id of a node add to its score. */
int score_weight(const struct gauge_node *node);

/* Takes the next run of text that stands in parent without a paragraph of its own, behind its child `after` (0: from its start); false at the end. */
bool score_run_next(const struct gauge *g, uint32_t parent, uint32_t after, struct score_run *ret);

/* Whether text that stands in a node counts as paragraphs. */
bool score_has_runs(const struct gauge_node *node);

#endif
