#include "ui/theme.h"

/* Those with colours of their own, in the order of their names. */
enum { OWN_FIRST = COLOR_THEME_DARK, OWN_THEMES = COLOR_THEME_16 - OWN_FIRST };

#define C(rgb) (COLOR_RGB | 0x##rgb)
#define NONE COLOR_DEFAULT
#define SAME(color) { color, color, color }

static const struct {
	signed char of_16;   /* its colour in the theme of sixteen */
	int fg[OWN_THEMES], bg[OWN_THEMES];
	unsigned attrs;      /* reverse and dim ones only where there is no colour to say it */
	unsigned plain;      /* more of them where there are no colours at all */
	signed char on_16;   /* its ground in the theme of sixteen, and 1; 0: the terminal's */
} roles[THEME_ROLES] = {
	[THEME_TEXT] = { NONE, { NONE, NONE, C(ffffff) }, { NONE, NONE, C(000000) }, 0, 0, 0 },
	[THEME_BAR] = { NONE, { C(d0d0d0), C(303030), C(000000) }, { C(303030), C(d0d0d0), C(ffffff) }, THEME_REVERSE, 0, 0 },
	[THEME_NAME] = { NONE, { C(87d7ff), C(005f87), C(00005f) }, { C(303030), C(d0d0d0), C(ffffff) }, THEME_REVERSE | THEME_BOLD, 0, 0 },
	[THEME_UNREAD] = { NONE, SAME(NONE), SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_READ] = { NONE, { C(9a9a9a), C(626262), C(c6c6c6) }, SAME(NONE), 0, 0, 0 },
	[THEME_DATE] = { 6, { C(85adad), C(146464), C(87ffff) }, SAME(NONE), 0, 0, 0 },
	[THEME_FEED] = { 4, { C(83a8d3), C(0b5aa8), C(afd7ff) }, SAME(NONE), 0, 0, 0 },
	[THEME_TAG] = { 2, { C(8cb96e), C(105f10), C(87ff87) }, SAME(NONE), 0, 0, 0 },
	[THEME_STAR] = { 3, { C(dcaa5f), C(875400), C(ffd75f) }, SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_MARKED] = { 5, { C(d787d7), C(870087), C(ffafff) }, SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_GROUP] = { NONE, SAME(NONE), SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_COUNT] = { 6, { C(85adad), C(146464), C(87ffff) }, SAME(NONE), 0, 0, 0 },
	[THEME_BORDER] = { NONE, { C(808080), C(808080), C(afafaf) }, SAME(NONE), THEME_DIM, 0, 0 },
	[THEME_TITLE] = { NONE, SAME(NONE), SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_META] = { 6, { C(85adad), C(146464), C(87ffff) }, SAME(NONE), 0, 0, 0 },
	[THEME_HEADING1] = { 3, { C(dcaa5f), C(875400), C(ffd75f) }, SAME(NONE), THEME_BOLD | THEME_UNDERLINE, 0, 0 },
	[THEME_HEADING2] = { 3, { C(dcaa5f), C(875400), C(ffd75f) }, SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_HEADING3] = { 3, { C(cfae86), C(80502d), C(ffd7af) }, SAME(NONE), 0, THEME_UNDERLINE, 0 },
	[THEME_MARKER] = { 6, { C(85adad), C(146464), C(87ffff) }, SAME(NONE), 0, 0, 0 },
	[THEME_QUOTE] = { 4, { C(83a8d3), C(0b5aa8), C(afd7ff) }, SAME(NONE), 0, 0, 0 },
	[THEME_CODE] = { 2, { C(82cfa8), C(00635a), C(afffaf) }, SAME(NONE), 0, THEME_BOLD, 0 },
	[THEME_CODE_KEYWORD] = { 5, { C(c08ad8), C(7d1aa5), C(ffafff) }, SAME(NONE), 0, THEME_BOLD, 0 },
	[THEME_CODE_TYPE] = { 6, { C(5fb3d2), C(005f82), C(87ffff) }, SAME(NONE), 0, 0, 0 },
	[THEME_CODE_NAME] = { 4, { C(83a8d3), C(0b5aa8), C(afd7ff) }, SAME(NONE), 0, 0, 0 },
	[THEME_CODE_STRING] = { 2, { C(98c379), C(4c6000), C(afff87) }, SAME(NONE), 0, 0, 0 },
	[THEME_CODE_NUMBER] = { 6, { C(dc9a6c), C(8c2a00), C(ffd787) }, SAME(NONE), 0, 0, 0 },
	[THEME_CODE_COMMENT] = { NONE, { C(9a9a9a), C(626262), C(c6c6c6) }, SAME(NONE), THEME_DIM | THEME_ITALIC, 0, 0 },
	[THEME_CODE_META] = { 3, { C(dd8d8d), C(8a1050), C(ffafaf) }, SAME(NONE), 0, 0, 0 },
	[THEME_CODE_ADDED] = { 2, { C(8cc06e), C(105f10), C(87ff87) }, SAME(NONE), 0, THEME_BOLD, 0 },
	[THEME_CODE_REMOVED] = { 1, { C(fa8a8a), C(aa0000), C(ffafaf) }, SAME(NONE), 0, THEME_DIM, 0 },
	[THEME_LABEL] = { 6, { C(9a9a9a), C(626262), C(c6c6c6) }, SAME(NONE), THEME_ITALIC, 0, 0 },
	[THEME_RULE] = { NONE, { C(808080), C(808080), C(afafaf) }, SAME(NONE), THEME_DIM, 0, 0 },
	[THEME_CAPTION] = { NONE, { C(9a9a9a), C(626262), C(c6c6c6) }, SAME(NONE), THEME_ITALIC, 0, 0 },
	[THEME_REF] = { 4, { C(83a8d3), C(0b5aa8), C(afd7ff) }, SAME(NONE), 0, 0, 0 },
	[THEME_LINK] = { 4, { C(6fb3f2), C(0053b0), C(afd7ff) }, SAME(NONE), THEME_UNDERLINE, 0, 0 },
	[THEME_MUTED] = { NONE, { C(9a9a9a), C(626262), C(c6c6c6) }, SAME(NONE), THEME_DIM, 0, 0 },
	[THEME_ERROR] = { 1, { C(ff8787), C(aa0000), C(ffafaf) }, SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_PROMPT] = { NONE, SAME(NONE), SAME(NONE), 0, 0, 0 },
	[THEME_KEY] = { 3, { C(dcaa5f), C(875400), C(ffd75f) }, SAME(NONE), THEME_BOLD, 0, 0 },
	[THEME_HIT_ANY] = { 0, { C(000000), C(000000), C(000000) }, { C(ffd75f), C(ffdf7f), C(87ffff) }, 0, THEME_REVERSE, 3 + 1 },
	[THEME_HIT_HERE] = { 0, { C(000000), C(000000), C(000000) }, { C(ff875f), C(ffaf87), C(ffffff) }, THEME_BOLD,
		THEME_REVERSE | THEME_UNDERLINE, 6 + 1 },
	[THEME_CURSOR] = { NONE, { C(eeeeee), C(ffffff), C(000000) }, { C(005f87), C(005f87), C(ffff5f) }, THEME_REVERSE, 0, 0 },
	[THEME_CURSOR_FAINT] = { NONE, { C(eeeeee), C(1c1c1c), C(000000) }, { C(585858), C(b2b2b2), C(c6c6c6) }, 0, 0, 0 },
};

