/*
 * What each element and class of foreign HTML is taken for.
 */
#ifndef HTML_TIDY_RULE_H
#define HTML_TIDY_RULE_H

#include "html/dom.h"
#include "html/tidy_class.h"

enum tidy_action {
	TIDY_RULE_THROUGH, /* the element itself means nothing */
	TIDY_RULE_DROP,
	TIDY_RULE_STYLE,   /* arg: DRAFT_ bits */
	TIDY_RULE_LINK,
	TIDY_RULE_BREAK,
	TIDY_RULE_RULE,
	TIDY_RULE_IMAGE,
	TIDY_RULE_CODE,
	TIDY_RULE_MATH,
	TIDY_RULE_MATHJAX, /* a formula as it is drawn */
	TIDY_RULE_MEDIA,   /* iframe, video, audio, embed */
	TIDY_RULE_CARD,
	TIDY_RULE_MODULE,
	TIDY_RULE_SCRIPT,
	TIDY_RULE_FIELD,   /* textarea: code where it has lines */
	TIDY_RULE_CHECK,   /* input: a box with or without its tick */
	TIDY_RULE_AROUND,  /* text with marks around it: q, rt */
	TIDY_RULE_BLOCK,   /* on lines of its own */
	TIDY_RULE_PARA,    /* the same, and when empty a blank line */
	TIDY_RULE_LINE,    /* a line that knows what it is: h1-h6, dt, caption */
	TIDY_RULE_BOX,     /* opens one of its own tag */
	TIDY_RULE_LIST,
	TIDY_RULE_TABLE,
	TIDY_RULE_CELL,
};

struct tidy_rule {
	enum tidy_action action;
	enum dom_tag tag; /* of a line, list, cell or box */
	unsigned style;   /* DRAFT_ bits */
};

/* The rule for node, whose classes mean that. */
struct tidy_rule tidy_rule_find(const struct dom_node *node, enum tidy_class meaning);

#endif
