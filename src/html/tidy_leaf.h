/*
 * Elements of foreign HTML that become one thing, whatever is in them:
 * pictures, code, formulas, links to what they show.
 */
#ifndef HTML_TIDY_LEAF_H
#define HTML_TIDY_LEAF_H

#include "html/draft.h"
#include "html/tidy_rule.h"

/* Where such an element stands. */
struct tidy_leaf {
	struct draft *parts;
	struct str base;           /* for links */
	struct draft_style style;  /* of the text around it */
	enum dom_tag line;         /* what a line is here */
	bool is_noscript;
};

/* Adds node to the parts; false when it is no such element and its content is to be walked. */
bool tidy_leaf_add(const struct tidy_leaf *at, const struct dom_node *node, enum tidy_action action, enum tidy_class meaning);

#endif
