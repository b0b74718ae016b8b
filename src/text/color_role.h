/*
 * What parts of a screen are, for their colours: X(ENUM, "name"). The names are
 * those of `color ROLE …` in the config file.
 */
#ifndef TEXT_COLOR_ROLE_H
#define TEXT_COLOR_ROLE_H

#define COLOR_ROLE_TABLE(X) \
	X(TEXT, "text") /* its ground is that of all roles without one of their own */ \
	X(BAR, "bar") /* first and last row */ \
	X(NAME, "name") /* sosik's name in the bar */ \
	X(UNREAD, "unread") /* title of an unread post, its mark */ \
	X(READ, "read") /* title of a read one */ \
	X(DATE, "date") \
	X(FEED, "feed") \
	X(TAG, "tag") \
	X(STAR, "star") \
	X(MARKED, "marked") /* mark of a row */ \
	X(GROUP, "group") /* heading in the sidebar */ \
	X(COUNT, "count") \
	X(BORDER, "border") \
	X(TITLE, "title") /* head of an article */ \
	X(META, "meta") \
	X(HEADING1, "heading1") \
	X(HEADING2, "heading2") \
	X(HEADING3, "heading3") \
	X(MARKER, "marker") \
	X(QUOTE, "quote") \
	X(CODE, "code") /* within a sentence */ \
	X(CODE_KEYWORD, "code-keyword") \
	X(CODE_TYPE, "code-type") \
	X(CODE_NAME, "code-name") \
	X(CODE_STRING, "code-string") \
	X(CODE_NUMBER, "code-number") \
	X(CODE_COMMENT, "code-comment") \
	X(CODE_META, "code-meta") \
	X(CODE_ADDED, "code-added") \
	X(CODE_REMOVED, "code-removed") \
	X(LABEL, "label") \
	X(RULE, "rule") \
	X(CAPTION, "caption") \
	X(REF, "ref") \
	X(LINK, "link") \
	X(MUTED, "muted") \
	X(ERROR, "error") \
	X(PROMPT, "prompt") \
	X(KEY, "key") /* a key in the help */ \
	X(HIT_ANY, "hit") /* what was looked for */ \
	X(HIT_HERE, "hit-here") /* the one one is at */ \
	X(CURSOR, "cursor") /* the cursor's row */ \
	X(CURSOR_FAINT, "cursor-faint") /* the same in a pane without the focus */

#define COLOR_ROLE_ENUM(role_, name_) COLOR_ROLE_##role_,
enum color_role { COLOR_ROLE_TABLE(COLOR_ROLE_ENUM) COLOR_ROLES };
#undef COLOR_ROLE_ENUM

/* How letters look beside their colour. */
enum color_attr {
	COLOR_BOLD = 1 << 0,
	COLOR_ITALIC = 1 << 1,
	COLOR_UNDERLINE = 1 << 2,
	COLOR_REVERSE = 1 << 3,
	COLOR_DIM = 1 << 4,
};

/* Themes; auto is dark or light as the terminal's ground is. */
enum color_theme { COLOR_THEME_AUTO, COLOR_THEME_DARK, COLOR_THEME_LIGHT, COLOR_THEME_CONTRAST, COLOR_THEME_16 };

/* One `color` line. */
struct color_paint {
	enum color_role role;
	int fg, bg;     /* text/color.h */
	bool has_bg;    /* else that of the theme stays */
	unsigned attrs; /* in place of those of the theme */
	bool has_attrs;
};

#endif
