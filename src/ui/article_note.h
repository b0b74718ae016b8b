/*
 * Footnotes in an open article: from where one is named to it, and back.
 */
#ifndef UI_ARTICLE_NOTE_H
#define UI_ARTICLE_NOTE_H

#include "ui/article.h"

/* The way to the last note; zero-initialise for a new article. */
struct article_note {
	struct article_place from; /* what was at the top before */
	size_t line;               /* where it led to */
	bool is_there;
};

struct app;

/*
 * Puts another line at the top of the screen, of which rows are shown: that of note number; for 0 that
 * of the note that is named first in sight, the way back from one, or where the first note in sight is
 * named. Where there is none of them, it says so.
 */
void article_note_go(struct app *app, const struct article *a, struct article_note *way, size_t *top, int rows, int number);

#endif
