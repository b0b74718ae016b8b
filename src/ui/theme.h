/*
 * Styles by role, and what each looks like in a theme on a terminal of so many
 * colours. A style is a role with bits on top.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stddef.h>

#include "text/color.h"
#include "text/color_role.h"

#define THEME_ROLE(role_, name_) THEME_##role_,
enum theme_role { COLOR_ROLE_TABLE(THEME_ROLE) THEME_ROLES };
#undef THEME_ROLE

/* Bits of a style above the role. */
enum {
	THEME_ROLE_MASK = 0xff,
	THEME_SELECTED = 1 << 8, /* the cursor's row */
	THEME_FAINT_SELECTED = 1 << 9, /* the same in a pane without the focus */
	THEME_ATTR_SHIFT = 10,
	THEME_BOLD = COLOR_BOLD << THEME_ATTR_SHIFT,
	THEME_ITALIC = COLOR_ITALIC << THEME_ATTR_SHIFT,
	THEME_UNDERLINE = COLOR_UNDERLINE << THEME_ATTR_SHIFT,
	THEME_REVERSE = COLOR_REVERSE << THEME_ATTR_SHIFT,
	THEME_DIM = COLOR_DIM << THEME_ATTR_SHIFT,
	THEME_HIT = 1 << 15, /* what was looked for; with THEME_SELECTED the one one is at */
	THEME_ATTRS = THEME_BOLD | THEME_ITALIC | THEME_UNDERLINE | THEME_REVERSE | THEME_DIM,
	THEME_COLOR_SHIFT = 16, /* from here on a colour of its own and 1, 0: that of the role */
};

/* The bits of a colour of the terminal's palette. */
#define THEME_COLOR(number) ((unsigned)((number) + 1) << THEME_COLOR_SHIFT)

/* For how many colours: none (also for NO_COLOR), those of a palette, or all by red, green and blue. */
enum { THEME_PLAIN = 0, THEME_8 = 8, THEME_16 = 16, THEME_256 = 256, THEME_DIRECT = 1 << 24 };

/* Colours of text/color.h, as far as the terminal has them. */
struct theme_look {
	int fg, bg;
	unsigned attrs; /* of THEME_ATTRS */
};

struct theme {
	enum color_theme name;
	int colors;
	struct theme_look looks[THEME_ROLES];
};

/*
 * Makes a theme, no COLOR_THEME_AUTO, for a terminal, with the user's changes to it. On fewer than 256 colours
 * each is as the one of sixteen, which has the user's own colours and ground.
 */
void theme_make(struct theme *t, enum color_theme name, int colors, const struct color_paint *paints, size_t n);

struct theme_look theme_look(const struct theme *t, unsigned style);

/* A colour as the terminal has it, of 8 and of 16 the nearest. */
int theme_fit(const struct theme *t, int color);

#endif
