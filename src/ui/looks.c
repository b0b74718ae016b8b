#include "ui/looks.h"

void
looks_choose(struct looks *l, enum color_theme theme)
{
	if (theme == COLOR_THEME_AUTO)
		theme = l->ground == PROBE_LIGHT ? COLOR_THEME_LIGHT : COLOR_THEME_DARK;
	theme_make(&l->theme, theme, l->colors, l->paints, l->n);
}
