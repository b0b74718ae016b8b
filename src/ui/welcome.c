#include "ui/welcome.h"

#include "base/tr.h"
#include "store/feeds_trouble.h"
#include "ui/paragraph.h"
#include "ui/theme.h"

/* A line: what is typed, as it is, and what it is for; either may be missing. */
struct line {
	const char *typed, *text;
};

enum { TYPED_COLS = 8 };

static const struct line no_feeds[] = {
	{ NULL, N_("There are no feeds yet. Take some:") },
	{ NULL, NULL },
	{ "gc", N_("Korean IT blogs") },
	{ "i", N_("those of another reader") },
	{ "a", N_("by its address") },
	{ "gd", N_("samples to look at") },
	{ "R ? q", N_("sync, keys, leave") },
};
static const struct line syncing[] = { { NULL, N_("The first posts are on their way.") } };
static const struct line no_posts[] = { { NULL, N_("No posts here. R fetches what is new, gH tells how the feeds are.") } };
static const struct line no_match[] = { { NULL, N_("No post matches. F shows all again.") } };

static const struct line no_star[] = { { NULL, N_("No post has a star: s gives it one. :view all shows all posts.") } };
static const struct line no_unread[] = { { NULL, N_("All posts here are read. :view all shows all posts, zu those that zu has left out.") } };
static const struct line no_tagged[] = { { NULL, N_("No post has this tag: t tags one. :view all shows all posts.") } };

#define LINES(lines_) { lines_, sizeof lines_ / sizeof *lines_ }
static const struct {
	const struct line *lines;
	size_t n;
} texts[] = {
	[WELCOME_NO_FEEDS] = LINES(no_feeds),
	[WELCOME_SYNCING] = LINES(syncing),
	[WELCOME_NO_POSTS] = LINES(no_posts),
	[WELCOME_NO_MATCH] = LINES(no_match),
	[WELCOME_NO_STAR] = LINES(no_star),
	[WELCOME_NO_UNREAD] = LINES(no_unread),
	[WELCOME_NO_TAGGED] = LINES(no_tagged),
};
#undef LINES

/* Returns how many rows it took. */
static int
draw_line(const struct line *line, struct screen *s, struct screen_box box)
{
	if (line->typed) {
		screen_fit(s, box.row, box.col, TYPED_COLS, THEME_KEY, str_of(line->typed));
		box.col += TYPED_COLS + 1;
		box.cols -= TYPED_COLS + 1;
	}
	if (!line->text || box.cols <= 0)
		return 1;
	return paragraph_draw(s, box, THEME_TEXT, str_of(tr(line->text)));
}

static void
draw_failed(struct str why, struct screen *s, struct screen_box box)
{
	struct screen_box inner = { box.row + 1, box.col + 2, box.rows - 1, box.cols - 3 };
	int rows = paragraph_draw(s, inner, THEME_ERROR, why) + 1;

	inner.row += rows;
	inner.rows -= rows;
	if (inner.rows > 0)
		(void)paragraph_draw(s, inner, THEME_TEXT, str_of(tr("r fetches it again, gH tells more.")));
}

int
welcome_trouble(struct store *store, int64_t feed_id, struct buf *out, struct err *err)
{
	struct arena a = { 0 };
	struct feeds_row feed;
	int rc = feeds_get(store, &a, feed_id, &feed, err);

	if (!rc)
		feeds_trouble(out, &feed);
	arena_free(&a);
	return rc;
}

void
welcome_draw(enum welcome what, struct str trouble, struct screen *s, struct screen_box box)
{
	int row = 1;

	if (what == WELCOME_NO_POSTS && trouble.n) {
		draw_failed(trouble, s, box);
		return;
	}
	for (size_t i = 0; i < texts[what].n && row < box.rows; i++)
		row += draw_line(&texts[what].lines[i], s, (struct screen_box){ box.row + row, box.col + 2, box.rows - row, box.cols - 2 });
}
