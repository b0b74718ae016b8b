/*
 * Code in colours: cuts the text of a code block into stretches, each with what
 * it is. Nothing is changed or left out; any bytes will do. One pass, in time
 * and memory that do not depend on what the text holds.
 *
 *	struct syntax_scan scan;
 *	syntax_begin(&scan, lang, text);
 *	while (syntax_next(&scan, &token)) use(token);
 */
#ifndef SYNTAX_SYNTAX_H
#define SYNTAX_SYNTAX_H

#include "syntax/syntax_lang.h"
#include "syntax/syntax_words.h"

enum syntax_role {
	SYNTAX_PLAIN,
	SYNTAX_KEYWORD,
	SYNTAX_TYPE,    /* types, constants, what the language brings along; commands of a shell */
	SYNTAX_NAME,    /* keys, attributes, variables of a shell */
	SYNTAX_STRING,
	SYNTAX_NUMBER,
	SYNTAX_COMMENT,
	SYNTAX_META,    /* annotations, preprocessor, prompts, heads of a diff */
	SYNTAX_ADDED,   /* lines of a diff */
	SYNTAX_REMOVED,
	SYNTAX_ROLES,
};

/* A stretch of the text: the one before ends where it begins. */
struct syntax_token {
	size_t at, n;
	enum syntax_role role;
};

enum { SYNTAX_HOLES_MAX = 8, SYNTAX_STRINGS_MAX = 8 };

/* Opaque. */
struct syntax_scan {
	struct str text;
	size_t at, end;       /* end: of the stretch that is in lang */
	const struct syntax_lang *whole, *lang; /* of the text; of the stretch */
	struct syntax_words words;
	uint8_t kinds[256];   /* of bytes, in lang */
	size_t line, line_end; /* no line ends between them */
	struct syntax_token next; /* read ahead; n 0: none */
	/* Inside code. */
	const struct syntax_string *string; /* the open one */
	struct {
		const struct syntax_string *string;
		int depth; /* of brackets */
	} holes[SYNTAX_HOLES_MAX];
	int n_holes;
	size_t prefix_end;    /* where the last word ended that belongs to a string */
	size_t dead[SYNTAX_STRINGS_MAX]; /* by string of lang: up to where none closes */
	struct str heredoc;   /* the word that ends the text begun in this line */
	bool has_no_heredoc;  /* one did not end: there are none */
	bool is_first;        /* only blanks since the line began */
	bool is_command;      /* the next word is one */
	char before;          /* the last byte that was no blank */
	/* In markup and consoles. */
	bool is_inner;        /* code up to end */
	bool is_tag;
	struct str element;   /* whose tag is open, empty for an end tag */
	bool has_no_quote[2]; /* no further " or ' */
};

/* The text must stay. lang may be NULL: all of it is plain. */
void syntax_begin(struct syntax_scan *s, const struct syntax_lang *lang, struct str text);

/* The next stretch, of one byte at least; no two of one role follow each other. False at the end. */
bool syntax_next(struct syntax_scan *s, struct syntax_token *ret);

#endif