static struct theme_look
look_of(const struct theme *t, enum theme_role role)
{
	unsigned attrs = roles[role].attrs, faint = role == THEME_CURSOR_FAINT ? THEME_UNDERLINE : 0;

	if (t->name < COLOR_THEME_16 && t->colors >= THEME_256)
		return (struct theme_look){ theme_fit(t, roles[role].fg[t->name - OWN_FIRST]),
			theme_fit(t, roles[role].bg[t->name - OWN_FIRST]), attrs & ~(unsigned)(THEME_REVERSE | THEME_DIM) };
	return (struct theme_look){ theme_fit(t, roles[role].of_16), theme_fit(t, roles[role].on_16 - 1),
		attrs | faint | (t->colors ? 0 : roles[role].plain) };
}

static void
paint(struct theme *t, const struct color_paint *p)
{
	struct theme_look *look = &t->looks[p->role];

	look->fg = theme_fit(t, p->fg);
	if (p->has_bg) {
		look->bg = theme_fit(t, p->bg);
		look->attrs &= t->colors ? ~(unsigned)THEME_REVERSE : ~0u; /* what it stood for has a colour now */
	}
	if (p->has_attrs)
		look->attrs = p->attrs << THEME_ATTR_SHIFT;
}

void
theme_make(struct theme *t, enum color_theme name, int colors, const struct color_paint *paints, size_t n)
{
	t->name = name;
	t->colors = colors;
	for (int role = 0; role < THEME_ROLES; role++)
		t->looks[role] = look_of(t, (enum theme_role)role);
	for (size_t i = 0; i < n; i++)
		paint(t, &paints[i]);
}

