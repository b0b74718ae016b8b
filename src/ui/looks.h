/*
 * The theme that the reader is shown in: chosen by the user, or by the
 * terminal's ground, for the colours the terminal has.
 */
#ifndef UI_LOOKS_H
#define UI_LOOKS_H

#include "ui/probe.h"
#include "ui/theme.h"

struct looks {
	enum probe_ground ground; /* of the terminal */
	int colors;
	const struct color_paint *paints; /* the user's changes: the owner's */
	size_t n;
	struct theme theme;
};

/* Makes the theme anew; what is on the screen is to be drawn again. */
void looks_choose(struct looks *l, enum color_theme theme);

#endif
