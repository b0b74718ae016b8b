#include "ui/theme.h"

enum { SELECTED_BG = 238, BAR_BG = 236 };

struct role_look {
	short fg8, fg256;
	unsigned attrs;
};

static const struct role_look looks[THEME_ROLES] = {
	[THEME_TEXT] = { -1, -1, 0 },
	[THEME_BAR] = { -1, 252, THEME_REVERSE },
	[THEME_NAME] = { -1, 117, THEME_REVERSE | THEME_BOLD },
	[THEME_UNREAD] = { -1, -1, THEME_BOLD },
	[THEME_READ] = { -1, 248, 0 },
	[THEME_DATE] = { 6, 109, 0 },
	[THEME_FEED] = { 4, 110, 0 },
	[THEME_TAG] = { 2, 114, 0 },
	[THEME_STAR] = { 3, 221, THEME_BOLD },
	[THEME_MARKED] = { 5, 213, THEME_BOLD },
	[THEME_GROUP] = { -1, 250, THEME_BOLD },
	[THEME_COUNT] = { 6, 109, 0 },
	[THEME_BORDER] = { -1, 240, THEME_DIM },
	[THEME_TITLE] = { -1, -1, THEME_BOLD },
	[THEME_META] = { 6, 109, 0 },
	[THEME_HEADING1] = { 3, 221, THEME_BOLD },
	[THEME_HEADING2] = { 3, 222, THEME_BOLD },
	[THEME_HEADING3] = { 3, 223, 0 },
	[THEME_MARKER] = { 6, 109, 0 },
	[THEME_QUOTE] = { 4, 110, 0 },
	[THEME_CODE] = { 2, 151, 0 },
	[THEME_LABEL] = { 6, 245, THEME_ITALIC },
	[THEME_RULE] = { -1, 240, THEME_DIM },
	[THEME_CAPTION] = { -1, 247, THEME_ITALIC },
	[THEME_REF] = { 4, 110, 0 },
	[THEME_LINK] = { 4, 117, THEME_UNDERLINE },
	[THEME_MUTED] = { -1, 245, THEME_DIM },
	[THEME_ERROR] = { 1, 203, THEME_BOLD },
	[THEME_PROMPT] = { -1, -1, 0 },
	[THEME_KEY] = { 3, 221, THEME_BOLD },
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
	if (colors >= 256)
		look->bg = style & THEME_SELECTED ? SELECTED_BG : BAR_BG;
	else
		look->attrs = (look->attrs & ~(unsigned)THEME_DIM) | (style & THEME_SELECTED ? THEME_REVERSE : THEME_UNDERLINE);
}

struct theme_look
theme_look(unsigned style, int colors)
{
	unsigned role = style & THEME_ROLE_MASK;
	const struct role_look *plain = &looks[role < THEME_ROLES ? role : THEME_TEXT];
	struct theme_look look = { colors >= 8 ? plain->fg8 : -1, -1, plain->attrs };

	if (colors >= 256)
		look = look_256(plain);
	look.attrs |= style & (THEME_BOLD | THEME_ITALIC | THEME_UNDERLINE | THEME_REVERSE | THEME_DIM);
	select_row(&look, style, colors);
	return look;
}