int
theme_fit(const struct theme *t, int color)
{
	if (color == COLOR_DEFAULT || !t->colors)
		return COLOR_DEFAULT;
	if (t->colors >= THEME_DIRECT)
		return color;
	if (t->colors >= THEME_256)
		return color_of_256(color);
	color = color_of_16(color);
	return color >= 8 && t->colors < THEME_16 ? color - 8 : color;
}

/* Of few colours one that is not among them is left out; of eight the bright ones are the plain ones. */
static void
set_color(const struct theme *t, struct theme_look *look, unsigned style)
{
	int color = (int)(style >> THEME_COLOR_SHIFT) - 1;

	if (color >= 0 && (color < t->colors || (color < THEME_16 && t->colors)))
		look->fg = theme_fit(t, color);
}

/* What a role that lies over another one changes in it. A reversed one has one ground, whatever is written on it; on a bar that is reversed itself it is the other way round. */
static void
lay_over(const struct theme *t, struct theme_look *look, enum theme_role role)
{
	const struct theme_look *over = &t->looks[role];

	if (over->attrs & look->attrs & THEME_REVERSE) {
		look->attrs = (look->attrs | THEME_BOLD) & ~(unsigned)THEME_REVERSE;
		return;
	}
	if (over->attrs & THEME_REVERSE) {
		look->fg = t->looks[THEME_TEXT].fg;
		look->bg = t->looks[THEME_TEXT].bg;
	}
	if (over->fg != COLOR_DEFAULT)
		look->fg = over->fg;
	if (over->bg != COLOR_DEFAULT)
		look->bg = over->bg;
	look->attrs = (look->attrs & ~(unsigned)THEME_DIM) | over->attrs;
}

struct theme_look
theme_look(const struct theme *t, unsigned style)
{
	unsigned role = style & THEME_ROLE_MASK;
	struct theme_look look = t->looks[role < THEME_ROLES ? role : THEME_TEXT];

	if (look.fg == COLOR_DEFAULT)
		look.fg = t->looks[THEME_TEXT].fg;
	if (look.bg == COLOR_DEFAULT)
		look.bg = t->looks[THEME_TEXT].bg;
	look.attrs |= style & THEME_ATTRS;
	set_color(t, &look, style);
	if (style & THEME_HIT) {
		look.attrs &= ~(unsigned)THEME_REVERSE;
		lay_over(t, &look, style & THEME_SELECTED ? THEME_HIT_HERE : THEME_HIT_ANY);
	} else if (style & (THEME_SELECTED | THEME_FAINT_SELECTED)) {
		lay_over(t, &look, style & THEME_SELECTED ? THEME_CURSOR : THEME_CURSOR_FAINT);
	}
	return look;
}
