/*
 * Inside the outline: what is known of each line of text (one a block that is
 * neither empty nor a rule), and what the steps found about it.
 */
#ifndef HTML_OUTLINE_LINE_H
#define HTML_OUTLINE_LINE_H

#include "base/vec.h"
#include "html/doc.h"

enum {
	OUTLINE_PX_MAX = 100,
	OUTLINE_CELLS = 100, /* of a heading that the author has neither marked as one nor numbered */
};

/* What makes a line a heading. */
enum outline_sort {
	OUTLINE_NONE,
	OUTLINE_REAL,    /* h1-h6 */
	OUTLINE_HASH,    /* leftover "## " */
	OUTLINE_SIZE,    /* larger letters */
	OUTLINE_SERIES,  /* numbered: 1. 2. 3. */
	OUTLINE_DECIMAL, /* numbered: 1.1 1.2 2.1 */
	OUTLINE_QUOTE,   /* a blockquote of one short line */
	OUTLINE_BRACKET, /* [ … ] around the line */
	OUTLINE_SYMBOL,  /* ■ … */
	OUTLINE_EMOJI,
	OUTLINE_BOLD,
	OUTLINE_WORD,    /* one of the fixed words: "마치며" */
	OUTLINE_PLAIN,   /* just short */
};

/* Kinds of numbers before a heading. */
enum outline_mark_class {
	OUTLINE_MARK_NONE,
	OUTLINE_MARK_CHAPTER,        /* 제1장 */
	OUTLINE_MARK_PART,           /* Part 1 */
	OUTLINE_MARK_ROMAN,          /* Ⅰ. */
	OUTLINE_MARK_CLAUSE,         /* 제1절 */
	OUTLINE_MARK_STEP,           /* Step 1 */
	OUTLINE_MARK_STAGE,          /* 1단계 */
	OUTLINE_MARK_QUESTION,       /* Q1. */
	OUTLINE_MARK_DECIMAL,        /* 1.1 */
	OUTLINE_MARK_NUMBER,         /* 1. */
	OUTLINE_MARK_BRACKETED,      /* [1] */
	OUTLINE_MARK_COUNTER,        /* 1번 */
	OUTLINE_MARK_SYLLABLE,       /* 가. */
	OUTLINE_MARK_NUMBER_PAREN,   /* 1) */
	OUTLINE_MARK_SYLLABLE_PAREN, /* 가) */
	OUTLINE_MARK_IN_PARENS,      /* (1) */
	OUTLINE_MARK_SYLLABLE_PARENS, /* (가) */
	OUTLINE_MARK_PARENTHESIZED,  /* ⑴ */
	OUTLINE_MARK_CIRCLED,        /* ① */
	OUTLINE_MARK_DARK_CIRCLED,   /* ❶ */
	OUTLINE_MARK_LETTER,         /* A. */
	OUTLINE_MARK_ORDINAL,        /* 첫째, */
	OUTLINE_MARKS,
};

struct outline_mark {
	int number;     /* -1 where there is none */
	uint16_t parts; /* of a decimal: 2 for "1.1" */
	enum outline_mark_class class : 8;
	int rank : 8;   /* conventional order of depth: 0 is outermost */
};

/* Articles may have as many lines as LIMIT_HTML_TAGS. */
struct outline_line {
	struct str title; /* without blanks at its ends */
	struct str text; /* the same, with the first emoji alone of each sequence: signs are told by it */
	struct outline_mark mark;
	uint32_t at;     /* of its block in the article */
	int cells;       /* of the text, ambiguous characters as one */
	int32_t symbol;  /* ■ and the like that leads it, 0 for none */
	uint8_t size;    /* px, that of the body where nothing is said */
	uint8_t hashes;
	uint8_t level;   /* of h1-h6, else 0 */
	bool is_para : 1;   /* a paragraph: what can become a heading */
	bool is_item : 1;   /* in a list */
	bool is_object : 1; /* code, table, image */
	bool is_image : 1;
	bool is_bold : 1;
	bool is_larger : 1; /* than the body */
	bool is_quote : 1;
	bool is_bullet : 1; /* a list item, or led by a bullet */
	bool is_sentence : 1; /* this and what words say further is asked of what may be a heading alone */
	bool is_mono : 1;   /* all of it is code */
	bool is_link : 1;   /* all of it is a link */
	bool is_pair : 1;   /* "word: text" behind its number */
	bool is_word : 1;   /* a fixed word */
	bool is_closing_word : 1; /* one that closes or opens an article: always of the outermost level */
	bool is_never : 1;  /* never a heading */
	bool has_blank : 1; /* before it */
	bool has_rule : 1;
	/* What the steps find. */
	bool is_listed : 1; /* an item of a list of numbered lines */
	bool opens : 1;     /* its series stands behind blank lines */
	bool is_rank_set : 1;
	enum outline_sort sort : 8; /* it is a heading */
	int group;       /* index of its group or -1 */
	int series;      /* index of its series or -1 */
	int rank;
};

/* The lines of an article, as they come. Zero-initialise. */
struct outline_lines {
	vec(struct outline_line) v;
	size_t blocks;                 /* that have come */
	size_t letters[OUTLINE_PX_MAX]; /* of running text, by its size */
	int sizes;                     /* none is so large */
	bool has_blank, has_rule;      /* before the next line */
};

/* All lines of an article. */
struct outline_text {
	struct outline_line *lines;
	size_t n;
	int size;         /* px of the body */
	long cells;       /* of all lines */
	size_t blanks;    /* lines with a blank before */
	bool uses_blanks; /* a blank line means something here: some have it, not all */
	bool is_real;     /* the author's h1-h6 are the skeleton */
	size_t groups, series; /* how many there are */
};

/* Adds the line of the next block, if it has one. Its text may point into the block's, or is in the arena. */
void outline_line_add(struct arena *a, struct outline_lines *lines, const struct doc_block *block);

/* When all have come: what is known of a line by the others. */
void outline_line_settle(struct outline_lines *lines, struct outline_text *ret);

/* The author made it stand out. */
static inline bool
outline_line_is_strong(const struct outline_line *l)
{
	return l->is_bold || l->hashes || l->is_larger;
}

#endif
