/*
 * An article for the commands that print one: read, with its outline, laid out.
 */
#ifndef CMD_CMD_ARTICLE_H
#define CMD_CMD_ARTICLE_H

#include "base/err.h"
#include "html/doc.h"
#include "html/layout.h"

enum { CMD_ARTICLE_MIN = 20, CMD_ARTICLE_MAX = 1000 }; /* columns */

/* Which part of an article: the blocks [from, to). */
struct cmd_article_part {
	size_t from, to;
};

/* Clean XHTML (may be empty) to an article with its sections. title as in outline_find(). */
int cmd_article_read(struct arena *a, struct str xhtml, struct str title, struct doc *ret, struct err *err);

/* The whole article, or (section > 0) its section of that number; ERR_NOT_FOUND when there is none. */
int cmd_article_part(const struct doc *doc, int64_t section, struct cmd_article_part *ret, struct err *err);

/* How it is printed. */
struct cmd_article_look {
	int cols;
	enum wrap_mode wrap;
	bool has_colours; /* standard output is a terminal that may have them */
};

/*
 * What the options --width (0: not said) and --wrap (NULL: not said) and the config file want; the
 * width of ambiguous characters is set, too.
 */
int cmd_article_look(int64_t cols, const char *wrap, struct cmd_article_look *ret, struct err *err);

/* Appends the part as the lines the reader would show. */
void cmd_article_text(struct buf *out, const struct doc *doc, struct cmd_article_part part, const struct cmd_article_look *look);

/* Prints it with links numbered, and behind it, uncut, where they lead. */
void cmd_article_say(const struct doc *doc, struct cmd_article_part part, const struct cmd_article_look *look);

/* Prints lines of text, in a look for terminals (parameters of SGR) where there are colours. */
void cmd_article_say_lines(struct str text, const char *sgr, const struct cmd_article_look *look);

/* Columns to print in: $COLUMNS, else those of the terminal on standard output, else 80. */
int cmd_article_cols(void);

#endif
