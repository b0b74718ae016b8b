/*
 * The article model: a flat list of blocks with styled spans, and the sections
 * found in it. Made from clean XHTML by doc_read(); everything lives in one
 * arena.
 */
#ifndef HTML_DOC_H
#define HTML_DOC_H

#include <stdint.h>

#include "base/arena.h"
#include "text/measure.h"

enum doc_kind {
	DOC_PARA,    /* p, and any running text */
	DOC_HEADING, /* h1-h6 */
	DOC_CODE,    /* pre: text has line ends */
	DOC_IMAGE,   /* img: text is alt or caption, link its address */
	DOC_RULE,    /* hr */
	DOC_TABLE,   /* table: rows, cells */
};

/* Bits of a span's style. */
enum {
	DOC_BOLD = 1 << 0,
	DOC_ITALIC = 1 << 1,
	DOC_UNDERLINE = 1 << 2,
	DOC_STRIKE = 1 << 3,
	DOC_MONO = 1 << 4,      /* code, kbd */
	DOC_MARK = 1 << 5,
	DOC_SUP = 1 << 6,
	DOC_SUB = 1 << 7,
	DOC_LINK = 1 << 8,
	DOC_KBD = 1 << 9,       /* beside DOC_MONO: a key */
};

/* Where the text of a cell stands, where the author says so. */
enum doc_align { DOC_ALIGN_LEFT, DOC_ALIGN_CENTER, DOC_ALIGN_RIGHT };

/* A run of text[at, at + n) that is not plain. Spans of a block are in order and do not overlap. */
struct doc_span {
	uint32_t at, n;
	uint16_t style;
	uint16_t link; /* number of the link (1-based, index + 1 in doc.links), 0 for none */
	uint16_t note; /* number of the footnote that it names, 0 for none */
};

struct doc_cell {
	struct str text; /* lines, with "\n" between; blanks of code stay, and no span goes beyond its line */
	struct doc_span *spans;
	size_t n_spans;
	int colspan, rowspan;
	enum doc_align align;
	bool is_header;
};

struct doc_row {
	struct doc_cell *cells;
	size_t n;
};

enum doc_box_kind {
	DOC_BOX_QUOTE,  /* blockquote */
	DOC_BOX_FOLD,   /* details */
	DOC_BOX_LIST,   /* ul, ol: only items stand in it */
	DOC_BOX_ITEM,
	DOC_BOX_TERMS,  /* dl: only terms and details */
	DOC_BOX_TERM,
	DOC_BOX_DETAIL, /* dd */
	DOC_BOX_TABLE,  /* of a table and its caption */
};

/* What blocks stand in. Blocks in the same one point to the same. */
struct doc_box {
	enum doc_box_kind kind;
	int depth;                   /* 1 for the outermost */
	const struct doc_box *outer; /* what it stands in itself, NULL for the outermost */
	bool is_ordered;             /* DOC_BOX_LIST */
	char numbering;              /* DOC_BOX_LIST: as of a block */
	int number;                  /* DOC_BOX_ITEM: in an ordered list, 0 in others */
	bool is_implied;             /* DOC_BOX_ITEM, DOC_BOX_DETAIL: what stands straight in the list */
};

struct doc_block {
	enum doc_kind kind;
	struct str text; /* NFC, cleaned; one line but for DOC_CODE */
	struct measure measure; /* of the text, or of those of the cells */
	struct doc_span *spans;
	size_t n_spans;
	struct doc_row *rows; /* DOC_TABLE */
	size_t n_rows;
	struct str lang;     /* DOC_CODE: its language, may be empty */
	uint8_t level;       /* DOC_HEADING: 1-6 */
	const struct doc_box *box; /* the innermost one it stands in, NULL for none */
	struct str nest;     /* what it stands in, from the outside: 'q' a blockquote, 'l' a list or dd, 'd' details */
	uint8_t quote;       /* depth of blockquote */
	uint8_t list;        /* depth of lists, 0 outside */
	bool is_item;        /* first block of a list item: draw the marker */
	bool is_ordered;     /* of the innermost list */
	int number;          /* of the item in an ordered list */
	char numbering;      /* of that list: 'a' 'A' 'i' 'I', 0 for figures */
	uint32_t list_id;    /* of the innermost list, dl included: 1, 2, … in the article; 0 outside */
	bool is_term;        /* dt; a dd is list-indented text */
	bool is_caption;     /* figcaption, table caption */
	bool names_table;    /* the caption of the table below it */
	bool is_continued;   /* a <br> stood before it: a line of the same paragraph as the block above */
	uint8_t details;     /* depth of details */
	bool is_summary;     /* of the innermost details: its first block */
	uint16_t note;       /* number of the footnote that begins with it, 0 for none (html/doc_note.h) */
	uint16_t link;       /* DOC_IMAGE: number of its link */
	uint16_t page;       /* DOC_IMAGE: number of the link around it */
	int width, height;   /* DOC_IMAGE: px, 0 when nothing is said */
	/* What the outline needs to know of the markup that is gone. */
	float size;          /* px of most letters, 0 when nothing is said */
	bool is_bold;        /* at least 95 % of the letters are bold */
	bool has_blank_before; /* an empty paragraph or <br><br> stood before it */
	uint8_t hashes;      /* leftover Markdown "## ": their number */
	/* Set by outline_find(). */
	int section;         /* index of the section this block heads or belongs to, -1 before the first */
	bool is_section_head;
};

struct doc_link {
	struct str url; /* http, https or mailto */
	struct str text;
	bool is_image;
};

struct doc_section {
	struct str title;
	int level;      /* 1 = outermost, as a depth without gaps */
	size_t block;   /* of its heading */
	size_t end;     /* one past its last block, sections below it included */
	size_t letters; /* of text in it, for its length */
	int64_t ms;     /* to read it (html/reading.h) */
};

struct doc {
	struct doc_block *blocks;
	size_t n;
	struct doc_link *links;
	size_t n_links;
	struct doc_section *sections;
	size_t n_sections;
};

/*
 * Who needs no more than some blocks at a time takes them as they come: they are gone then, and what they point to stays. begin: nothing
 * that was taken so far counts.
 */
struct doc_taker {
	void (*begin)(void *user);
	void (*take)(void *user, const struct doc *some);
	void *user;
};

#endif
