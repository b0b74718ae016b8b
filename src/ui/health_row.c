#include "ui/health_row.h"

#include "base/clock.h"
#include "base/tr.h"
#include "store/interval.h"
#include "text/date.h"
#include "text/feed_why.h"
#include "text/url.h"
#include "text/width.h"
#include "ui/theme.h"

enum { WEEK_S = 7 * 24 * 3600, DATE_COLS = 13, NEXT_COLS = 15 /* 12월 27일 02:43 */, PACE_COLS = 7, POSTS_COLS = 11, NAME_MIN = 12, NAME_MAX = 32, GAP = 2 };

/* From how many columns on a part is shown. */
enum { LAST_FROM = 36, NEXT_FROM = 64, PACE_FROM = 76, POSTS_FROM = 110, WHY_FROM = 130 };

static const struct {
	const char *label, *sign;
	unsigned style;
} states[HEALTH_STATES] = {
	[HEALTH_PAUSED] = { N_("gone"), "x", THEME_ERROR },
	[HEALTH_FAILING] = { N_("failing"), "!", THEME_ERROR },
	[HEALTH_MOVED] = { N_("moved"), ">", THEME_MARKED },
	[HEALTH_HELD] = { N_("waiting"), "-", THEME_MUTED },
	[HEALTH_MENDED] = { N_("mended"), "~", THEME_MUTED },
	[HEALTH_NEW] = { N_("not yet"), "?", THEME_MUTED },
	[HEALTH_FINE] = { N_("fine"), " ", THEME_TEXT },
};

struct str
health_row_sign(enum health_state state)
{
	return str_of(states[state].sign);
}

unsigned
health_row_style(enum health_state state)
{
	return states[state].style;
}

const char *
health_row_label(enum health_state state)
{
	return tr(states[state].label);
}

static int
widest_label(void)
{
	int cols = 0;

	for (int i = 0; i < HEALTH_STATES; i++) {
		int label = width_str(str_of(health_row_label((enum health_state)i)));

		if (label > cols)
			cols = label;
	}
	return cols;
}

struct health_row
health_row_columns(int cols)
{
	struct health_row w = { .state = widest_label() };
	int rest;

	w.last = cols >= LAST_FROM ? DATE_COLS : 0;
	w.next = cols >= NEXT_FROM ? NEXT_COLS : 0;
	w.pace = cols >= PACE_FROM ? PACE_COLS : 0;
	w.posts = cols >= POSTS_FROM ? POSTS_COLS : 0;
	rest = cols - 3 - w.state - GAP - (w.last ? w.last + GAP : 0) - (w.next ? w.next + GAP : 0) - (w.pace ? w.pace + GAP : 0) -
		(w.posts ? w.posts + GAP : 0) - 1;
	w.name = rest < NAME_MAX || cols < WHY_FROM ? rest : NAME_MAX;
	if (w.name < NAME_MIN && w.last) { /* the name is worth more */
		w.name += w.last + GAP;
		w.last = 0;
	}
	w.why = rest - w.name - GAP;
	if (cols < WHY_FROM || w.why < 0)
		w.why = 0;
	return w;
}

/* Each returns the column behind what it put and a gap. */
static int
put_left(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	if (!cols)
		return col;
	screen_fit(s, row, col, cols, style, text);
	return col + cols + GAP;
}

static int
put_right(struct screen *s, int row, int col, int cols, unsigned style, struct str text)
{
	if (!cols)
		return col;
	(void)screen_put_right(s, row, col + cols, cols, style, text);
	return col + cols + GAP;
}

void
health_row_head(struct screen *s, struct screen_box box, const struct health_row *w)
{
	int col = put_left(s, box.row, box.col + 3, w->name, THEME_GROUP, str_of(tr("Feed")));

	col = put_left(s, box.row, col, w->state, THEME_GROUP, str_of(tr("State")));
	col = put_left(s, box.row, col, w->last, THEME_GROUP, str_of(tr("Last fetch")));
	col = put_left(s, box.row, col, w->next, THEME_GROUP, str_of(tr("Due")));
	col = put_right(s, box.row, col, w->pace, THEME_GROUP, str_of(tr("Weekly")));
	col = put_right(s, box.row, col, w->posts, THEME_GROUP, str_of(tr("Unread")));
	(void)put_left(s, box.row, col, w->why, THEME_GROUP, str_of(tr("Why")));
}

/* When it is asked again; nothing where that is at the next sync, or never. */
static void
add_next(struct buf *out, const struct health *health, int64_t now)
{
	const struct feeds_row *feed = health->feed;
	int64_t next = interval_is_held(feed->held_until, now) ? feed->held_until : feed->due;

	if (health->state != HEALTH_PAUSED && next != CLOCK_NONE && next > now)
		date_list_clock(out, next, now);
}

/* Posts a week, as far as its last posts tell, tenths where they are few. Never more than there are: a blog that has moved dates all at once. */
static void
add_pace(struct buf *out, const struct feeds_row *feed)
{
	long long tenths = feed->gap_s > 0 ? 10 * (long long)WEEK_S / (long long)feed->gap_s : 0;

	if (tenths > 10 * (long long)feed->total)
		tenths = 10 * (long long)feed->total;
	if (tenths >= 100)
		(void)buf_printf(out, "%lld", (tenths + 5) / 10);
	else if (tenths)
		(void)buf_printf(out, "%lld.%lld", tenths / 10, tenths % 10);
}

static void
add_why(struct buf *out, const struct health *health)
{
	if (health->state == HEALTH_MOVED) {
		(void)buf_puts(out, "→ ");
		url_mask(out, health->feed->moved_to);
	} else if (health->feed->error.n)
		feed_why_text(out, health->feed->error);
}

void
health_row_draw(struct screen *s, struct screen_box box, const struct health_row *w, const struct name_apart *all,
    const struct health *health, int64_t now)
{
	const struct feeds_row *feed = health->feed;
	unsigned style = health_row_style(health->state);
	struct buf text = { 0 };
	int col = box.col + 3;

	(void)screen_put(s, box.row, box.col + 1, 1, style, health_row_sign(health->state));
	name_apart_fit(all, &text, feed->name, w->name);
	col = put_left(s, box.row, col, w->name, THEME_TEXT, buf_str(&text));
	col = put_left(s, box.row, col, w->state, style, str_of(health_row_label(health->state)));
	buf_clear(&text);
	date_list(&text, feed->last_ok, now);
	col = put_left(s, box.row, col, w->last, THEME_DATE, buf_str(&text));
	buf_clear(&text);
	add_next(&text, health, now);
	col = put_left(s, box.row, col, w->next, THEME_DATE, buf_str(&text));
	buf_clear(&text);
	add_pace(&text, feed);
	col = put_right(s, box.row, col, w->pace, THEME_COUNT, buf_str(&text));
	buf_clear(&text);
	(void)buf_printf(&text, "%lld/%lld", (long long)feed->unread, (long long)feed->total);
	col = put_right(s, box.row, col, w->posts, THEME_COUNT, buf_str(&text));
	buf_clear(&text);
	add_why(&text, health);
	(void)put_left(s, box.row, col, w->why, THEME_MUTED, buf_str(&text));
	buf_free(&text);
}
