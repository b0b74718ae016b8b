/*
 * One line of the config file: its words, and what is wrong with them.
 */
#ifndef CONF_CONF_LINE_H
#define CONF_CONF_LINE_H

#include "base/arena.h"
#include "base/vec.h"

/* What is wrong: "file:line:column: what", and its parts. */
struct conf_problem {
	struct str text, what;
	size_t number, at; /* of the line, from 1; bytes from its start */
	size_t order;      /* of the line among all that were read */
	bool is_typed;
};

/* So many of the lines of files are told: what has more is no config file. */
enum { CONF_PROBLEMS = 100 };

struct conf_problems {
	vec(struct conf_problem) list;
	size_t n_more; /* that are not in it */
};

struct conf_line {
	struct arena *arena;
	const char *file;
	size_t number; /* from 1 */
	size_t order;  /* among the lines of all files, as they are read */
	struct str text;
	size_t at;     /* behind the words that are taken */
	bool is_typed; /* behind the file: it may say anew what a line before it says */
	bool is_bad;   /* a problem of it has been told */
	struct conf_problems *problems;
};

/* Quotes and backslashes are off the value, which is in the arena. */
struct conf_word {
	struct str key; /* of key=value, else empty */
	struct str value;
	size_t at, value_at; /* bytes from the start of the line */
};

/* Takes the next word as it is; false at the end of the line or a comment, or when it is wrong. */
bool conf_line_word(struct conf_line *line, struct conf_word *ret);

/* The same for a word key=value; another one is a problem. */
bool conf_line_option(struct conf_line *line, struct conf_word *ret);

/* All that is left of the line, blanks and a comment off its ends, as it is; empty when there is nothing. For what has quotes of its own: a query. */
void conf_line_rest(struct conf_line *line, struct conf_word *ret);

/* Where another line is, as one says it in a problem of this one: "line 5", "keys:5" where that is in another file. In the arena. */
const char *conf_line_where(const struct conf_line *line, const char *file, size_t number);

/* Tells that what stands at `at` is wrong: "file:line:column: what". Columns are characters. Past CONF_PROBLEMS it is only counted, unless it was typed. */
void conf_line_problem(struct conf_line *line, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
