/*
 * What languages look like, and what they are called.
 */
#ifndef SYNTAX_SYNTAX_LANG_H
#define SYNTAX_SYNTAX_LANG_H

#include "base/str.h"

enum syntax_kind {
	SYNTAX_SCRIPT,  /* words, strings, comments */
	SYNTAX_MARKUP,  /* tags around text */
	SYNTAX_DIFF,
	SYNTAX_CONSOLE, /* prompts with commands, and what they print */
};

/* Bits of a language. */
enum {
	SYNTAX_ANY_CASE = 1 << 0,   /* of keywords, which the table has in lower case */
	SYNTAX_NESTS = 1 << 1,      /* block comments do */
	SYNTAX_AT = 1 << 2,         /* @annotation */
	SYNTAX_DIRECTIVES = 1 << 3, /* #include at the start of a line */
	SYNTAX_ATTRIBUTES = 1 << 4, /* #[attribute] */
	SYNTAX_VARIABLES = 1 << 5,  /* $name, ${name} */
	SYNTAX_COMMANDS = 1 << 6,   /* the first word of a command is one */
	SYNTAX_KEYS = 1 << 7,       /* a word or string with ":" behind it is a key */
	SYNTAX_LINE_KEYS = 1 << 8,  /* so is what stands before "=" or ":" at the start of a line */
	SYNTAX_CAPITALS = 1 << 9,   /* Words with a capital are types */
	SYNTAX_REGEX = 1 << 10,     /* /expression/ */
	SYNTAX_HEREDOCS = 1 << 11,  /* <<WORD */
	SYNTAX_LOOSE = 1 << 12,     /* a line comment needs a blank before it, or the line's start */
	SYNTAX_SECTIONS = 1 << 13,  /* [section] on a line of its own */
	SYNTAX_RULES = 1 << 14,     /* CSS: a key is one only inside a rule */
};

/* Bits of a form of strings. */
enum {
	SYNTAX_ESCAPES = 1 << 0, /* a backslash takes the next byte along */
	SYNTAX_DOUBLES = 1 << 1, /* the closing mark twice is no end */
	SYNTAX_LINES = 1 << 2,   /* goes on over the end of the line */
	SYNTAX_ONE = 1 << 3,     /* holds one character: 'a' of Rust, where 'a alone is a lifetime */
	SYNTAX_HASHES = 1 << 4,  /* r##"…"## */
	SYNTAX_PARENS = 1 << 5,  /* R"word(…)word" */
	SYNTAX_DOLLARS = 1 << 6, /* $word$…$word$ */
};

struct syntax_string {
	const char *open, *close;
	unsigned flags;
	const char *hole; /* opens code inside it, "${"; NULL for none */
};

struct syntax_lang {
	const char *label; /* as it is shown */
	const char *names; /* what it is called, in lower case, blanks between */
	enum syntax_kind kind;
	unsigned flags;
	const char *keywords, *types; /* blanks between */
	const char *line_comments[2];
	const char *comment_open, *comment_close;
	const struct syntax_string *strings; /* longer openings first; the last one has none. At most SYNTAX_STRINGS_MAX. */
	const char *prefixes; /* words that belong to a string behind them */
	const char *letters;  /* bytes of words, beside letters, digits, "_" and what is not ASCII */
};

/* By what authors and highlighters call it: "JS", "language-java", "Java(Spring)", "app.py", "자바". NULL: not known. */
const struct syntax_lang *syntax_lang_find(struct str label);

/* By the label of the table, which it has. */
const struct syntax_lang *syntax_lang_labelled(const char *label);

#endif
