/*
 * Command-line options from a table. Long and short forms, "--name=value",
 * "--name value", "-nvalue", clustered flags; options stand before, between
 * and behind operands, "--" ends them, "-" is an operand. --help is an option everywhere: it prints
 * the table; --list-options prints it for programs, a line each: name, letter,
 * name of the value (untranslated) and help, with tabs between.
 */
#ifndef TEXT_OPTS_H
#define TEXT_OPTS_H

#include "base/err.h"
#include "base/str.h"

enum opts_kind {
	OPTS_FLAG,   /* bool * is set to true */
	OPTS_TEXT,   /* const char ** is set; points into argv */
	OPTS_NUMBER, /* int64_t * is set, within min..max */
	OPTS_LIST,   /* struct opts_list * gets one more */
};

struct opts_list {
	const char *v[64];
	size_t n;
};

struct opts {
	const char *name;  /* long, without the dashes */
	char letter;       /* short, or 0 */
	enum opts_kind kind;
	void *to;
	const char *value; /* name of the value for help, N_(); NULL for flags */
	const char *help;  /* one line, N_() */
	long long min, max;
};

/*
 * Reads the options of argv[1..]; the table ends with name == NULL. They are moved in front of the operands: returns the index of
 * the first of these, argc where there are none; or -1 with ERR_USAGE, or with ERR_HELP when --help, -h or --list-options stood
 * there and the options have been told on standard output.
 */
int opts_read(int argc, char **argv, const struct opts *table, struct err *err);

/* The same of those before the first operand; the others are left. */
int opts_before(int argc, char **argv, const struct opts *table, struct err *err);

/* The one option at argv[1], which must begin with "-", and its value. Returns the index behind it; errors as above. */
int opts_one(int argc, char **argv, const struct opts *table, struct err *err);

#endif
