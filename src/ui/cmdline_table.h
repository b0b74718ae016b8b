/*
 * The commands of the command line, of bindings and macros: one row each. The
 * actions of ui/action.h are commands too, by their names.
 */
#ifndef UI_CMDLINE_TABLE_H
#define UI_CMDLINE_TABLE_H

#include "ui/action.h"
#include "ui/cmdline_call.h"

/* What stands behind the name, for completion. */
enum cmdline_words {
	CMDLINE_NOTHING,
	CMDLINE_SCOPE,  /* of posts */
	CMDLINE_TAGS,   /* the same, and tags with "+" or "-" */
	CMDLINE_QUERY,
	CMDLINE_VIEW,   /* a saved one */
	CMDLINE_FEEDS,  /* feeds by name, or by "#tag" */
	CMDLINE_OPTION, /* of `set` and what it takes */
	CMDLINE_COLOR,  /* of `color` */
	CMDLINE_SORT,   /* orders of the list */
	CMDLINE_NAME,   /* of a command or action */
	CMDLINE_PATH,   /* of a file */
	CMDLINE_PROGRAM, /* one, and its words */
	CMDLINE_FILE,   /* one, relative to the folder of the config */
	CMDLINE_BIND,
};

struct cmdline_command {
	const char *name, *korean; /* korean may be NULL */
	const char *usage;         /* what stands behind the name */
	const char *help;          /* not translated yet */
	int (*run)(struct cmdline_call *call, struct err *err); /* -1 with *err, and call->fault set */
	enum cmdline_words words;
	enum action action;        /* what it is without a word behind it; ACTION_NONE: run() */
	bool can_check;            /* run() minds call->is_check; else anything may stand behind the name */
};

/* The rows in their order, NULL behind the last. */
const struct cmdline_command *cmdline_table_at(size_t i);

/* By a name in either language, also typed with the other keyboard on; NULL for none. */
const struct cmdline_command *cmdline_table_find(struct str name);

/* The action of that name, likewise; ACTION_NONE for none. */
enum action cmdline_table_action(struct str name);

/* The name of a command or action that the word is a slip of, or NULL. */
const char *cmdline_table_near(struct str name);

#endif
