/*
 * Inside the outline: what is known of each line of text (one a block that is
 * neither empty nor a rule), and what the steps found about it.
 */
#ifndef HTML_OUTLINE_LINE_H
#define HTML_OUTLINE_LINE_H

#include "html/doc.h"

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
	enum outline_mark_class class;
	int rank;   /* conventional order of depth: 0 is outermost */
	int number; /* -1 where there is none */
	int parts;  /* of a decimal: 2 for "1.1" */
	struct str rest; /* the line without it */
};

struct outline_line {
	size_t at;       /* of its block in the doc */
	struct str title; /* without blanks at its ends */
	struct str text; /* the same, with the first emoji alone of each sequence: signs are told by it */
	int cells;       /* of the text, ambiguous characters as one */
	int size;        /* px, that of the body where nothing is said */
	int hashes;
	int level;       /* of h1-h6, else 0 */
	struct outline_mark mark;
	int32_t symbol;  /* ■ and the like that leads it, 0 for none */
	bool is_para;    /* a paragraph: what can become a heading */
	bool is_item;    /* in a list */
	bool is_object;  /* code, table, image */
	bool is_image;
	bool is_bold;
	bool is_larger;  /* than the body */
	bool is_quote;
	bool is_bullet;  /* a list item, or led by a bullet */
	bool is_sentence;
	bool is_mono;    /* all of it is code */
	bool is_link;    /* all of it is a link */
	bool is_word;    /* a fixed word */
	bool is_closing_word; /* one that closes or opens an article: always of the outermost level */
	bool is_never;   /* never a heading */
	bool has_blank;  /* before it */
	bool has_rule;
	/* What the steps find. */
	enum outline_sort sort; /* it is a heading */
	int group;       /* index of its group or -1 */
	int series;      /* index of its series or -1 */
	bool is_listed;  /* an item of a list of numbered lines */
	bool opens;      /* its series stands behind blank lines */
	int rank;
	bool is_rank_set;
};

/* The lines of an article. */
struct outline_text {
	struct outline_line *lines;
	size_t n;
	int size;         /* px of the body */
	long cells;       /* of all lines */
	size_t blanks;    /* lines with a blank before */
	bool uses_blanks; /* a blank line means something here: some have it, not all */
	bool is_real;     /* the author's h1-h6 are the skeleton */
	size_t series;    /* how many there are */
};

/* Everything in the arena; text of lines may point into doc. */
void outline_line_all(struct arena *a, const struct doc *doc, struct outline_text *ret);

/* The author made it stand out. */
static inline bool
outline_line_is_strong(const struct outline_line *l)
{
	return l->is_bold || l->hashes || l->is_larger;
}

#endif
