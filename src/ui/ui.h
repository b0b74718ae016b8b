/*
 * The way into the reader.
 */
#ifndef UI_UI_H
#define UI_UI_H

#include <stdbool.h>

#include "base/err.h"
#include "query/query.h"
#include "text/color_role.h"
#include "text/row_format.h"
#include "text/wrap.h"
#include "ui/hyperlinks.h"
#include "ui/panes.h"

/* A tag that the config says something of. */
struct ui_tag {
	struct str name, key;      /* text/tag.h */
	const struct str *aliases;
	size_t n_aliases;
	int color;                 /* of the terminal's palette, -1: the usual one */
};

struct ui_opts {
	const char *samples; /* --demo: the sync child gets this folder of samples */
	bool starts_sync;    /* sync at once, as --demo does */
	enum wrap_mode wrap;
	int ambiguous;       /* columns of ambiguous characters; 0: the terminal is asked */
	int text_cols;       /* an article is at most this wide; 0: the default */
	enum panes_layout layout; /* of list and article */
	const struct row_format *row_format; /* of the headlines, as long as the reader runs; NULL: the usual one */
	struct query_names names; /* the saved views */
	const struct ui_tag *tags; /* as long as the reader runs */
	size_t n_tags;
	enum color_theme theme;
	enum hyperlinks_use links;
	const struct color_paint *paints; /* changes to it, as long as the reader runs */
	size_t n_paints;
	struct str trouble;  /* what is wrong in the config file, one line; empty for nothing */
};

/* Runs the reader on the terminal until the user leaves: 0. When a signal ended it: 128 + its number, the exit status; the terminal has been given back and the caller cleans up. -1 with *err. */
int ui_run(const struct ui_opts *opts, struct err *err);

#endif
