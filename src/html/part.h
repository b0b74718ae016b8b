/*
 * An article while it is being tidied: a flat list of lines, pictures and code
 * with the starts and ends of boxes (lists, quotes, tables) between them. The
 * walk over foreign HTML makes it, rules change it, the writer prints it.
 */
#ifndef HTML_PART_H
#define HTML_PART_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "html/dom.h"

enum part_kind {
	PART_LINE,  /* text in runs; tag: p, h1-h6, dt, summary, caption or figcaption */
	PART_CODE,  /* text as it is; note: its language */
	PART_IMAGE, /* text: alt; note: its address */
	PART_RULE,
	PART_OPEN,  /* tag: ul ol li dl dd blockquote table tr td th figure details */
	PART_CLOSE,
};

/* Bits of a run's style, outermost first. */
enum {
	PART_BOLD = 1 << 0,
	PART_ITALIC = 1 << 1,
	PART_UNDERLINE = 1 << 2,
	PART_STRIKE = 1 << 3,
	PART_MARK = 1 << 4,
	PART_SUP = 1 << 5,
	PART_SUB = 1 << 6,
	PART_KBD = 1 << 7,
	PART_CODE_TEXT = 1 << 8,
	PART_STYLES = 9,
};

struct part_style {
	uint16_t bits;
	uint32_t link; /* 1-based number in parts.links, 0 for none */
	float size;    /* px, 0 when nothing is said */
};

struct part_run {
	size_t at, n; /* in parts.text */
	struct part_style style;
};

struct part {
	enum part_kind kind;
	enum dom_tag tag;
	size_t at, n;         /* its text in parts.text; the runs follow each other in it */
	size_t run, n_runs;
	struct str note;
	float size;           /* of most letters */
	size_t box;           /* PART_CLOSE: index of its PART_OPEN, while the list grows */
	int start;            /* of an ol */
	int colspan, rowspan; /* of a cell */
	uint8_t hashes;       /* Markdown "## " taken off */
	bool has_blank;       /* an empty paragraph stands before it */
	bool is_dropped;
	bool is_implied;      /* a box that the HTML does not have */
};

struct parts {
	struct arena *arena;
	vec(struct part) list;
	vec(struct part_run) runs;
	vec(struct str) links;
	vec(size_t) open;     /* the open boxes: indices of their PART_OPEN */
	struct buf text, scratch;
	size_t line_at, line_run; /* where the line being built begins */
	bool has_blank;       /* for the next line */
};

void part_init(struct parts *p, struct arena *a);
void part_free(struct parts *p);

/* Adds running text to the line being built: cleaned, runs of white space folded to one space. */
void part_text(struct parts *p, struct str s, struct part_style style);

/* Ends the line being built; false when there was no ink in it. */
bool part_end_line(struct parts *p, enum dom_tag tag);

/* Each ends the line being built as a p first. In a cell of a table pictures become text and the others nothing. */
void part_code(struct parts *p, struct str text, struct str lang);
void part_image(struct parts *p, struct str src, struct str alt);
void part_rule(struct parts *p);

/* Opens a box where it may stand, else does nothing. NULL or its part, valid until the next call. */
struct part *part_open(struct parts *p, enum dom_tag tag);

/* Closes boxes until n are open; empty ones vanish. */
void part_close_to(struct parts *p, size_t n);

/* The tag of the innermost open box, DOM_TEXT outside of all. */
enum dom_tag part_inside(const struct parts *p);

/* The number of a link for part_style; 0 for an empty address. */
uint32_t part_link(struct parts *p, struct str url);

struct str part_text_of(const struct parts *p, const struct part *part);

#endif
