/*
 * Styles by role, and what each looks like on a terminal of 0, 8 or 256
 * colours. A style is a role with bits on top.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

enum theme_role {
	THEME_TEXT,
	THEME_BAR,        /* first and last row */
	THEME_NAME,       /* sosik's name in the bar */
	THEME_UNREAD,     /* title of an unread post, its mark */
	THEME_READ,       /* title of a read one */
	THEME_DATE,
	THEME_FEED,
	THEME_TAG,
	THEME_STAR,
	THEME_MARKED,     /* mark of a row */
	THEME_GROUP,      /* heading in the sidebar */
	THEME_COUNT,
	THEME_BORDER,
	THEME_TITLE,      /* head of an article */
	THEME_META,
	THEME_HEADING1,
	THEME_HEADING2,
	THEME_HEADING3,
	THEME_MARKER,
	THEME_QUOTE,
	THEME_CODE,       /* within a sentence */
	THEME_CODE_KEYWORD,
	THEME_CODE_TYPE,
	THEME_CODE_NAME,
	THEME_CODE_STRING,
	THEME_CODE_NUMBER,
	THEME_CODE_COMMENT,
	THEME_CODE_META,
	THEME_CODE_ADDED,
	THEME_CODE_REMOVED,
	THEME_LABEL,
	THEME_RULE,
	THEME_CAPTION,
	THEME_REF,
	THEME_LINK,
	THEME_MUTED,
	THEME_ERROR,
	THEME_PROMPT,
	THEME_KEY,        /* a key in the help */
	THEME_ROLES,
};

/* Bits of a style above the role. */
enum {
	THEME_ROLE_MASK = 0xff,
	THEME_SELECTED = 1 << 8, /* the cursor's row */
	THEME_FAINT_SELECTED = 1 << 9, /* the same in a pane without the focus */
	THEME_BOLD = 1 << 10,
	THEME_ITALIC = 1 << 11,
	THEME_UNDERLINE = 1 << 12,
	THEME_REVERSE = 1 << 13,
	THEME_DIM = 1 << 14,
	THEME_HIT = 1 << 15, /* what was looked for; with THEME_SELECTED the one one is at */
	THEME_COLOR_SHIFT = 16, /* from here on a colour of its own and 1, 0: that of the role */
};

/* The bits of a colour of the terminal's palette. */
#define THEME_COLOR(number) ((unsigned)((number) + 1) << THEME_COLOR_SHIFT)

/* A colour is a number of the terminal's palette; -1 is its default. */
struct theme_look {
	short fg, bg;
	unsigned attrs; /* THEME_BOLD .. THEME_DIM */
};

/* colors: how many the terminal has; 0 also for NO_COLOR. */
struct theme_look theme_look(unsigned style, int colors);

#endif
