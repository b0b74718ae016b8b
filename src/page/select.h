/*
 * CSS selectors (page/selector.h) over the tree of a page. A list of many is
 * as fast as one: each node is looked up by its tag, id, classes and names of
 * attributes.
 */
#ifndef PAGE_SELECT_H
#define PAGE_SELECT_H

#include <stdint.h>

#include "html/dom.h"
#include "page/selector.h"

struct select_key;

/* Compiled once, used for any number of trees. */
struct select {
	struct selector selector;
	struct select_key *keys; /* one a path, in the order of their hashes */
	uint64_t *needs;         /* of each path: the bits of a node's names without which it cannot fit */
	uint64_t seen[4];        /* bits of the hashes there are */
};

/* Nodes in the order of the document. */
struct select_nodes {
	struct dom_node **v;
	size_t n;
};

/* Compiles text into a, where it and *ret live; -1 with *fault (may be NULL) where it is no selector. */
int select_parse(struct arena *a, struct str text, struct select *ret, struct selector_fault *fault);

/* Sets fits[i] for each path of the selector that node fits, i being its place in the text. */
void select_mark(struct dom_node *node, const struct select *select, bool *fits);

/* The first node below root that fits, or NULL. */
struct dom_node *select_first(const struct dom_node *root, const struct select *select);

/* All nodes below root that fit, none of them inside another. In a. */
struct select_nodes select_all(struct arena *a, const struct dom_node *root, const struct select *select);

#endif
