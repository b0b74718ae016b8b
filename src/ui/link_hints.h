/*
 * Letters over the links in sight of an article: typing them opens one. They
 * are taken from a Latin keyboard also while the Korean input method is on.
 */
#ifndef UI_LINK_HINTS_H
#define UI_LINK_HINTS_H

#include <stdint.h>

#include "ui/article_pane.h"

enum { LINK_HINTS_LETTERS = 2 }; /* of a label at most */

/* Zero-initialised: off. */
struct link_hints {
	bool is_on;
	char typed[LINK_HINTS_LETTERS];
	int n_typed;
};

/* Shows them, where there is a link in sight. */
void link_hints_show(struct app *app);

/* Takes a key while they are shown; false when they are not. */
bool link_hints_takes(struct app *app, int32_t key);

/* Draws them over the lines that were drawn in the box. */
void link_hints_draw(const struct link_hints *h, struct screen *s, struct screen_box box, const struct article_pane *p);

#endif
