/*
 * The numbers of ordered lists.
 */
#ifndef HTML_TIDY_LIST_H
#define HTML_TIDY_LIST_H

#include "html/draft.h"

/* The number of an ol's first item. */
int tidy_list_start(const struct dom_node *ol);

/* What an ol says of its numbers: start, reversed, type (also as list-style-type). */
void tidy_list_open(struct draft_part *list, const struct dom_node *ol);

/* The item just opened gets its number where it is not the one behind the last. */
void tidy_list_item(struct draft *parts, const struct dom_node *li);

#endif
