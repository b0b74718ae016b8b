/*
 * An open article as it stands on the screen: which line is at the top, how
 * far long lines are scrolled sideways, and the actions that move in it. The
 * place is that of a letter: it survives other widths, folds and texts.
 */
#ifndef UI_ARTICLE_PANE_H
#define UI_ARTICLE_PANE_H

#include "ui/action.h"
#include "ui/article_note.h"
#include "ui/article_search.h"

struct article_pane {
	struct article article;
	size_t top;                  /* the line at the top */
	struct article_place anchor; /* what the reader has brought there: another width may put a line with more before it at the top */
	struct article_place before; /* where the last jump began */
	int rows, shift;             /* rows shown; columns that long lines are scrolled by */
	struct article_note note;    /* the last one gone to */
	struct article_search search;
	bool is_placed;              /* top is that of a layout */
};

/* Brings a line to the top; that of a place. */
void article_pane_go(struct article_pane *p, size_t line);
void article_pane_put(struct article_pane *p, struct article_place place);

/* Scrolls; the last line stays at the bottom, or wherever a jump has brought it. */
void article_pane_scroll(struct article_pane *p, long by);

/* Brings a section's heading to the top, where it is not folded away. */
void article_pane_jump(struct article_pane *p, size_t section);

/* Makes the lines for another width, if it is one; the place stays, and is that of the cache (article_place_at()) for the first time. */
void article_pane_lay_out(struct article_pane *p, int cols, enum wrap_mode wrap, int64_t section, int64_t letter);

/* Whether the end of the text is in sight; how far one is, 0 to 100. */
bool article_pane_is_at_end(const struct article_pane *p);
int article_pane_percent(const struct article_pane *p);

/* Does an action that moves or folds; false for any other. count 0: not given. */
bool article_pane_act(struct article_pane *p, struct app *app, enum action action, int count);

#endif
