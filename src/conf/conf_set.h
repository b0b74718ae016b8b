/*
 * The options of `set NAME VALUE`: one table, in conf_set.c.
 */
#ifndef CONF_CONF_SET_H
#define CONF_CONF_SET_H

#include <stdint.h>

#include "base/buf.h"
#include "conf/conf_line.h"
#include "text/row_format.h"

enum conf_wrap { CONF_WRAP_WORD, CONF_WRAP_SYLLABLE };
enum conf_ambiguous { CONF_AMBIGUOUS_AUTO, CONF_AMBIGUOUS_1, CONF_AMBIGUOUS_2 };
enum conf_pipe { CONF_PIPE_TEXT, CONF_PIPE_MARKDOWN, CONF_PIPE_HTML, CONF_PIPE_JSON };
enum conf_layout { CONF_LAYOUT_AUTO, CONF_LAYOUT_WIDE, CONF_LAYOUT_STACKED, CONF_LAYOUT_ONE };
enum conf_links { CONF_LINKS_AUTO, CONF_LINKS_ON, CONF_LINKS_OFF };
enum conf_keymap { CONF_KEYMAP_2SET, CONF_KEYMAP_3SET_390, CONF_KEYMAP_3SET_FINAL, CONF_KEYMAP_OFF };
enum conf_mouse { CONF_MOUSE_ON, CONF_MOUSE_OFF };
enum conf_fulltext { CONF_FULLTEXT_AUTO, CONF_FULLTEXT_ALWAYS, CONF_FULLTEXT_NEVER };

/* A value of words is the place of its word among those of the option. */
struct conf_options {
	int64_t wrap;       /* enum conf_wrap */
	int64_t ambiguous;  /* enum conf_ambiguous: columns of marks such as ※ */
	int64_t keymap;     /* enum conf_keymap: of the Korean input method, behind whose letters the reader's keys are */
	int64_t mouse;      /* enum conf_mouse */
	int64_t fulltext;   /* enum conf_fulltext: of feeds whose line does not say */
	int64_t language;   /* enum tr_language, for those who have not asked conf_language.h */
	int64_t layout;     /* enum conf_layout */
	int64_t pipe_format; /* enum conf_pipe */
	int64_t new_unread; /* posts of a new feed that stay unread, the newest: 0 all, else so many and one */
	int64_t title;      /* of the terminal: 0 left alone, 1 set */
	int64_t hyperlinks; /* enum conf_links: of the terminal itself */
	int64_t theme;      /* enum color_theme */
	int64_t text_width; /* columns an article has at most; 0: not said */
	const struct row_format *row_format; /* of the headlines; NULL: not said */
	int64_t images, image_protocol; /* by the order of their words (ui/gallery.h) */
	int64_t image_rows; /* that a picture takes at most; 0: not said */
	const char *const *image_viewer; /* as notify */
	const char *proxy, *no_proxy, *ca_file, *user_agent; /* see text/asking.h; NULL: not said */
	const char *const *headers; /* of all `set header` lines */
	size_t n_headers;
	/* The words of a program each, ended by NULL; NULL: not said. */
	const char *const *browser;         /* opens web pages */
	const char *const *copy;            /* reads what is copied */
	const char *const *notify;          /* tells of posts */
	const char *const *ime_off, *const *ime_on; /* when the reader leaves a line of text, or comes to one */
};

/* An option as it can be shown. */
struct conf_option {
	const char *name;
	const char *words; /* that it takes, with blanks between; NULL: none are fixed */
	bool is_late;      /* a reader that runs goes on without it */
	bool is_program;   /* it takes one and its words */
	int min, max;      /* of the number that it takes; max 0: none */
};

/* Sets one option; false when the line has a problem, which has been told. */
bool conf_set(struct conf_line *line, struct conf_options *options);

/* The i-th option, and its value as it would be typed appended to *value; false behind the last. */
bool conf_set_option(size_t i, const struct conf_options *options, struct conf_option *ret, struct buf *value);

/* Takes out the programs; whether there was any. */
bool conf_set_drop_programs(struct conf_options *options);

#endif
