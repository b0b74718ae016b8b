/*
 * The way into the reader.
 */
#ifndef UI_UI_H
#define UI_UI_H

#include <stdbool.h>

#include "base/err.h"
#include "base/tr.h"
#include "base/buf.h"
#include "query/query.h"
#include "text/color_role.h"
#include "text/hangul_keymap.h"
#include "text/row_format.h"
#include "text/wrap.h"
#include "ui/hyperlinks.h"
#include "ui/panes.h"
#include "ui/printout.h"

/* A tag that the config says something of. */
struct ui_tag {
	struct str name, key;      /* text/tag.h */
	const struct str *aliases;
	size_t n_aliases;
	int color;                 /* of the terminal's palette, -1: the usual one */
};

/* A line of the config that binds keys, or unbinds them: its command, and what stands from `at` on. */
struct ui_bind {
	const char *command; /* "bind", "unbind" or "macro" */
	struct str line;
	size_t at;
};

/* What is wrong with one of them: its number among them, the byte of its line, and why. */
struct ui_bind_fault {
	size_t nth, at;
	struct str what;
};

/* An option of `set`. */
struct ui_option {
	const char *name;
	const char *words; /* that it takes, with blanks between; NULL: none are fixed */
	bool is_late;      /* a reader that runs goes on without it */
	bool is_program;   /* it takes one and its words */
	int min, max;      /* of the number that it takes; max 0: none */
};

struct ui_opts;

/*
 * The config as the command line asks for it. The reader knows no config file: it hands lines to whoever does, and is given back
 * what all of them say together.
 */
struct ui_config {
	void *owner;
	/* Takes a line as if it stood at the end of the file, and fills *opts anew. -1 with *err, and *at the byte at fault. */
	int (*run)(void *owner, struct str line, struct ui_opts *opts, size_t *at, struct err *err);
	/* Whether it could take the line; else -1 with *err and *at. */
	int (*check)(void *owner, struct str line, size_t *at, struct err *err);
	/* The i-th option, and its value appended as it would be typed; false behind the last. */
	bool (*option)(void *owner, size_t i, struct ui_option *ret, struct buf *value);
};

struct ui_opts {
	const char *samples; /* --demo: the sync child gets this folder of samples */
	bool starts_sync;    /* sync at once, as --demo does */
	enum wrap_mode wrap;
	int ambiguous;       /* columns of ambiguous characters; 0: the terminal is asked */
	int text_cols;       /* an article is at most this wide; 0: the default */
	bool has_no_mouse;   /* the terminal keeps it */
	enum panes_layout layout; /* of list and article */
	enum printout_form pipe_form; /* what programs get of posts */
	const struct row_format *row_format; /* of the headlines, as long as the reader runs; NULL: the usual one */
	struct query_names names; /* the saved views */
	const struct ui_tag *tags; /* as long as the reader runs */
	size_t n_tags;
	enum color_theme theme;
	enum hyperlinks_use links;
	enum tr_language language;
	const char *const *browser; /* opens web pages, as copy; NULL: $BROWSER, or xdg-open */
	const char *const *copy; /* the program that copies, ended by NULL; NULL: the terminal does */
	bool has_title;      /* the terminal's title says what is shown */
	const struct color_paint *paints; /* changes to it, as long as the reader runs */
	size_t n_paints;
	int images, image_protocol; /* enum gallery_when, gallery_way */
	int image_rows;      /* that a picture takes at most; 0: the default */
	const char *const *image_viewer; /* the words of the program, ended by NULL; NULL: none */
	enum hangul_keymap keymap; /* behind whose letters the keys are */
	const char *const *ime_off, *const *ime_on; /* programs, ended by NULL, when a line of text is left, or begun; NULL: none */
	const struct ui_bind *binds;
	size_t n_binds;
	const struct ui_config *config; /* as long as the reader runs; NULL: it takes no lines */
	const struct str *problems; /* all that is wrong in the config file, one line each */
	size_t n_problems;
	struct str trouble;  /* what is wrong in the config file, one line; empty for nothing */
};

/* Runs the reader on the terminal until the user leaves: 0. When a signal ended it: 128 + its number, the exit status; the terminal has been given back and the caller cleans up. -1 with *err. */
int ui_run(const struct ui_opts *opts, struct err *err);

/* Looks the bindings through, in their order; how many are wrong, and *ret, in the arena, says which. names: the saved views; of config check() and option() are asked. */
size_t ui_check_binds(struct arena *a, const struct ui_bind *binds, size_t n, const struct query_names *names, const struct ui_config *config,
    struct ui_bind_fault **ret);

#endif
