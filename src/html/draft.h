/*
 * An article while it is being tidied: a flat list of lines, pictures and code
 * with the starts and ends of boxes (lists, quotes, tables) between them. The
 * walk over foreign HTML makes it, rules change it, the writer prints it.
 */
#ifndef HTML_DRAFT_H
#define HTML_DRAFT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "html/dom.h"

enum draft_kind {
	DRAFT_LINE,  /* text in runs; tag: p, h1-h6, dt, summary, caption or figcaption */
	DRAFT_CODE,  /* text as it is; note: its language */
	DRAFT_IMAGE, /* text: alt; note: its address */
	DRAFT_RULE,
	DRAFT_OPEN,  /* tag: ul ol li dl dd blockquote table tr td th figure details */
	DRAFT_CLOSE,
};

/* Bits of a run's style, outermost first. */
enum {
	DRAFT_BOLD = 1 << 0,
	DRAFT_ITALIC = 1 << 1,
	DRAFT_UNDERLINE = 1 << 2,
	DRAFT_STRIKE = 1 << 3,
	DRAFT_MARK = 1 << 4,
	DRAFT_SUP = 1 << 5,
	DRAFT_SUB = 1 << 6,
	DRAFT_KBD = 1 << 7,
	DRAFT_CODE_TEXT = 1 << 8,
	DRAFT_STYLES = 9,
};

struct draft_style {
	uint16_t bits;
	uint32_t link; /* 1-based number in parts.links, 0 for none; a link "#3" names footnote 3 */
	float size;    /* px, 0 when nothing is said */
};

struct draft_run {
	uint32_t at, n; /* in parts.text */
	struct draft_style style;
};

/* To which side a cell is set. */
enum draft_align { DRAFT_ALIGN_NONE, DRAFT_ALIGN_RIGHT, DRAFT_ALIGN_CENTER };

/* A table has one to three of them in each cell, so they are kept small. */
struct draft_part {
	enum draft_kind kind : 4;
	enum draft_align align : 4; /* of a cell */
	enum dom_tag tag : 16;
	char numbering;       /* ol: as in struct doc_block */
	uint32_t at, n;       /* its text in parts.text; the runs follow each other in it */
	uint32_t run, n_runs;
	uint32_t box;         /* DRAFT_CLOSE: index of its DRAFT_OPEN, while the list grows */
	struct str note;
	float size;           /* of most letters */
	union {
		struct {
			int start, next; /* number of an ol's first item, and of the one to come; of an li its own */
		};
		struct {
			int width, height; /* of a picture, px */
		};
	};
	uint32_t link;        /* of a picture: number of the page it leads to, 0 for none */
	uint16_t endnote;     /* number of the footnote that the line is, 0 for none */
	uint8_t colspan, rowspan; /* of a cell */
	uint8_t indent;       /* blanks before its text that were meant to be seen */
	uint8_t hashes;       /* Markdown "## " taken off */
	bool has_number : 1;   /* li: the number is to be said */
	bool is_reversed : 1;  /* ol: the numbers fall */
	bool has_blank : 1;    /* an empty paragraph stands before it */
	bool is_dropped : 1;
	bool is_continued : 1; /* a br stands between the line before it and this one */
	bool is_implied : 1;   /* a box that the HTML does not have */
	bool is_stand_in : 1;  /* a picture that is shown until the real one is loaded */
};

struct draft {
	struct arena *arena;
	vec(struct draft_part) list;
	vec(struct draft_run) runs;
	vec(struct str) links;
	vec(size_t) open;     /* the open boxes: indices of their DRAFT_OPEN */
	struct buf text, scratch;
	size_t line_at, line_run; /* where the line being built begins */
	size_t indent;        /* blanks before the line being built */
	const char *mark;     /* to stand before the next text of a cell, NULL for none */
	bool keeps_blanks;    /* spaces and tabs before a line count */
	bool has_blank;       /* for the next line */
	uint16_t endnote;     /* number of the footnote that the next line is */
	bool continues;       /* the next line goes on in the paragraph of the one before */
};

void draft_init(struct draft *p, struct arena *a);
void draft_free(struct draft *p);

/* Adds running text to the line being built: cleaned, runs of white space folded to one space. */
void draft_text(struct draft *p, struct str s, struct draft_style style);

/* Ends the line being built; false when there was no ink in it. */
bool draft_end_line(struct draft *p, enum dom_tag tag);

/* The same at a br: what comes next goes on in the same paragraph, or stands below a blank line. */
void draft_break(struct draft *p, enum dom_tag tag);

/* Whether what comes stands in a cell of a table, which holds lines and code but no boxes. */
bool draft_is_in_cell(const struct draft *p);

/*
 * Each ends the line being built as a p first, but for one line of code in a cell. In a cell pictures
 * become text and rules nothing. draft_image() returns its part, valid until the next call, or NULL.
 */
void draft_code(struct draft *p, struct str text, struct str lang);
struct draft_part *draft_image(struct draft *p, struct str src, struct str alt);
void draft_rule(struct draft *p);

/* Opens a box where it may stand, else does nothing. NULL or its part, valid until the next call. */
struct draft_part *draft_open(struct draft *p, enum dom_tag tag);

/* Closes boxes until n are open; empty ones vanish. */
void draft_close_to(struct draft *p, size_t n);

/* The tag of the innermost open box, DOM_TEXT outside of all. */
enum dom_tag draft_inside(const struct draft *p);

/* The number of a link for draft_style; 0 for an empty address. */
uint32_t draft_link(struct draft *p, struct str url);

static inline struct str
draft_text_of(const struct draft *p, const struct draft_part *part)
{
	return str_sub(buf_str(&p->text), part->at, part->at + part->n);
}

/* Whether a byte stands in any of its lines: a rule on lines that is about it need not look at them where it does not. */
static inline bool
draft_has(const struct draft *p, char c)
{
	return str_find_char(buf_str(&p->text), c) < p->text.n;
}

#endif
