/*
 * An article as lines of a given width: a pure function of (article, width,
 * folds).
 */
#ifndef HTML_LAYOUT_H
#define HTML_LAYOUT_H

#include "html/doc.h"
#include "text/wrap.h"

/* What a run is, beside the DOC_ style bits of its span. */
enum layout_role {
	LAYOUT_TEXT,
	LAYOUT_HEADING1, LAYOUT_HEADING2, LAYOUT_HEADING3, /* by section level; deeper ones are 3 */
	LAYOUT_MARKER,  /* list marker, number */
	LAYOUT_QUOTE,   /* the bar before quoted text */
	LAYOUT_CODE,    /* plain code */
	LAYOUT_LABEL,   /* language of code, "[image]" */
	LAYOUT_RULE,    /* hr, table borders */
	LAYOUT_CAPTION,
	LAYOUT_REF,     /* "[3]" behind a link's text */
	LAYOUT_CODE_KEYWORD, /* from here on in the order of the roles of syntax/syntax.h */
	LAYOUT_CODE_TYPE, LAYOUT_CODE_NAME, LAYOUT_CODE_STRING, LAYOUT_CODE_NUMBER, LAYOUT_CODE_COMMENT, LAYOUT_CODE_META,
	LAYOUT_CODE_ADDED, LAYOUT_CODE_REMOVED,
	LAYOUT_CODE_MARGIN,  /* the blanks in front of its lines */
	LAYOUT_ROLES,
};

struct layout_run {
	struct str text; /* valid UTF-8 without controls */
	int cols;
	uint32_t at, n; /* the bytes of the block's text that it shows, of a table those of its cells with a line end behind each; n 0: it is none of them */
	uint16_t style; /* DOC_ bits */
	uint16_t link;  /* link number or 0 */
	uint8_t role;
};

struct layout_line {
	struct layout_run *runs;
	uint32_t n;
	uint32_t block;  /* index in doc->blocks; UINT32_MAX for the blank lines between */
	uint32_t at;     /* byte in the block's text where the line starts, for positions that survive a resize */
	bool is_wide;    /* code or a table line longer than the width: not cut here, scrolls */
	int over;        /* columns by which the widest line of its code or table is too wide: all of them scroll, this far; 0 for none */
	int front;       /* columns in front that stay when it does */
	uint16_t picture; /* which row of a picture is to be drawn in it, from 1 on; 0: none */
};

struct layout_opts {
	int cols;            /* of the text column, at least 10 */
	enum wrap_mode wrap;
	bool has_refs;       /* number links "[n]" behind their text */
	const bool *folded;  /* per section: only its heading is shown; NULL for none */
	const uint16_t *pictures; /* per block: rows that its picture takes below its caption; NULL for none */
	bool has_wide_tables; /* tables that are too wide are not fitted: they scroll, as code does */
	const bool *closed;  /* per block: of details only this one, their summary, is shown; NULL for none */
};

struct layout {
	struct layout_line *lines;
	size_t n;
	size_t *section_line; /* first line of each section's heading; SIZE_MAX where it is folded away */
};

/* doc has its sections. Everything is in a; text of runs points into doc or a. */
void layout_doc(struct arena *a, const struct doc *doc, const struct layout_opts *opts, struct layout *ret);

/* The columns that a line takes. */
int layout_line_cols(const struct layout_line *line);

#endif
