/*
 * Facts about every node of a page, in an array by the node's number: what is
 * in it, and what its class and id say. Parts can be taken out, which changes
 * the facts of all around them.
 */
#ifndef PAGE_GAUGE_H
#define PAGE_GAUGE_H

#include "html/dom.h"
#include "page/hint.h"

/* What a node and all below it hold, without what is taken out. */
struct gauge_sum {
	uint32_t letters;  /* of its text, runs of blanks as one; CJK counts two, as much is said with half of them */
	uint32_t linked;   /* letters in links; three tenths of them for links to places in the page */
	uint32_t outward;  /* of these, in links to other sites or within the page */
	uint32_t headed;   /* letters in headings */
	uint32_t listed;   /* letters in ul and ol */
	uint32_t commas;
	uint32_t elements; /* but for br and hr */
	uint32_t p, img, li, input, embed, link;
	uint32_t blocks;   /* elements that are no part of a paragraph: p, div, ul … */
	uint32_t code;     /* pre and formulas, which a filter must not take by chance */
};

struct gauge_node {
	struct dom_node *node;
	uint32_t parent, end; /* numbers: of its parent, and one past what is below it */
	struct gauge_sum sum;
	uint16_t class_hints, id_hints;
	bool is_out;          /* taken out by gauge_drop() */
	bool is_caption;      /* found to be what is said of a picture */
	bool is_gone;         /* not to be looked at: taken out, in what is, or without text by its nature */
	bool is_phrasing;     /* part of a paragraph */
	bool has_breaks;      /* two br stand beside each other in it */
	bool is_data;         /* a table of data, or in one */
	/* Of the scoring (page/score.h). */
	bool is_para;         /* a div that is a paragraph */
	bool is_scored;
	float score;
};

struct gauge {
	struct gauge_node *nodes;
	uint32_t n;
	struct str hosts[2]; /* of the page, for outward links */
	struct str title;    /* of the page, empty where it is not known */
};

/*
 * Reads the tree under root, the root of a page; what is dropped in it counts as taken out. url is its address, and
 * canonical what it says that is (may be empty). All of *ret is in a, its title is left to be set.
 */
void gauge_read(struct arena *a, struct dom_node *root, struct str url, struct str canonical, struct gauge *ret);

/* Puts back all that was taken out with gauge_drop(), and forgets the scores. */
void gauge_reset(struct gauge *g);

/* Takes a node out with all below it. */
void gauge_drop(struct gauge *g, uint32_t at);

/* The share of its letters that are in links, 0 to 1. */
float gauge_link_density(const struct gauge_node *node);

/* The next child after `child` that is not taken out; child 0: the first. 0 at the end. */
uint32_t gauge_child(const struct gauge *g, uint32_t parent, uint32_t child);

/* An ancestor of that tag, at most `levels` up. */
bool gauge_is_inside(const struct gauge *g, uint32_t at, enum dom_tag tag, int levels);

#endif
