#include "ui/theme.h"

#include <stdbool.h>

/* Middle tones, to be read on dark and on light grounds; where the ground is ours the letters are too. */
enum { SELECTED_FG = 255, SELECTED_BG = 24, FAINT_BG = 240, BAR_BG = 236, HIT_FG = 16, HIT_BG = 221, HIT_HERE_BG = 209 };

struct role_look {
	short fg8, fg256;
	unsigned attrs, plain; /* plain: more of them where there are no colours */
};

static const struct role_look looks[THEME_ROLES] = {
	[THEME_TEXT] = { -1, -1, 0, 0 },
	[THEME_BAR] = { -1, 252, THEME_REVERSE, 0 },
	[THEME_NAME] = { -1, 117, THEME_REVERSE | THEME_BOLD, 0 },
	[THEME_UNREAD] = { -1, -1, THEME_BOLD, 0 },
	[THEME_READ] = { -1, 244, 0, 0 },
	[THEME_DATE] = { 6, 66, 0, 0 },
	[THEME_FEED] = { 4, 67, 0, 0 },
	[THEME_TAG] = { 2, 71, 0, 0 },
	[THEME_STAR] = { 3, 172, THEME_BOLD, 0 },
	[THEME_MARKED] = { 5, 170, THEME_BOLD, 0 },
	[THEME_GROUP] = { -1, -1, THEME_BOLD, 0 },
	[THEME_COUNT] = { 6, 66, 0, 0 },
	[THEME_BORDER] = { -1, 242, THEME_DIM, 0 },
	[THEME_TITLE] = { -1, -1, THEME_BOLD, 0 },
	[THEME_META] = { 6, 66, 0, 0 },
	[THEME_HEADING1] = { 3, 172, THEME_BOLD | THEME_UNDERLINE, 0 },
	[THEME_HEADING2] = { 3, 172, THEME_BOLD, 0 },
	[THEME_HEADING3] = { 3, 137, 0, THEME_UNDERLINE },
	[THEME_MARKER] = { 6, 66, 0, 0 },
	[THEME_QUOTE] = { 4, 67, 0, 0 },
	[THEME_CODE] = { 2, 72, 0, THEME_BOLD },
	[THEME_CODE_KEYWORD] = { 5, 133, 0, THEME_BOLD },
	[THEME_CODE_TYPE] = { 6, 31, 0, 0 },
	[THEME_CODE_NAME] = { 4, 67, 0, 0 },
	[THEME_CODE_STRING] = { 2, 64, 0, 0 },
	[THEME_CODE_NUMBER] = { 6, 130, 0, 0 },
	[THEME_CODE_COMMENT] = { -1, 244, THEME_DIM | THEME_ITALIC, 0 },
	[THEME_CODE_META] = { 3, 131, 0, 0 },
	[THEME_CODE_ADDED] = { 2, 64, 0, THEME_BOLD },
	[THEME_CODE_REMOVED] = { 1, 167, 0, THEME_DIM },
	[THEME_LABEL] = { 6, 244, THEME_ITALIC, 0 },
	[THEME_RULE] = { -1, 242, THEME_DIM, 0 },
	[THEME_CAPTION] = { -1, 244, THEME_ITALIC, 0 },
	[THEME_REF] = { 4, 67, 0, 0 },
	[THEME_LINK] = { 4, 32, THEME_UNDERLINE, 0 },
	[THEME_MUTED] = { -1, 244, THEME_DIM, 0 },
	[THEME_ERROR] = { 1, 167, THEME_BOLD, 0 },
	[THEME_PROMPT] = { -1, -1, 0, 0 },
	[THEME_KEY] = { 3, 172, THEME_BOLD, 0 },
};

/* 256 colours have greys: bars and the cursor's row get a background instead of reverse video, and nothing need be dim. */
static struct theme_look
look_256(const struct role_look *role)
{
	struct theme_look look = { role->fg256, -1, role->attrs & ~(unsigned)THEME_DIM };

	if (look.attrs & THEME_REVERSE) {
		look.attrs &= ~(unsigned)THEME_REVERSE;
		look.bg = BAR_BG;
	}
	return look;
}

static void
select_row(struct theme_look *look, unsigned style, int colors)
{
	if (!(style & (THEME_SELECTED | THEME_FAINT_SELECTED)))
		return;
	if (colors >= 256) {
		look->fg = SELECTED_FG;
		look->bg = style & THEME_SELECTED ? SELECTED_BG : FAINT_BG;
	} else {
		look->attrs = (look->attrs & ~(unsigned)THEME_DIM) | (style & THEME_SELECTED ? THEME_REVERSE : THEME_UNDERLINE);
	}
}

/* Dark letters on yellow; the one one is at is another colour, and bold and underlined where there are none. */
static void
mark_hit(struct theme_look *look, unsigned style, int colors)
{
	bool is_here = style & THEME_SELECTED;

	look->attrs &= ~(unsigned)(THEME_DIM | THEME_REVERSE);
	if (colors >= 256)
		*look = (struct theme_look){ HIT_FG, is_here ? HIT_HERE_BG : HIT_BG, look->attrs };
	else if (colors >= 8)
		*look = (struct theme_look){ 0, is_here ? 6 : 3, look->attrs };
	else
		look->attrs |= THEME_REVERSE;
	if (is_here)
		look->attrs |= THEME_BOLD | (colors < 8 ? THEME_UNDERLINE : 0);
}

/* A colour of its own, as far as the terminal has it: of 8 colours the bright ones are the plain ones. */
static void
set_color(struct theme_look *look, unsigned style, int colors)
{
	int color = (int)(style >> THEME_COLOR_SHIFT) - 1;

	if (color >= 0 && color < colors)
		look->fg = (short)color;
	else if (color >= 8 && color < 16 && colors == 8)
		look->fg = (short)(color - 8);
}

struct theme_look
theme_look(unsigned style, int colors)
{
	unsigned role = style & THEME_ROLE_MASK;
	const struct role_look *plain = &looks[role < THEME_ROLES ? role : THEME_TEXT];
	struct theme_look look = { colors >= 8 ? plain->fg8 : -1, -1, plain->attrs };

	if (colors >= 256)
		look = look_256(plain);
	else if (colors < 8)
		look.attrs |= plain->plain;
	look.attrs |= style & (THEME_BOLD | THEME_ITALIC | THEME_UNDERLINE | THEME_REVERSE | THEME_DIM);
	set_color(&look, style, colors);
	if (style & THEME_HIT)
		mark_hit(&look, style, colors);
	else
		select_row(&look, style, colors);
	return look;
}
