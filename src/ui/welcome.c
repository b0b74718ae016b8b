#include "ui/welcome.h"

#include "base/tr.h"
#include "ui/theme.h"

/* A line: what is typed, as it is, and what it is for; either may be missing. */
struct line {
	const char *typed, *text;
};

enum { TYPED_COLS = 18 };

static const struct line no_feeds[] = {
	{ NULL, N_("There are no feeds yet. Take some:") },
	{ NULL, NULL },
	{ "gc", N_("Korean IT blogs") },
	{ "sosik import FILE", N_("from another reader") },
	{ "sosik add URL", N_("by its address") },
	{ "sosik --demo", N_("samples to look at") },
	{ "R ? q", N_("sync, keys, leave") },
};
static const struct line syncing[] = { { NULL, N_("The first posts are on their way.") } };
static const struct line no_posts[] = { { NULL, N_("No posts here. R fetches what is new.") } };
static const struct line no_match[] = { { NULL, N_("No post matches. F shows all again.") } };

#define LINES(lines_) { lines_, sizeof lines_ / sizeof *lines_ }
static const struct {
	const struct line *lines;
	size_t n;
} texts[] = {
	[WELCOME_NO_FEEDS] = LINES(no_feeds),
	[WELCOME_SYNCING] = LINES(syncing),
	[WELCOME_NO_POSTS] = LINES(no_posts),
	[WELCOME_NO_MATCH] = LINES(no_match),
};
#undef LINES

static void
draw_line(const struct line *line, struct screen *s, struct screen_box box)
{
	if (line->typed) {
		screen_fit(s, box.row, box.col, TYPED_COLS, THEME_KEY, str_of(line->typed));
		box.col += TYPED_COLS + 1;
		box.cols -= TYPED_COLS + 1;
	}
	if (line->text && box.cols > 0)
		screen_fit(s, box.row, box.col, box.cols, THEME_TEXT, str_of(tr(line->text)));
}

void
welcome_draw(enum welcome what, struct screen *s, struct screen_box box)
{
	for (int i = 0; i < (int)texts[what].n && i + 1 < box.rows; i++)
		draw_line(&texts[what].lines[i], s, (struct screen_box){ box.row + 1 + i, box.col + 2, 1, box.cols - 2 });
}
